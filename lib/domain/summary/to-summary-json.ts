import { dimensions, type Dimension } from '../codebook/codebook'
import type { Counts, DimensionAgreement, DimensionSummary, LayerSummary, Passage } from './layer-summary'

/** The body of `GET /api/v1/layers/{layerId}/summary`; its shape is promised to machines and changes only by adding. */
export type SummaryJson = {
  layer: string
  article: string
  revision: number
  unit: 'code point'
  textLength: number
  annotators: number
  annotations: number
  dimensions: Record<
    Dimension,
    Counts & { labels: Record<string, Counts>; agreement: Omit<DimensionAgreement, 'interval'> }
  >
  contested: Pick<Passage, 'start' | 'end' | 'quote' | 'dimension' | 'votes'>[]
}

/**
 * A summary as machines get it, told which layer, article and revision it is of. What only the page shows is left out.
 */
export function toSummaryJson(
  summary: LayerSummary,
  of: { layer: string; article: string; revision: number },
): SummaryJson {
  const [sourcing, statement, framing] = dimensions.map((d) => asPromised(summary.dimensions[d]))
  return {
    layer: of.layer,
    article: of.article,
    revision: of.revision,
    unit: 'code point',
    textLength: summary.textLength,
    annotators: summary.annotators,
    annotations: summary.annotations,
    dimensions: { sourcing: sourcing!, statement: statement!, framing: framing! },
    contested: summary.contested.map((passage) => {
      const { start, end, quote, dimension, votes } = passage
      return { start, end, quote, dimension, votes }
    }),
  }
}

function asPromised({ agreement, annotations, annotators: readers, characters, share, labels }: DimensionSummary): SummaryJson['dimensions'][Dimension] {
  const { observed, alpha, undefined: reason, annotators } = agreement
  return { annotations, annotators: readers, characters, share, labels, agreement: { observed, alpha, undefined: reason, annotators } }
}
