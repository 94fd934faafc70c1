import type { UndefinedReason } from '../agreement/coefficient'
import type { Interval } from '../agreement/interval'
import type { Codebook, Dimension, LabelRef } from '../codebook/codebook'
import type { Span } from '../text/span'
import type { FurtherMeasure } from './measures'

/** One annotation as a summary needs it: `start` and `end` in code points of `SummaryInput.text`. */
export type SummaryAnnotation = {
  id: string
  annotator: string
  start: number
  end: number
  labels: readonly LabelRef[]
  sourceName: string | null
  evidence: readonly { url: string; title: string }[]
}

export type SummaryInput = {
  /** The revision's canonical text. */
  text: string
  /** BCP 47, for cutting sentences; null where it is not known. */
  language: string | null
  codebook: Codebook
  /**
   * Everyone who counts as a reader though they may have marked nothing; whoever annotated counts without being
   * listed.
   */
  annotators: readonly string[]
  /**
   * Who enters the measures and the votes; everybody where it is not given. Readers among them who marked nothing count
   * as having said "none" everywhere.
   */
  measured?: readonly string[]
  /** Annotations that have a place in `text`, in any order; what lies outside it is cut off. */
  annotations: readonly SummaryAnnotation[]
}

export type Counts = {
  annotations: number
  annotators: number
  /** Code points covered by one annotation or more. */
  characters: number
  /** `characters` over the text's length, to four decimals; 0 for an empty text. */
  share: number
}

/** Agreement of one dimension at character level, to six decimals. Exactly one of `alpha` and `undefined` is null. */
export type DimensionAgreement = {
  observed: number | null
  alpha: number | null
  undefined: UndefinedReason | null
  /** Readers who counted in it. */
  annotators: number
  /** 95 %, by bootstrap over sentences; null with an undefined alpha and with fewer than five marked sentences. */
  interval: Interval | null
}

/** A measure's value to six decimals, or why it has none, and its 95 % interval where it has one. */
export type Measured = { value: number | null; undefined: UndefinedReason | null; interval: Interval | null }

/** What other measures say of one dimension, and alpha of each label by itself, as yes or no at each character. */
export type FurtherMeasures = { all: Record<FurtherMeasure, Measured>; labels: Record<string, Measured> }

export type DimensionSummary = Counts & {
  /** Labels in use, in the codebook's order; labels it does not know come last. */
  labels: Record<string, Counts>
  agreement: DimensionAgreement
  further: FurtherMeasures
}

/** A cell of the heat strip, in code points. */
export type HeatCell = Span & {
  /** Readers who marked something in it, in any dimension. */
  readers: number
  /**
   * The highest of the three below, null where none is known. Readers who mark in different dimensions do not thereby
   * disagree.
   */
  disagreement: number | null
  /**
   * Per dimension: readers, and the chance (0 to 1) that two of those who are measured said different things of a
   * character of the cell; null where that is too much to compare.
   */
  dimensions: Record<Dimension, { readers: number; disagreement: number | null }>
  /**
   * Start of the mark that a click should lead to: one in the cell, else across it, else the nearest. Null without
   * any.
   */
  link: number | null
}

/**
 * A passage with what each reader answered; see `passages.ts` for how it is cut and `votes.ts` for how it is counted.
 */
export type Passage = Span & {
  quote: string
  dimension: Dimension
  /** Readers per label, `none` for those who put no label there; most votes first. Several labels count once each. */
  votes: Record<string, number>
  /** Readers who put any label there. */
  readers: number
  /** Chance (0 to 1) that two of the readers who are measured answered differently. */
  disagreement: number
}

/**
 * What is known of who said it. `identified`: somebody or something that can be asked or opened. `unnamed`: a source
 * that stays hidden. `missing`: a source is wanted and not there. `needless`: common knowledge.
 */
export type SourceStanding = 'identified' | 'unnamed' | 'missing' | 'needless'

export type SourceEntry = {
  /** The name a reader gave, in its most frequent spelling; else the words that were flagged. */
  words: string
  /** Whether `words` is a name. */
  named: boolean
  /** The sourcing label most flags gave it. */
  kind: string
  standing: SourceStanding
  flags: number
  readers: number
  /** Code point at which it is first flagged. */
  firstStart: number
  /** The first evidence link of its flags. */
  link: { url: string; title: string } | null
}

export type SourceInventory = {
  /** Most flagged first. */
  entries: SourceEntry[]
  /** Entries that stand for somebody: identified or unnamed. */
  distinct: number
  /** Of them, those that stay hidden. */
  unnamed: number
  /** Sourcing flags, and the share of them (four decimals) that say unnamed or missing; 0 without flags. */
  flags: number
  shareUnnamedOrMissing: number
}

export type LayerSummary = {
  textLength: number
  annotators: number
  /** How many of the readers enter agreement and votes. */
  measured: number
  annotations: number
  /** What is marked in any dimension. */
  flagged: { characters: number; share: number }
  dimensions: Record<Dimension, DimensionSummary>
  heat: HeatCell[]
  /** Whether so much was marked that passages were not looked for: then there are none below. */
  tooManyPassages: boolean
  contested: Passage[]
  agreed: Passage[]
  sources: SourceInventory
}
