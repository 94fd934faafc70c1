import type { Coefficient } from './coefficient'
import { unitsByAnnotator, type Unit } from './sections'
import type { SpanLabels } from './span-sweep'

/** Alpha with the two figures it is made of, which are pooled over labels and texts. Both are 0 where it has no value. */
export type UnitizingAlpha = Coefficient & { observedDisagreement: number; expectedDisagreement: number }

/**
 * Krippendorff's older alpha of unitizing (α_U): how far apart the boundaries of units lie that were meant to be the same,
 * squared, and how much was marked where others left a gap; one label at a time, pooled as 1 − ΣD_o / ΣD_e.
 *
 * D_o = Σ d / (m (m−1) L²) over ordered pairs of annotators, with d = (b_g−b_h)² + (e_g−e_h)² for units that intersect and
 * d = l² for a unit wholly inside another's gap. D_e = (2/L) Σ_units [ (N−1)/3 (2l³−3l²+l) + l² Σ_gaps≥l (gap−l+1) ]
 * / (mL(mL−1) − Σ_units l(l−1)). Source: Krippendorff, On the reliability of unitizing continuous data, Sociological
 * Methodology 25, 1995; Content Analysis, 2nd edition 2004, section 12.4. All sums are made in sorted order, so that
 * the cost is that of sorting the units. Worked: his p. 254 gives .729 for c, 1 for k, .859 for both.
 */
export function unitizingAlpha(data: SpanLabels): UnitizingAlpha {
  return unitizingAlphaOf(labelParts(unitsByAnnotator(data), data.textLength), data)
}

/** The same from its parts. */
export function unitizingAlphaOf(parts: readonly LabelPart[], data: SpanLabels): UnitizingAlpha {
  const m = data.annotators.length
  const observedDisagreement = m < 2 ? 0 : sum(parts.map((part) => observedOf(part, m, data.textLength)))
  const expectedDisagreement = m < 2 ? 0 : sum(parts.map((part) => expectedOf(part, m, data.textLength)))
  const units = parts.flatMap((part) => part.units)
  const items = m < 2 ? 0 : units.length
  const figures = { items, dropped: 0, observedDisagreement, expectedDisagreement }
  if (m < 2) return { value: null, undefinedBecause: 'fewer-than-two-annotators', ...figures }
  if (parts.length === 0) return { value: null, undefinedBecause: 'no-annotations', ...figures }
  const everything = parts.length === 1 && sum(units.map(lengthOf)) === m * data.textLength
  return everything || expectedDisagreement === 0
    ? { value: null, undefinedBecause: 'one-category-only', ...figures }
    : { value: 1 - observedDisagreement / expectedDisagreement, undefinedBecause: null, ...figures }
}

const lengthOf = ({ start, end }: Stretch) => end - start
const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)

/** A stretch of code points, `end` exclusive. */
type Stretch = { start: number; end: number }

/** What α_U is made of in one label: all annotators' units by beginning, the gaps between them, and what is apart at each unit. */
export type LabelPart = {
  units: readonly Unit[]
  gaps: readonly Stretch[]
  /** Per unit: Σ d over the units it meets that began before it, and over the gaps that hold it whole. */
  apart: readonly number[]
  /** Σ (gap − l + 1) over the gaps that have room for a unit of length l. */
  room: (length: number) => number
}

/** The parts of α_U, label by label in the order in which labels first occur. */
export function labelParts(byAnnotator: readonly (readonly Unit[])[], textLength: number): LabelPart[] {
  const byLabel = new Map<string, Unit[][]>()
  byAnnotator.forEach((units, annotator) => {
    for (const unit of units) {
      const rows = byLabel.get(unit.label) ?? byAnnotator.map(() => [])
      byLabel.set(unit.label, rows)
      rows[annotator]!.push(unit)
    }
  })
  return [...byLabel.values()].map((own) => {
    const units = own.flat().sort((a, b) => a.start - b.start)
    const gaps = own.flatMap((each) => gapsBetween(each, textLength))
    const inGaps = markedInGaps(units, gaps)
    const apart = boundariesApart(units).map((boundaries, i) => boundaries + inGaps[i]!)
    return { units, gaps, apart, room: roomInGaps(gaps.map(lengthOf)) }
  })
}

/** D_o of one label; each unordered pair is two ordered ones. */
function observedOf({ apart }: LabelPart, m: number, textLength: number): number {
  return (2 * sum(apart)) / (m * (m - 1) * textLength ** 2)
}

/** Σ over units of what chance would put apart, the first factor of D_e. */
export function chanceOf({ units, room }: LabelPart): number {
  return sum(units.map(lengthOf).map((l) => ((units.length - 1) / 3) * cubeOf(l) + l * l * room(l)))
}

/** 2l³ − 3l² + l. */
export const cubeOf = (l: number) => 2 * l ** 3 - 3 * l ** 2 + l

function expectedOf(part: LabelPart, m: number, textLength: number): number {
  const all = m * textLength
  return ((2 / textLength) * chanceOf(part)) / (all * (all - 1) - sum(part.units.map(lengthOf).map((l) => l * (l - 1))))
}

function gapsBetween(units: readonly Unit[], textLength: number): Stretch[] {
  const starts = [0, ...units.map(({ end }) => end)]
  const ends = [...units.map(({ start }) => start), textLength]
  return starts.map((start, i) => ({ start, end: ends[i]! })).filter((gap) => gap.start < gap.end)
}

/**
 * Per unit: Σ (b_g−b_h)² + (e_g−e_h)² over those it intersects that began before. A pair meets when its later unit begins while the other is open;
 * with count, sum and sum of squares of the open ones at hand the squares need not be taken pair by pair.
 */
function boundariesApart(units: readonly Unit[]): number[] {
  const leaving = units.toSorted((a, b) => a.end - b.end)
  const open = { count: 0, begins: 0, beginSquares: 0, ends: 0, endSquares: 0 }
  const turn = ({ start, end }: Unit, by: 1 | -1) => {
    open.count += by
    open.begins += by * start
    open.beginSquares += by * start * start
    open.ends += by * end
    open.endSquares += by * end * end
  }
  let left = 0
  return units.map((unit) => {
    while (left < leaving.length && leaving[left]!.end <= unit.start) turn(leaving[left++]!, -1)
    const begins = open.count * unit.start ** 2 - 2 * unit.start * open.begins + open.beginSquares
    const ends = open.count * unit.end ** 2 - 2 * unit.end * open.ends + open.endSquares
    turn(unit, 1)
    return begins + ends
  })
}

/** Per unit: l² for each of the gaps that hold it whole, counted with a Fenwick tree over the gaps' ends. */
function markedInGaps(units: readonly Unit[], gaps: readonly Stretch[]): number[] {
  const ends = [...new Set(gaps.map(({ end }) => end))].sort((a, b) => b - a)
  const rank = new Map(ends.map((end, i) => [end, i + 1]))
  const tree = new Int32Array(ends.length + 1)
  const coming = gaps.toSorted((a, b) => a.start - b.start)
  let next = 0
  return units.map((unit) => {
    for (; next < coming.length && coming[next]!.start <= unit.start; next += 1) {
      for (let i = rank.get(coming[next]!.end)!; i < tree.length; i += i & -i) tree[i]! += 1
    }
    let holding = 0
    for (let i = firstBelow(ends, unit.end); i > 0; i -= i & -i) holding += tree[i]!
    return lengthOf(unit) ** 2 * holding
  })
}

/** How many of the falling numbers are not below `least`. */
function firstBelow(falling: readonly number[], least: number): number {
  let [low, high] = [0, falling.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (falling[middle]! >= least) low = middle + 1
    else high = middle
  }
  return low
}

/** Σ (gap − l + 1) over the gaps that have room for a unit of length l. */
function roomInGaps(lengths: readonly number[]): (length: number) => number {
  const falling = lengths.toSorted((a, b) => b - a)
  const sums = [0]
  for (const length of falling) sums.push(sums.at(-1)! + length)
  return (length) => {
    const holding = firstBelow(falling, length)
    return sums[holding]! - holding * (length - 1)
  }
}
