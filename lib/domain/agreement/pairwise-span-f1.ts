import { mostEffort, spend, type Effort } from '../effort'
import type { Coefficient, UndefinedReason } from './coefficient'
import { unitsByAnnotator, type Unit } from './sections'
import { scoreOf } from './span-score'
import type { SpanLabels } from './span-sweep'

/**
 * Mean F1 of the spans of each pair of annotators, the one taken as the other's key (see `spanScore`). Takes no account of
 * chance. Pairs of whom neither marked anything agree; 1 is perfect. One sweep adds every overlap to its pair, so that
 * the cost is that of the overlaps and of one figure a pair, not of comparing all spans of all pairs. Where these are more
 * than the effort allows they are too many to compare.
 */
export function pairwiseSpanF1(data: SpanLabels, effort?: Effort): Coefficient {
  return f1OfPairs(unitsByAnnotator(data), effort).coefficient
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

/** Mean F1 of pairs from the annotators' units; without shares where it has no value. */
export function f1OfPairs(byAnnotator: readonly (readonly Unit[])[], effort: Effort = { left: mostEffort }): F1OfPairs {
  const m = byAnnotator.length
  const units = byAnnotator.flatMap((own, annotator) => own.map(({ start, end, label }) => ({ start, end, label, annotator })))
  units.sort((a, b) => a.start - b.start)
  const count = byAnnotator.map(({ length }) => length)
  const figures = { items: m < 2 ? 0 : units.length, dropped: 0 }
  const without = (undefinedBecause: UndefinedReason): F1OfPairs => ({
    units, count, shares: new Float64Array(), coefficient: { value: null, undefinedBecause, ...figures },
  })
  if (m < 2) return without('fewer-than-two-annotators')
  if (units.length === 0) return without('no-annotations')
  const shares = sharesOf(units, m, effort)
  if (!shares) return without('too-many-to-compare')

  let sum = 0
  for (let i = 0; i < m; i += 1) {
    for (let j = i + 1; j < m; j += 1) {
      const [own, other] = [count[i]!, count[j]!]
      if (own === 0 || other === 0) sum += own === other ? 1 : 0
      else sum += scoreOf(shares[i * m + j]! / own, shares[j * m + i]! / other).f1
    }
  }
  return { units, count, shares, coefficient: { value: sum / ((m * (m - 1)) / 2), undefinedBecause: null, ...figures } }
}

function sharesOf(units: readonly PlacedUnit[], m: number, effort: Effort): Float64Array | null {
  // A figure for each pair takes eight bytes twice, so that memory is bounded with the steps.
  if (!spend(effort, m * m)) return null
  const shares = new Float64Array(m * m)
  const met = eachOverlap(units, effort, (unit, other, common) => {
    shares[unit.annotator * m + other.annotator]! += common / (unit.end - unit.start)
    shares[other.annotator * m + unit.annotator]! += common / (other.end - other.start)
  })
  return met ? shares : null
}

/** A unit with the annotator it is of, counted from 0. */
export type PlacedUnit = Unit & { annotator: number }

/**
 * Pairs of units of one label that overlap, the later one first, with the characters they share. Units by beginning.
 * @returns whether the effort was enough; it stops where it was not.
 */
export function eachOverlap(units: readonly PlacedUnit[], effort: Effort, meet: (unit: PlacedUnit, other: PlacedUnit, common: number) => void): boolean {
  const openOf = new Map<string, PlacedUnit[]>()
  for (const unit of units) {
    const open = openOf.get(unit.label)
    if (!open) {
      openOf.set(unit.label, [unit])
      continue
    }
    if (!spend(effort, open.length)) return false
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
  return true
}
