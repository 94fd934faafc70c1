import { bootstrapIntervals, type Statistic } from '../agreement/bootstrap-interval'
import { agreementOfSweep } from '../agreement/character-alpha'
import type { Interval } from '../agreement/interval'
import { piecesOf } from '../agreement/pieces'
import { readSpans, type SpanReading } from '../agreement/span-reading'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { Span } from '../text/span'
import type { Flag } from './flag'
import type { DimensionAgreement, FurtherMeasures, Measured } from './layer-summary'
import { furtherMeasures, measuresOf, type Measuring } from './measures'
import { rounded } from './rounded'
import { spanLabels } from './span-labels'

type OfDimension = { agreement: DimensionAgreement; further: FurtherMeasures }

/**
 * Agreement of each dimension at character level, the further measures and alpha label by label, each with its interval over
 * the given sentences, which tile the text. All intervals that are drawn share their draws.
 */
export function agreementByDimension(
  flags: Record<Dimension, readonly Flag[]>,
  annotators: readonly string[],
  sentences: readonly Span[],
): Record<Dimension, OfDimension> {
  const ends = sentences.map((sentence) => sentence.end)
  const cuts = piecesOf(ends)
  const readings = dimensions.map((d) => readSpans(spanLabels(flags[d], annotators, ends.at(-1) ?? 0), cuts))
  const found = readings.map(measuresOf)
  const toDraw = found.flatMap(({ further, labels, main }) => [main, ...Object.values(further).flatMap(drawnOf), ...labels.flatMap(([, each]) => drawnOf(each))])
  const intervalOf = drawnIntervals(cuts, toDraw)

  const measured = ({ value: { value, undefinedBecause }, interval }: Measuring): Measured => ({
    value: value === null ? null : rounded(value, 6),
    undefined: undefinedBecause,
    interval: value === null ? null : roundedInterval(interval && 'of' in interval ? intervalOf(interval) : interval),
  })
  const of = (i: number): OfDimension => ({
    agreement: agreementOf(readings[i]!, annotators.length, intervalOf(found[i]!.main)),
    further: {
      all: Object.fromEntries(furtherMeasures.map((id) => [id, measured(found[i]!.further[id])])) as FurtherMeasures['all'],
      labels: Object.fromEntries(found[i]!.labels.map(([label, measuring]) => [label, measured(measuring)])),
    },
  })
  return { sourcing: of(0), statement: of(1), framing: of(2) }
}

const drawnOf = ({ interval }: Measuring): Statistic[] => (interval && 'of' in interval ? [interval] : [])

function drawnIntervals(cuts: readonly number[], statistics: readonly Statistic[]): (statistic: Statistic) => Interval | null {
  const lengths = cuts.map((end, i) => end - (cuts[i - 1] ?? 0))
  const made = new Map(bootstrapIntervals(lengths, statistics).map((interval, i) => [statistics[i]!, interval]))
  return (statistic) => made.get(statistic) ?? null
}

function agreementOf(reading: SpanReading, annotators: number, interval: Interval | null): DimensionAgreement {
  const { observed, value, undefinedBecause } = agreementOfSweep(reading.sweep())
  return {
    observed: observed === null ? null : rounded(observed, 6),
    alpha: value === null ? null : rounded(value, 6),
    undefined: undefinedBecause,
    annotators,
    interval: value === null ? null : roundedInterval(interval),
  }
}

function roundedInterval(interval: Interval | null): Interval | null {
  return interval && { ...interval, low: rounded(interval.low, 6), high: rounded(interval.high, 6) }
}
