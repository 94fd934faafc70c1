import { normalForm } from './normal-form'

/**
 * A text as search reads it: compatibility forms made one (NFKC), lower case, in time that grows with its length. The two
 * Arabic ligatures that stand for whole sentences stay as they are, so that no text becomes many times as long.
 */
export const searchable = (text: string): string => text.replace(/[^\uFDFA\uFDFB]+/g, (part) => normalForm(part, 'NFKC').toLowerCase())

/**
 * The single Chinese, Japanese and Korean characters of a searchable text and the pairs of neighbours among them, each
 * once: the index for queries of one or two characters, which have no trigram. '讀新聞a' gives 讀, 新, 聞, 讀新, 新聞.
 */
export function searchGrams(text: string): string[] {
  const grams = new Set<string>()
  for (const [run] of text.matchAll(cjkRun)) {
    let before = ''
    for (const character of run) {
      grams.add(character)
      if (before) grams.add(before + character)
      before = character
    }
  }
  return [...grams]
}

const cjkRun = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Bopomofo}]+/gu
