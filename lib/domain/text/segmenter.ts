/** The three sizes of unit that a reader's selection and reading cursor keep to. */
export type TextUnit = 'grapheme' | 'word' | 'sentence'

/**
 * The platform's segmenter for a language (Unicode Standard Annex 29, with dictionaries for Chinese and Japanese
 * words). Making one costs about a hundred times what using it on a paragraph does, so each is made once. A null
 * language falls back to the rules that hold for all.
 */
export function segmenter(language: string | null, unit: TextUnit): Intl.Segmenter {
  const key = `${unit} ${language ?? 'und'}`
  const known = made.get(key)
  if (known) return known
  const fresh = new Intl.Segmenter(language ?? 'und', { granularity: unit })
  made.set(key, fresh)
  return fresh
}

const made = new Map<string, Intl.Segmenter>()
