import { bootstrapIntervals } from '../agreement/bootstrap-interval'
import { characterStatistic } from '../agreement/character-alpha'
import type { UndefinedReason } from '../agreement/coefficient'
import { piecesOf } from '../agreement/pieces'
import { coefficientOf, readSpans, wholeText } from '../agreement/span-reading'
import type { SpanScore } from '../agreement/span-score'
import { dimensions, type Dimension } from '../codebook/codebook'
import { rounded } from '../summary/rounded'
import { codePointIndex } from '../text/code-points'
import { sentencesOf } from '../text/sentences'
import { passagesIn, resultOf, type MarkedPassage, type WorkResult } from './work-result'

/** Alpha by characters with its 95 % interval, each to four decimals, or why it has no value. */
export type DigestAgreement = { alpha: number | null; undefined: UndefinedReason | null; interval: { low: number; high: number } | null }

/** A label of the key: at how many of its passages the work of all students was looked for, and at how many nobody's met it. */
export type MissedLabel = { dimension: Dimension; label: string; wanted: number; missed: number }

/**
 * What remains of an assignment once its work was judged, as much as its class's progress shows: it is costly to make and
 * small to keep. Good as long as nobody's work, the key, and who handed in change.
 */
export type AssignmentDigest = {
  /** Of those who handed in, by student: the score against the key, null in a dimension in which the key has nothing. */
  scores: Record<string, Record<Dimension, SpanScore | null>>
  agreement: Record<Dimension, DigestAgreement>
  /** Labels of the key, the most missed first. */
  missed: MissedLabel[]
}

/** The digest of the work of those who handed in (`works`, those who marked nothing included) on one text, against its key. */
export function digestOf({ text, language, works, key }: {
  text: string
  language: string | null
  works: ReadonlyMap<string, readonly MarkedPassage[]>
  key: readonly MarkedPassage[]
}): AssignmentDigest {
  const inKey = ofEach((dimension) => passagesIn(key, dimension))
  const results = [...works].map(([student, marked]) => ({ student, result: resultOf(marked, key) }))
  const scoreIn = (result: WorkResult, dimension: Dimension) => (inKey[dimension].length === 0 ? null : roundedScore(result[dimension].score))
  return {
    scores: Object.fromEntries(results.map(({ student, result }) => [student, ofEach((dimension) => scoreIn(result, dimension))])),
    agreement: agreementOf(text, language, works),
    missed: missedLabels(results.map(({ result }) => result), inKey),
  }
}

/** A passage of the key with several right labels counts for the first, which is the one it is shown under. */
function missedLabels(results: readonly WorkResult[], inKey: Record<Dimension, readonly { id: string; labels: readonly string[] }[]>): MissedLabel[] {
  const all = dimensions.flatMap((dimension) => {
    const byLabel = new Map<string, MissedLabel>()
    const labelOf = new Map(inKey[dimension].map(({ id, labels }) => [id, labels[0]!]))
    for (const label of labelOf.values()) {
      const line = byLabel.get(label) ?? { dimension, label, wanted: 0, missed: 0 }
      byLabel.set(label, { ...line, wanted: line.wanted + results.length })
    }
    for (const { [dimension]: { judged } } of results) {
      for (const { verdict, key } of judged) {
        const line = verdict === 'missed' && key !== null && byLabel.get(labelOf.get(key)!)
        if (line) line.missed += 1
      }
    }
    return [...byLabel.values()]
  })
  return all.filter(({ missed }) => missed > 0).sort((a, b) => b.missed / b.wanted - a.missed / a.wanted || b.missed - a.missed)
}

function agreementOf(text: string, language: string | null, works: ReadonlyMap<string, readonly MarkedPassage[]>): Record<Dimension, DigestAgreement> {
  const cuts = piecesOf(sentencesOf(text, language).map(({ end }) => end))
  const textLength = codePointIndex(text).length
  const annotators = [...works.keys()].sort()
  const readings = dimensions.map((dimension) => {
    const spans = annotators.flatMap((annotator) =>
      passagesIn(works.get(annotator)!, dimension).flatMap(({ start, end, labels }) => labels.map((label) => ({ annotator, start, end, label }))),
    )
    const reading = readSpans({ textLength, annotators, spans }, cuts)
    return { reading, statistic: characterStatistic(reading.sweep()) }
  })
  const lengths = cuts.map((end, i) => end - (cuts[i - 1] ?? 0))
  const intervals = bootstrapIntervals(lengths, readings.map(({ statistic }) => statistic))
  return ofEach((_dimension, i) => {
    const { value, undefinedBecause } = coefficientOf(readings[i]!.reading, wholeText(readings[i]!.reading, readings[i]!.statistic))
    const interval = value === null ? null : intervals[i]
    return {
      alpha: value === null ? null : rounded(value, 4),
      undefined: undefinedBecause,
      interval: interval ? { low: rounded(interval.low, 4), high: rounded(interval.high, 4) } : null,
    }
  })
}

const roundedScore = ({ precision, recall, f1 }: SpanScore): SpanScore => ({ precision: rounded(precision, 4), recall: rounded(recall, 4), f1: rounded(f1, 4) })

function ofEach<T>(of: (dimension: Dimension, i: number) => T): Record<Dimension, T> {
  return Object.fromEntries(dimensions.map((dimension, i) => [dimension, of(dimension, i)])) as Record<Dimension, T>
}
