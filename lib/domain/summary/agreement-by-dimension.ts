import { bootstrapIntervals, type Statistic } from '../agreement/bootstrap-interval'
import { agreementOfSweep } from '../agreement/character-alpha'
import type { Interval } from '../agreement/interval'
import { piecesOf } from '../agreement/pieces'
import { readSpans, type SpanReading } from '../agreement/span-reading'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { Span } from '../text/span'
import type { Flag } from './flag'
import type { DimensionAgreement, FurtherMeasures, Measured } from './layer-summary'
import { furtherMeasures, measuresOf, tooManyMeasures, type Measuring } from './measures'
import { rounded } from './rounded'
import { canSweep, spanLabels } from './span-labels'

type OfDimension = { agreement: DimensionAgreement; further: FurtherMeasures }

/**
 * Agreement of each dimension at character level, the further measures and alpha label by label, each with its interval over
 * the given sentences, which tile the text. All intervals that are drawn share their draws. A measure that would take more
 * than `most` steps is not made (see `effort.ts`).
 */
export function agreementByDimension(
  flags: Record<Dimension, readonly Flag[]>,
  annotators: readonly string[],
  sentences: readonly Span[],
  most: number,
): Record<Dimension, OfDimension> {
  const ends = sentences.map((sentence) => sentence.end)
  const cuts = piecesOf(ends)
  const readings = dimensions.map((d): SpanReading | null => {
    const spans = spanLabels(flags[d], annotators, ends.at(-1) ?? 0)
    return canSweep(spans, most) ? readSpans(spans, cuts) : null
  })
  const found = readings.map((reading) => (reading ? measuresOf(reading, most) : tooManyMeasures(annotators.length)))
  const intervalOf = drawnIntervals(cuts, found.flatMap(({ main, further, labels }) => [main, ...Object.values(further), ...labels.map(([, each]) => each)].flatMap(drawnOf)))

  const intervalIn = ({ value: { value }, interval }: Measuring) =>
    value === null ? null : roundedInterval(interval && 'of' in interval ? intervalOf(interval) : interval)
  const measured = (measuring: Measuring): Measured => ({
    value: roundedOrNull(measuring.value.value),
    undefined: measuring.value.undefinedBecause,
    interval: intervalIn(measuring),
  })
  const of = (i: number): OfDimension => {
    const { main, further, labels } = found[i]!
    const reading = readings[i]
    return {
      agreement: {
        observed: reading ? roundedOrNull(agreementOfSweep(reading.sweep()).observed) : null,
        alpha: roundedOrNull(main.value.value),
        undefined: main.value.undefinedBecause,
        annotators: annotators.length,
        interval: intervalIn(main),
      },
      further: {
        all: Object.fromEntries(furtherMeasures.map((id) => [id, measured(further[id])])) as FurtherMeasures['all'],
        labels: Object.fromEntries(labels.map(([label, measuring]) => [label, measured(measuring)])),
      },
    }
  }
  return { sourcing: of(0), statement: of(1), framing: of(2) }
}

const drawnOf = ({ interval }: Measuring): Statistic[] => (interval && 'of' in interval ? [interval] : [])

function drawnIntervals(cuts: readonly number[], statistics: readonly Statistic[]): (statistic: Statistic) => Interval | null {
  const lengths = cuts.map((end, i) => end - (cuts[i - 1] ?? 0))
  const made = new Map(bootstrapIntervals(lengths, statistics).map((interval, i) => [statistics[i]!, interval]))
  return (statistic) => made.get(statistic) ?? null
}

const roundedOrNull = (value: number | null) => (value === null ? null : rounded(value, 6))

function roundedInterval(interval: Interval | null): Interval | null {
  return interval && { ...interval, low: rounded(interval.low, 6), high: rounded(interval.high, 6) }
}
