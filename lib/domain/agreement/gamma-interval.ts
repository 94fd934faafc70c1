import { disorderOf } from './best-alignment'
import { gammaParts, type GammaOptions } from './gamma'
import { leastTelling, percentileInterval, type Interval, type IntervalOptions } from './interval'
import { unitsByAnnotator } from './sections'
import { seededRandom } from './seeded-random'
import type { SpanLabels } from './span-sweep'

/**
 * The interval of `gamma` by bootstrap over the parts that its best alignment falls into: units that could be meant as the
 * same belong to one part, and parts have nothing to do with each other, so that the best alignment of parts drawn with
 * replacement is that of each and nothing need be aligned anew. Chance is drawn anew from the texts made for it, which is the
 * sampling error that Mathet, Widlöcher and Métivier 2015 (section 5.2) speak of; how those texts are made is kept, as
 * Hayes and Krippendorff (Communication Methods and Measures 1, 2007) keep the expected disagreement when they bootstrap
 * alpha. Percentiles of 1,000. Null where gamma has no value, and where everything hangs together in
 * fewer than five parts.
 */
export function gammaInterval(data: SpanLabels, { replicates = 1_000, ...options }: GammaOptions & IntervalOptions = {}): Interval | null {
  const byAnnotator = unitsByAnnotator(data)
  const n = byAnnotator.length
  if (n < 2 || byAnnotator.every((units) => units.length === 0)) return null
  const found = gammaParts(byAnnotator, options)
  if (!found || found.parts.length < leastTelling || found.byChance.every((disorder) => disorder === 0)) return null
  const { parts, byChance } = found
  const random = seededRandom(options.seed ?? 1)
  const values: number[] = []
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const observed = disorderOf(parts.map(() => parts[random.below(parts.length)]!), n)
    const expected = byChance.reduce((sum) => sum + byChance[random.below(byChance.length)]!, 0) / byChance.length
    if (expected > 0) values.push(1 - observed / expected)
  }
  return percentileInterval(values, replicates)
}
