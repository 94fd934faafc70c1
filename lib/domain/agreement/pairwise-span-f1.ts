import type { Coefficient } from './coefficient'
import { unitsByAnnotator, type Unit } from './sections'
import { scoreOf } from './span-score'
import type { SpanLabels } from './span-sweep'

/**
 * Mean F1 of the spans of each pair of annotators, the one taken as the other's key (see `spanScore`). Takes no account of
 * chance. Pairs of whom neither marked anything agree; 1 is perfect. One sweep adds every overlap to its pair, so that
 * the cost is that of the overlaps and of one figure a pair, not of comparing all spans of all pairs.
 */
export function pairwiseSpanF1(data: SpanLabels): Coefficient {
  return f1OfPairs(unitsByAnnotator(data)).coefficient
}

/** The mean with what it is made of, for its interval. */
export type F1OfPairs = {
  coefficient: Coefficient
  /** All annotators' units, by beginning. */
  units: readonly PlacedUnit[]
  /** Units of each annotator. */
  count: readonly number[]
  /** At [i, j]: for each unit of i the share of it that units of j with its label cover, added up. */
  shares: Float64Array
}

/** Mean F1 of pairs from the annotators' units. */
export function f1OfPairs(byAnnotator: readonly (readonly Unit[])[]): F1OfPairs {
  const m = byAnnotator.length
  const units = byAnnotator.flatMap((own, annotator) => own.map(({ start, end, label }) => ({ start, end, label, annotator })))
  units.sort((a, b) => a.start - b.start)
  const shares = sharesOf(units, m)
  const count = byAnnotator.map(({ length }) => length)
  const parts = { units, count, shares }
  const figures = { items: m < 2 ? 0 : units.length, dropped: 0 }
  if (m < 2) return { ...parts, coefficient: { value: null, undefinedBecause: 'fewer-than-two-annotators', ...figures } }
  if (units.length === 0) return { ...parts, coefficient: { value: null, undefinedBecause: 'no-annotations', ...figures } }

  let sum = 0
  for (let i = 0; i < m; i += 1) {
    for (let j = i + 1; j < m; j += 1) {
      const [own, other] = [count[i]!, count[j]!]
      if (own === 0 || other === 0) sum += own === other ? 1 : 0
      else sum += scoreOf(shares[i * m + j]! / own, shares[j * m + i]! / other).f1
    }
  }
  return { ...parts, coefficient: { value: sum / ((m * (m - 1)) / 2), undefinedBecause: null, ...figures } }
}

function sharesOf(units: readonly PlacedUnit[], m: number): Float64Array {
  const shares = new Float64Array(m * m)
  eachOverlap(units, (unit, other, common) => {
    shares[unit.annotator * m + other.annotator]! += common / (unit.end - unit.start)
    shares[other.annotator * m + unit.annotator]! += common / (other.end - other.start)
  })
  return shares
}

/** A unit with the annotator it is of, counted from 0. */
export type PlacedUnit = Unit & { annotator: number }

/** Pairs of units of one label that overlap, the later one first, with the characters they share. Units by beginning. */
export function eachOverlap(units: readonly PlacedUnit[], meet: (unit: PlacedUnit, other: PlacedUnit, common: number) => void): void {
  const openOf = new Map<string, PlacedUnit[]>()
  for (const unit of units) {
    const open = openOf.get(unit.label)
    if (!open) {
      openOf.set(unit.label, [unit])
      continue
    }
    let still = 0
    for (const other of open) {
      if (other.end <= unit.start) continue
      open[still] = other
      still += 1
      meet(unit, other, Math.min(unit.end, other.end) - unit.start)
    }
    open[still] = unit
    open.length = still + 1
  }
}
