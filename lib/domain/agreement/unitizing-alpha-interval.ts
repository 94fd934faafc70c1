import { jackknifeInterval, type Interval } from './interval'
import { spreader, type SpanReading } from './span-reading'
import { chanceOf, cubeOf, type LabelPart, type UnitizingAlpha } from './unitizing-alpha'

/**
 * The interval of `unitizingAlpha` by infinitesimal jackknife over the pieces of the text (see `jackknifeInterval`). A
 * resampled text has other gaps, so that a bootstrap would have to sort it anew a thousand times; here D_o and D_e are
 * derived once by the weight of each unit, of each gap and of the text. A unit or gap that runs over several pieces weighs
 * as they do on average. Null where α_U has no value, and where fewer than five pieces are marked.
 */
export function unitizingAlphaInterval({ data, cuts }: SpanReading, parts: readonly LabelPart[], alpha: UnitizingAlpha): Interval | null {
  const { value, observedDisagreement, expectedDisagreement } = alpha
  if (value === null) return null
  const influences = new Float64Array(cuts.length)
  const marked = new Float64Array(cuts.length)
  const [add, mark] = [spreader(cuts, influences), spreader(cuts, marked)]
  const m = data.annotators.length
  // α = 1 − O/E, so that dα = (O dE − E dO) / E².
  const [byObserved, byExpected] = [-1 / expectedDisagreement, observedDisagreement / expectedDisagreement ** 2]
  for (const part of parts) {
    const slopes = slopesOf(part, m, data.textLength)
    part.units.forEach(({ start, end }, i) => {
      add(start, end, byObserved * slopes.observed(i) + byExpected * slopes.expected(i))
      mark(start, end, 1)
    })
    for (const { start, end } of part.gaps) add(start, end, byExpected * slopes.gap(end - start))
    add(0, data.textLength, byExpected * slopes.length - byObserved * slopes.observedLength)
  }
  return jackknifeInterval(value, influences, marked.filter((units) => units > 0).length, [-Infinity, 1])
}

/**
 * How fast one label's D_o and D_e change with the weight of a unit, of a gap of some length, and of the whole text. With
 * D_o = 2 Σ w d / (m (m−1) L²), C = Σ w [ (Σw−1)/3 (2l³−3l²+l) + l² Σ w_g (g−l+1) ], F = mL (mL−1) − Σ w l(l−1) and
 * D_e = 2 C / (L F).
 */
function slopesOf(part: LabelPart, m: number, textLength: number) {
  const { units, apart, room } = part
  const lengths = units.map(({ start, end }) => end - start)
  const all = m * textLength
  const pairs = m * (m - 1) * textLength ** 2
  const chance = chanceOf(part)
  const free = all * (all - 1) - sum(lengths.map((l) => l * (l - 1)))
  const cubes = sum(lengths.map(cubeOf))
  const held = heldIn(lengths)
  const expected = (2 * chance) / (textLength * free)
  return {
    observed: (i: number) => (2 * apart[i]!) / pairs,
    /** Twice D_o, once for each L. */
    observedLength: (4 * sum(apart)) / pairs,
    expected(i: number) {
      const l = lengths[i]!
      const byChance = cubes / 3 + ((units.length - 1) / 3) * cubeOf(l) + l * l * room(l)
      return (2 * byChance) / (textLength * free) + (expected / free) * l * (l - 1)
    },
    gap: (length: number) => (2 * held(length)) / (textLength * free),
    length: -expected - (expected / free) * (2 * all * all - all),
  }
}

/** Σ l² (gap − l + 1) over the units that fit into a gap. */
function heldIn(lengths: readonly number[]): (gap: number) => number {
  const rising = lengths.toSorted((a, b) => a - b)
  const [squares, rest] = [[0], [0]]
  for (const l of rising) {
    squares.push(squares.at(-1)! + l * l)
    rest.push(rest.at(-1)! + l * l * (l - 1))
  }
  return (gap) => {
    let [low, high] = [0, rising.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if (rising[middle]! <= gap) low = middle + 1
      else high = middle
    }
    return gap * squares[low]! - rest[low]!
  }
}

const sum = (numbers: readonly number[]) => numbers.reduce((a, b) => a + b, 0)
