/** The three questions a reader asks of a passage. The order is the order of every palette, legend and table. */
export const dimensions = ['sourcing', 'statement', 'framing'] as const
export type Dimension = (typeof dimensions)[number]

/**
 * How a label is drawn over the text. The three channels add up without hiding one another: statement type is the tint,
 * sourcing the underline, framing the wavy line below it; the line style or the tint's temperature says more, so colour
 * is never the only sign.
 */
export type Mark =
  | 'tint-cool'
  | 'tint-warm'
  | 'underline-solid'
  | 'underline-dashed'
  | 'underline-dotted'
  | 'wavy'

/** One label of a codebook. Its words live in `lib/i18n/<locale>/codebook.ts` under `<dimension>.<id>`. */
export type Label = {
  /** kebab-case, stable for ever: it is stored with each annotation and is part of the label's address. */
  id: string
  /** The key that flags with it while the palette is open: one character as `KeyboardEvent.key`; upper case means Shift. */
  key: string
  /** Published group of the label, or null where its list has none. Its name is `codebook.groups.<group>`. */
  group: string | null
  /** `short`: shown at once in the palette; `more`: behind "more". */
  list: 'short' | 'more'
  mark: Mark
  /** sRGB hex for swatches, charts and borders; at least 3:1 on the paper of its theme. */
  colour: { light: string; dark: string }
  /** Where the label comes from, as a citation. */
  source: string
}

/** A versioned set of labels over the three dimensions. A published version never changes; a change is a new version. */
export type Codebook = {
  slug: string
  version: number
  labels: { readonly [D in Dimension]: readonly Label[] }
}

/** A label as an annotation names it. */
export type LabelRef = { dimension: Dimension; label: string }
