/** A JSON value that came from elsewhere and is only kept. */
export type Json = null | boolean | number | string | Json[] | JsonObject
export type JsonObject = { [key: string]: Json }

/**
 * What came with an annotation from elsewhere and no column of ours holds, to be given back as it came. What belongs to
 * a part of ours is kept by that part's name, so that it goes when the part goes.
 */
export type Foreign = {
  /** Of the annotation: `creator`, `generator`, `rights`, `canonical`, `via`, unknown ones. */
  properties?: JsonObject
  /** Bodies that are none of ours. */
  bodies?: Json[]
  /** Further properties of the body that became a label, by `<dimension>:<label>`. */
  labels?: { [name: string]: JsonObject }
  /** Further properties of the body that became evidence, by its address. */
  evidence?: { [url: string]: JsonObject }
  /** Further properties of the body that became the note. */
  note?: JsonObject
  target?: ForeignTarget
}

/** What a target said besides the article, a quote and a position. */
export type ForeignTarget = {
  /** Of the SpecificResource: its state, scope, style, id. */
  properties?: JsonObject
  /** Of the article, where the source was an object that said more than the address. */
  source?: JsonObject
  /** Further properties of its TextQuoteSelector and its TextPositionSelector. */
  quote?: JsonObject
  position?: JsonObject
  /** Selectors of other kinds. */
  selectors?: Json[]
}

/** The stored column `foreign`: what was written as a `Foreign`, or null. */
export const foreignOf = (stored: unknown): Foreign | null =>
  typeof stored === 'object' && stored !== null && !Array.isArray(stored) ? stored : null
