import { bootstrapIntervals, type AlphaInterval } from '../agreement/bootstrap-interval'
import { agreementOfSweep } from '../agreement/character-alpha'
import { sweepSpans } from '../agreement/span-sweep'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { Span } from '../text/span'
import type { Flag } from './flag'
import type { DimensionAgreement } from './layer-summary'
import { rounded } from './rounded'
import { spanLabels } from './span-labels'

/** Agreement of each dimension at character level with its interval over the given sentences, which tile the text. */
export function agreementByDimension(
  flags: Record<Dimension, readonly Flag[]>,
  annotators: readonly string[],
  sentences: readonly Span[],
): Record<Dimension, DimensionAgreement> {
  const ends = sentences.map((sentence) => sentence.end)
  const textLength = ends.at(-1) ?? 0
  const sweeps = dimensions.map((d) => sweepSpans(spanLabels(flags[d], annotators, textLength), ends))
  const intervals = bootstrapIntervals(sweeps)

  const all = sweeps.map((sweep, i): DimensionAgreement => {
    const { observed, value, undefinedBecause } = agreementOfSweep(sweep)
    return {
      observed: observed === null ? null : rounded(observed, 6),
      alpha: value === null ? null : rounded(value, 6),
      undefined: undefinedBecause,
      annotators: annotators.length,
      interval: roundedInterval(intervals[i] ?? null),
    }
  })
  return { sourcing: all[0]!, statement: all[1]!, framing: all[2]! }
}

function roundedInterval(interval: AlphaInterval | null): AlphaInterval | null {
  return interval && { ...interval, low: rounded(interval.low, 6), high: rounded(interval.high, 6) }
}
