import { dimensions, type Dimension } from '../codebook/codebook'
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
 * others.
 */
export function summarise(input: SummaryInput): LayerSummary {
  const { text, language, codebook, annotations } = input
  const index = codePointIndex(text)
  const annotators = [...new Set([...input.annotators, ...annotations.map((a) => a.annotator)])].sort()
  const flags = flagsByDimension(annotations, index.length)
  const agreement = agreementByDimension(flags, annotators, sentencesOf(text, language))
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
    annotations: annotations.length,
    flagged: { characters, share: shareOf(characters, index.length) },
    dimensions: { sourcing: dimension('sourcing'), statement: dimension('statement'), framing: dimension('framing') },
    heat: heatOf(flags, annotators, index.length, summarySizes.cells),
    ...partingAndMeeting({ flags, readers: annotators.length, index, codebook, fit, limit: summarySizes.passages }),
    sources: sourcesOf(flags.sourcing, codebook.labels.sourcing, index, fit),
  }
}
