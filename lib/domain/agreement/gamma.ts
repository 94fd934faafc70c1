import { bestDisorder, bestParts, disorderOf, type AlignedPart } from './best-alignment'
import type { Coefficient } from './coefficient'
import { evenDissimilarity, type Dissimilarity } from './gamma-disorder'
import { unitsByAnnotator, type Unit } from './sections'
import { seededRandom, type SeededRandom } from './seeded-random'
import type { SpanLabels } from './span-sweep'

/** Gamma with the two figures it is made of; null where they were not computed. */
export type Gamma = Coefficient & { observedDisorder: number | null; expectedDisorder: number | null }

/**
 * Mathet's gamma: 1 minus the disorder of the best alignment of the annotators' units over that of texts annotated by
 * chance in the same manner. Judges where units lie and what they are called together, and lets a unit with no
 * counterpart count as such. The alignment is exact (see `bestDisorder`); chance is `samples` made-up texts from `seed`,
 * so that the same seed gives the same figure. Source: Mathet, Widlöcher and Métivier, The Unified and Holistic Method
 * Gamma (γ), Computational Linguistics 41(3), 2015; the texts are made as its authors' program makes them by default:
 * number, length and distance of units drawn from normal distributions with the annotators' own means and deviations,
 * labels as often as they occur.
 * Worked: (1,5,a)(6,10,b)(11,15,a) and the same one further on: disorder 0.0625, gamma near 0.88.
 */
export function gamma(data: SpanLabels, options: GammaOptions = {}): Gamma {
  const byAnnotator = unitsByAnnotator(data)
  const units = byAnnotator.flat()
  const none = { value: null, items: data.annotators.length < 2 ? 0 : units.length, dropped: 0, observedDisorder: null, expectedDisorder: null }
  if (byAnnotator.length < 2) return { ...none, undefinedBecause: 'fewer-than-two-annotators' }
  if (units.length === 0) return { ...none, undefinedBecause: 'no-annotations' }

  const found = gammaParts(byAnnotator, options)
  if (!found) return { ...none, undefinedBecause: 'too-dense' }
  const [observedDisorder, expectedDisorder] = [disorderOf(found.parts, byAnnotator.length), meanOf(found.byChance)]
  const figures = { items: units.length, dropped: 0, observedDisorder, expectedDisorder }
  return expectedDisorder === 0
    ? { value: null, undefinedBecause: 'one-category-only', ...figures }
    : { value: 1 - observedDisorder / expectedDisorder, undefinedBecause: null, ...figures }
}

export type GammaOptions = { weights?: Dissimilarity; samples?: number; seed?: number }

/** What gamma is made of: the best alignment in its parts, and the disorder of each text made by chance; null where it would not end. */
export function gammaParts(
  byAnnotator: Unit[][],
  { weights = evenDissimilarity, samples = 100, seed = 1 }: GammaOptions,
): { parts: AlignedPart[]; byChance: number[] } | null {
  const parts = bestParts(byAnnotator, weights)
  if (!parts) return null
  const random = seededRandom(seed)
  const draw = drawerOf(byAnnotator, random)
  const byChance: number[] = []
  while (byChance.length < samples) {
    const made = byAnnotator.map(draw)
    if (made.every((units) => units.length === 0)) continue
    const disorder = bestDisorder(made, weights)
    if (disorder === null) return null
    byChance.push(disorder)
  }
  return { parts, byChance }
}

const meanOf = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length

/** Makes one annotator's units by chance, like those there are. */
function drawerOf(byAnnotator: Unit[][], random: SeededRandom): () => Unit[] {
  const units = byAnnotator.flat()
  const number = spreadOf(byAnnotator.map(({ length }) => length))
  const length = spreadOf(units.map(({ start, end }) => end - start))
  // The leading 0 stands for the text's beginning, so that annotators of one unit each have a spread.
  const gap = spreadOf([0, ...byAnnotator.flatMap((own) => own.slice(1).map((unit, i) => unit.start - own[i]!.end))])
  return () => {
    const made: Unit[] = []
    let at = 0
    for (let left = Math.abs(Math.trunc(normal(number, random))); left > 0; left -= 1) {
      const start = at + normal(gap, random)
      at = start + Math.max(Math.abs(normal(length, random)), Number.EPSILON)
      made.push({ start, end: at, label: units[random.below(units.length)]!.label })
    }
    return made
  }
}

type Spread = { mean: number; deviation: number }

function spreadOf(values: readonly number[]): Spread {
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  return { mean, deviation: Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length) }
}

/** Box and Muller, A Note on the Generation of Random Normal Deviates, 1958. */
function normal({ mean, deviation }: Spread, random: SeededRandom): number {
  const [u, v] = [(random.next() + 1) / 0x1_0000_0001, random.next() / 0x1_0000_0000]
  return mean + deviation * Math.sqrt(-2 * Math.log(u)) * Math.cos(2 * Math.PI * v)
}
