import { agreementBand, type AgreementBand } from '../agreement/agreement-band'
import { dimensions, type Dimension } from '../codebook/codebook'
import type { LayerSummary, Passage } from './layer-summary'

export type DimensionStanding = { dimension: Dimension; alpha: number; band: AgreementBand }

/** What the sentence that opens a summary is made of; null where there is nothing to say. Words are made elsewhere. */
export type LeadFacts = {
  annotators: number
  annotations: number
  /** Share of the text marked in any dimension, 0 to 1. */
  share: number
  /** The label on most of the text. */
  widest: { dimension: Dimension; label: string; share: number } | null
  /** The dimension readers agree on most, and the one they agree on least where there is another to compare. */
  most: DimensionStanding | null
  least: DimensionStanding | null
  /** Sources that stand for somebody, those of them without a name, and places where a source is missing. */
  sources: { distinct: number; unnamed: number; missing: number }
  /**
   * The most contested passage with its two strongest answers ("none" may be one); `second` is null if all said one.
   */
  contested: { passage: Passage; first: Vote; second: Vote | null } | null
}
type Vote = { label: string; votes: number }

/** Picks the facts of the opening sentence out of a summary. */
export function leadFacts(summary: LayerSummary): LeadFacts {
  const ranked = dimensions
    .flatMap((dimension): DimensionStanding[] => {
      const { alpha } = summary.dimensions[dimension].agreement
      return alpha === null ? [] : [{ dimension, alpha, band: agreementBand(alpha) }]
    })
    .sort((a, b) => b.alpha - a.alpha)
  const { distinct, unnamed, entries } = summary.sources
  return {
    annotators: summary.annotators,
    annotations: summary.annotations,
    share: summary.flagged.share,
    widest: widestLabel(summary),
    most: ranked[0] ?? null,
    least: ranked.length > 1 ? ranked.at(-1)! : null,
    sources: { distinct, unnamed, missing: entries.filter((entry) => entry.standing === 'missing').length },
    contested: contestedFacts(summary.contested[0]),
  }
}

function widestLabel(summary: LayerSummary): LeadFacts['widest'] {
  const all = dimensions.flatMap((dimension) =>
    Object.entries(summary.dimensions[dimension].labels).map(([label, { characters, share }]) => ({
      dimension, label, characters, share,
    })),
  )
  const [widest] = all.sort((a, b) => b.characters - a.characters)
  if (!widest || widest.characters === 0) return null
  return { dimension: widest.dimension, label: widest.label, share: widest.share }
}

function contestedFacts(passage: Passage | undefined): LeadFacts['contested'] {
  const [first, second] = Object.entries(passage?.votes ?? {}).map(([label, votes]) => ({ label, votes }))
  return passage && first ? { passage, first, second: second ?? null } : null
}
