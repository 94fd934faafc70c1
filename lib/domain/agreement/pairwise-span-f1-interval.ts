import { jackknifeInterval, type Interval } from './interval'
import { eachOverlap, type F1OfPairs } from './pairwise-span-f1'
import { spreader, type SpanReading } from './span-reading'

/**
 * The interval of `pairwiseSpanF1` by infinitesimal jackknife over the pieces of the text (see `jackknifeInterval`): a
 * bootstrap would add up every overlap of every pair a thousand times, this looks at each twice. With P = A/n of a pair, A
 * being what is covered of the one's n units, dP = (dA − P dn)/n, and ∂F1/∂P = 2R²/(P+R)². A unit counts in the piece in
 * which it begins, an overlap where its later unit does. Null where F1 has no value, and where fewer than five pieces are marked.
 */
export function pairwiseSpanF1Interval({ data, cuts }: SpanReading, { coefficient: { value }, units, count, shares }: F1OfPairs): Interval | null {
  if (value === null) return null
  const m = data.annotators.length

  // At [i, j]: how fast the pair's F1 grows with what j covers of i's units; by annotator: how fast all shrink with a unit more.
  const slopes = new Float64Array(m * m)
  const costs = new Float64Array(m)
  const pairs = (m * (m - 1)) / 2
  for (let i = 0; i < m; i += 1) {
    for (let j = 0; j < m; j += 1) {
      if (i === j || count[i] === 0 || count[j] === 0) continue
      const [precision, recall] = [shares[i * m + j]! / count[i]!, shares[j * m + i]! / count[j]!]
      if (precision + recall === 0) continue
      const slope = (2 * recall ** 2) / (precision + recall) ** 2 / count[i]! / pairs
      slopes[i * m + j] = slope
      costs[i]! += slope * precision
    }
  }
  const influences = new Float64Array(cuts.length)
  const marked = new Float64Array(cuts.length)
  const [add, mark] = [spreader(cuts, influences), spreader(cuts, marked)]
  for (const { start, annotator } of units) {
    add(start, start + 1, -costs[annotator]!)
    mark(start, start + 1, 1)
  }
  // The same overlaps as were counted for the value, so that they are not too many.
  eachOverlap(units, { left: Infinity }, (unit, other, common) => {
    const [a, b] = [unit.annotator, other.annotator]
    if (a === b) return
    const gain = (slopes[a * m + b]! * common) / (unit.end - unit.start) + (slopes[b * m + a]! * common) / (other.end - other.start)
    add(unit.start, unit.start + 1, gain)
  })
  return jackknifeInterval(value, influences, marked.filter((units) => units > 0).length, [0, 1])
}
