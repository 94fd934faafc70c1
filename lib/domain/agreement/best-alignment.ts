import { dissimilarityOf, type Dissimilarity } from './gamma-disorder'
import type { Unit } from './sections'

/** A unit with the annotator it is of, counted from 0. */
type Placed = Unit & { annotator: number }
/** Units that could be meant as the same: at most one an annotator; `gain` is what aligning them saves. */
type Group = { members: readonly number[]; gain: number }

/** Beyond this the exact search is given up: many annotators near each other make too many groups. */
const most = { annotators: 31, groups: 60_000, states: 400_000 }

/**
 * The disorder of the best alignment of several annotators' units, exactly: units are grouped, at most one an annotator,
 * so that the mean dissimilarity over the pairs of annotators, added up over all groups and divided by the mean number
 * of units an annotator, is least. A pair in which anybody has no unit costs Δ∅. Null where the units are too many and
 * too dense for an exact search. Source: Mathet, Widlöcher and Métivier, The Unified and Holistic Method Gamma (γ),
 * Computational Linguistics 41(3), 2015. Worked: (1,5,a)(6,10,b)(11,15,a) and the same one further on: 0.0625.
 */
export function bestDisorder(byAnnotator: readonly (readonly Unit[])[], weights: Dissimilarity): number | null {
  const parts = bestParts(byAnnotator, weights)
  return parts && disorderOf(parts, byAnnotator.length)
}

/** Units that have nothing to do with any others, and what their best alignment costs together. */
export type AlignedPart = { units: number; cost: number }

/** The disorder of parts taken together, whatever parts and however often. */
export function disorderOf(parts: readonly AlignedPart[], annotators: number): number {
  let [units, cost] = [0, 0]
  for (const part of parts) {
    units += part.units
    cost += part.cost
  }
  return cost / (units / annotators)
}

/** The best alignment in the parts it falls into, each aligned for itself; null where it would not end. */
export function bestParts(byAnnotator: readonly (readonly Unit[])[], weights: Dissimilarity): AlignedPart[] | null {
  const n = byAnnotator.length
  if (n > most.annotators) return null
  const units = byAnnotator
    .flatMap((own, annotator) => own.map((unit): Placed => ({ ...unit, annotator })))
    .sort((a, b) => a.start + a.end - b.start - b.end || a.annotator - b.annotator)
  const groups = groupsOf(units, n, weights)
  if (!groups) return null
  const parts: AlignedPart[] = []
  let lone = units.length
  for (const part of connected(units.length, groups)) {
    const best = bestGain(part)
    if (best === null) return null
    const size = new Set(part.flatMap(({ members }) => members)).size
    lone -= size
    // Alone, every unit costs Δ∅: all pairs of its group have somebody without one.
    parts.push({ units: size, cost: size * weights.empty - best })
  }
  return [...parts, ...Array.from({ length: lone }, () => ({ units: 1, cost: weights.empty }))]
}

/**
 * Every group that may be part of a best alignment: each member must save something by being in it rather than alone.
 * Grown in the order of the units, which keeps what was looked at nearby.
 */
function groupsOf(units: readonly Placed[], n: number, weights: Dissimilarity): Group[] | null {
  const pairs = (n * (n - 1)) / 2
  // A unit joins others only where that saves more than it costs, even if all n annotators were in the group.
  const farthest = (pairs + n - 1) * weights.empty
  const found: Group[] = []
  const grow = (members: number[], apart: number[], taken: number, sum: number): boolean => {
    for (let next = members.at(-1)! + 1; next < units.length; next += 1) {
      const unit = units[next]!
      if (taken & (1 << unit.annotator)) continue
      const distances = members.map((member) => dissimilarityOf(units[member]!, unit, weights))
      if (distances.some((distance) => distance > farthest)) {
        if (tooFar(units[members[0]!]!, unit, farthest, weights)) break
        continue
      }
      const all = [...apart.map((own, i) => own + distances[i]!), distances.reduce((a, b) => a + b, 0)]
      if (all.some((own) => own > farthest)) continue
      const [size, total] = [members.length + 1, sum + all.at(-1)!]
      const saved = (size - 1) * weights.empty + (((size * (size - 1)) / 2) * weights.empty - total) / pairs
      const grown = [...members, next]
      if (saved > 0 && all.every((own) => own <= (pairs + size - 1) * weights.empty)) {
        found.push({ members: grown, gain: saved })
        if (found.length > most.groups) return false
      }
      if (size < n && !grow(grown, all, taken | (1 << unit.annotator), total)) return false
    }
    return true
  }
  for (let first = 0; first < units.length; first += 1) {
    if (!grow([first], [0], 1 << units[first]!.annotator, 0)) return null
  }
  return found
}

/** Middles so far apart that no unit from here on can be near enough, however long. */
function tooFar(first: Unit, unit: Unit, farthest: number, weights: Dissimilarity): boolean {
  if (weights.place === 0) return false
  const middles = (unit.start + unit.end - first.start - first.end) / 2
  const lengths = unit.end - unit.start + first.end - first.start
  return weights.place * ((2 * middles) / Math.max(lengths, 4 * middles)) ** 2 * weights.empty > farthest
}

/** Splits the groups into sets that share no unit. */
function connected(units: number, groups: readonly Group[]): Group[][] {
  const parent = Int32Array.from({ length: units }, (_, i) => i)
  const root = (i: number): number => {
    while (parent[i] !== i) i = parent[i] = parent[parent[i]!]!
    return i
  }
  for (const { members } of groups) for (const member of members) parent[root(member)] = root(members[0]!)
  const parts = new Map<number, Group[]>()
  for (const group of groups) {
    const key = root(group.members[0]!)
    parts.set(key, [...(parts.get(key) ?? []), group])
  }
  return [...parts.values()]
}

/** The most that groups without a unit in common can save together: each unit in turn is left alone or put into a group. */
function bestGain(groups: readonly Group[]): number | null {
  const order = [...new Set(groups.flatMap(({ members }) => members))].sort((a, b) => a - b)
  const place = new Map(order.map((unit, i) => [unit, i]))
  const byFirst = order.map((): { mask: bigint; gain: number }[] => [])
  for (const { members, gain } of groups) {
    const mask = members.reduce((bits, member) => bits | (1n << BigInt(place.get(member)!)), 0n)
    byFirst[place.get(members[0]!)!]!.push({ mask, gain })
  }
  const known = new Map<string, number>()
  let given = false
  const from = (at: number, used: bigint): number => {
    while (at < order.length && used & (1n << BigInt(at))) at += 1
    if (at >= order.length || given) return 0
    const key = `${at}:${used >> BigInt(at)}`
    const before = known.get(key)
    if (before !== undefined) return before
    let best = from(at + 1, used)
    for (const { mask, gain } of byFirst[at]!) if (!(mask & used)) best = Math.max(best, gain + from(at + 1, used | mask))
    if (known.size >= most.states) given = true
    known.set(key, best)
    return best
  }
  const best = from(0, 0n)
  return given ? null : best
}
