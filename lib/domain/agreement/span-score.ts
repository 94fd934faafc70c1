import { joinOverlapping, type Unit } from './sections'

/** Precision, recall and their harmonic mean, 0 to 1. */
export type SpanScore = { precision: number; recall: number; f1: number }

/**
 * How well spans match a key where a part of a span counts for its part: P = 1/|S| Σ_s Σ_t |s∩t|/|s| over pairs of the same
 * label, R = 1/|T| Σ_t Σ_s |s∩t|/|t|, F1 their harmonic mean; overlapping spans of one label on one side are joined
 * first. Both empty give 1, one empty 0. Source: Da San Martino et al., Fine-Grained Analysis of Propaganda in News
 * Articles, EMNLP 2019, as scored in SemEval-2020 task 11.
 * Worked: (5,15,L)(20,40,L)(52,56,N) against the key (0,10,L)(20,40,D)(50,60,N): P 0.5, R 0.3, F1 0.375.
 */
export function spanScore(answer: readonly Unit[], key: readonly Unit[]): SpanScore {
  const [given, wanted] = [joinOverlapping(answer), joinOverlapping(key)]
  if (given.length === 0 || wanted.length === 0) {
    const value = given.length === wanted.length ? 1 : 0
    return { precision: value, recall: value, f1: value }
  }
  let [ofGiven, ofWanted] = [0, 0]
  for (const [s, t, common] of overlaps(given, wanted)) {
    ofGiven += common / (s.end - s.start)
    ofWanted += common / (t.end - t.start)
  }
  return scoreOf(ofGiven / given.length, ofWanted / wanted.length)
}

/** A score from its two halves. */
export function scoreOf(precision: number, recall: number): SpanScore {
  const both = precision + recall
  return { precision, recall, f1: both === 0 ? 0 : (2 * precision * recall) / both }
}

/** Pairs of the same label that overlap, with the characters they share; both sides in order of beginning. */
function* overlaps(given: readonly Unit[], wanted: readonly Unit[]): Iterable<[Unit, Unit, number]> {
  const byLabel = new Map<string, Unit[]>()
  for (const unit of wanted) byLabel.set(unit.label, [...(byLabel.get(unit.label) ?? []), unit])
  const from = new Map<string, number>()
  for (const unit of given) {
    const others = byLabel.get(unit.label) ?? []
    let i = from.get(unit.label) ?? 0
    while (i < others.length && others[i]!.end <= unit.start) i += 1
    from.set(unit.label, i)
    for (; i < others.length && others[i]!.start < unit.end; i += 1) {
      const other = others[i]!
      yield [unit, other, Math.min(unit.end, other.end) - Math.max(unit.start, other.start)]
    }
  }
}
