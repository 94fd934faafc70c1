import { dimensions, type Dimension } from '../codebook/codebook'
import { mostEffort } from '../effort'
import { codePointIndex } from '../text/code-points'
import { sentencesOf } from '../text/sentences'
import type { Span } from '../text/span'
import { agreementByDimension } from './agreement-by-dimension'
import { countFlags, countLabels, covered, shareOf } from './counts'
import { flagsByDimension } from './flag'
import { heatOf } from './heat'
import type { DimensionSummary, LayerSummary, SummaryInput } from './layer-summary'
import { partingAndMeeting } from './parting-and-meeting'
import { readableSpan } from './readable-span'
import { sourcesOf } from './sources'

/** Cells of the heat strip, and the most passages shown of each kind. */
export const summarySizes = { cells: 120, passages: 8 } as const

/**
 * What the readers of one layer found, where, and how far they agree: everything its page and `GET .../summary` show.
 * Pure and the same for the same input, in whatever order the annotations come. All figures are defined for a layer
 * without annotations, with one reader and for an empty text; labels the codebook does not know are counted like
 * others. Counts are of everybody; agreement, disagreement and votes of those who are measured. What would take more than
 * `most` steps is told as too many to compare (see `effort.ts`); with 0 there are counts alone.
 */
export function summarise(input: SummaryInput, most: number = mostEffort): LayerSummary {
  const { text, language, codebook, annotations } = input
  const index = codePointIndex(text)
  const annotators = [...new Set([...input.annotators, ...annotations.map((a) => a.annotator)])].sort()
  const flags = flagsByDimension(annotations, index.length)
  const measured = input.measured ? [...new Set(input.measured)].sort() : annotators
  const counting = new Set(measured)
  const byMeasured = (d: Dimension) => flags[d].filter(({ annotator }) => counting.has(annotator))
  const measuredFlags = { sourcing: byMeasured('sourcing'), statement: byMeasured('statement'), framing: byMeasured('framing') }
  const agreement = agreementByDimension(measuredFlags, measured, sentencesOf(text, language), most)
  const fit = (span: Span) => readableSpan(text, index, span)

  const dimension = (d: Dimension): DimensionSummary => ({
    ...countFlags(flags[d], index.length),
    labels: countLabels(flags[d], codebook.labels[d], index.length),
    ...agreement[d],
  })
  const everywhere = dimensions.flatMap((d) => flags[d]).sort((a, b) => a.start - b.start)
  const characters = covered(everywhere)
  return {
    textLength: index.length,
    annotators: annotators.length,
    measured: measured.length,
    annotations: annotations.length,
    flagged: { characters, share: shareOf(characters, index.length) },
    dimensions: { sourcing: dimension('sourcing'), statement: dimension('statement'), framing: dimension('framing') },
    heat: heatOf({ flags, measured, textLength: index.length, cells: summarySizes.cells, most }),
    ...partingAndMeeting({ flags: measuredFlags, readers: measured.length, index, codebook, fit, limit: summarySizes.passages, most }),
    sources: sourcesOf(flags.sourcing, codebook.labels.sourcing, index, fit, { left: most }),
  }
}
