/** What is said about one label, wherever it is shown: in the palette, in the guide, in a legend, in an export. */
export type LabelWords = {
  /** Fits a button. */
  name: string
  /** One sentence. */
  definition: string
  /** An invented phrase that gets the label. */
  example: string
  /** An invented phrase that looks as if it should and does not. */
  counterExample: string
}
