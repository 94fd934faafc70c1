import type { Coefficient, ReliabilityData } from './coefficient'
import { leastTelling, percentileInterval, studentsT, type Interval, type IntervalOptions } from './interval'
import { seededRandom, type SeededRandom } from './seeded-random'

/** More judgements than this in all resamples together, and the jackknife takes over. */
const mostJudgements = 10_000_000
/** So many groups of items are left out in turn. */
const groups = 40

/**
 * The interval of a coefficient over items: of observed agreement, the kappas and alpha. Percentiles of 1,000 resamples of
 * items with replacement, annotators kept (Zapf, Castell, Morawietz and Karch, Measuring inter-rater reliability for nominal
 * data, BMC Medical Research Methodology 16, 2016, who find it right for alpha and Fleiss's kappa alike); the coefficient,
 * chance included, is computed anew of each. Of more than 10,000 judgements that would cost too much: then 40 groups of items, dealt
 * out by the seed, are left out in turn (delete-a-group jackknife: Shao and Wu, Annals of Statistics 17, 1989), ±t(39) errors.
 *
 * Null where the coefficient has no value or stands on fewer than five items. With few more percentiles are too narrow.
 */
export function itemInterval<V extends string | number>(
  data: ReliabilityData<V>,
  of: (data: ReliabilityData<V>) => Coefficient,
  { seed = 1, replicates = 1_000, least = leastTelling }: IntervalOptions = {},
): Interval | null {
  const { value, items } = of(data)
  if (value === null || items < least) return null
  const random = seededRandom(seed)
  const judgements = data.reduce((sum, item) => sum + item.length, 0)
  if (judgements * replicates > mostJudgements) return withoutGroups(data, of, value, random)

  const values: number[] = []
  for (let replicate = 0; replicate < replicates; replicate += 1) {
    const drawn = of(data.map(() => data[random.below(data.length)]!)).value
    if (drawn !== null) values.push(drawn)
  }
  return percentileInterval(values, replicates)
}

function withoutGroups<V extends string | number>(
  data: ReliabilityData<V>,
  of: (data: ReliabilityData<V>) => Coefficient,
  value: number,
  random: SeededRandom,
): Interval | null {
  const dealt = shuffled(data, random)
  const without = Array.from({ length: groups }, (_, group) => of(dealt.filter((_item, i) => i % groups !== group)).value)
  const values = without.filter((each) => each !== null)
  if (values.length < 2) return null
  const mean = values.reduce((a, b) => a + b, 0) / values.length
  const squares = values.reduce((sum, each) => sum + (each - mean) ** 2, 0)
  const reach = studentsT(values.length - 1) * Math.sqrt((squares * (values.length - 1)) / values.length)
  const interval = { low: value - reach, high: Math.min(1, value + reach) }
  return { ...interval, by: 'jackknife', replicates: values.length, dropped: groups - values.length }
}

/** Fisher and Yates, in a new array. */
function shuffled<T>(items: readonly T[], random: SeededRandom): T[] {
  const all = [...items]
  for (let i = all.length - 1; i > 0; i -= 1) {
    const j = random.below(i + 1)
    ;[all[i], all[j]] = [all[j]!, all[i]!]
  }
  return all
}
