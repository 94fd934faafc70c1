import { limits } from '../article'
import { refuse, type Problem } from '../problem'
import { canonicalText } from './canonical-text'
import type { ArticleDocument } from './document'
import { longRunAt } from './normal-form'
import { isBlank } from './tidy-document'

type Refusal = { ok: false; problems: Problem[] }

/**
 * What no text that we store may contain: U+0000, which Postgres cannot keep, lone surrogates, which UTF-8 cannot, and
 * more than 30 combining marks in a row, which nobody writes and which take long to normalise. Refuses at `path` with the place as `at`, counted in code points from 1. Everything else is kept as it came.
 */
export function checkText(text: string, path: string): Refusal | null {
  const found = /\0|\p{Surrogate}/u.exec(text)
  const index = found?.index ?? longRunAt(text)
  if (index < 0) return null
  const at = [...text.slice(0, index)].length + 1
  return refuse(found === null ? 'tooManyMarks' : found[0] === '\0' ? 'bodyNullCharacter' : 'bodyLoneSurrogate', path, { at })
}

/** Whether an article's source can be taken at all: not blank, not over the limit in UTF-8 bytes, and storable. */
export function checkSource(source: string, path: string): Refusal | null {
  if (utf8Length(source) > limits.bodyBytes) return refuse('bodyTooLarge', path, { limit: limits.bodyBytes })
  if (isBlank(source)) return refuse('bodyEmpty', path)
  return checkText(source, path)
}

/** Whether a tidied document can be stored as a revision: as `checkSource`, of its canonical text and its other words. */
export function checkDocument(document: ArticleDocument, path: string): Refusal | null {
  // The other words (alternative texts, addresses) have no place in the text: they are looked at as one.
  return checkSource(canonicalText(document), path) ?? checkText(attributesOf(document), path)
}

/** Whether a draft can be kept: it may be empty, but holds no more than an article may and nothing unstorable. */
export function checkDraft(document: ArticleDocument, path: string): Refusal | null {
  const text = canonicalText(document)
  if (utf8Length(text) > limits.bodyBytes) return refuse('bodyTooLarge', path, { limit: limits.bodyBytes })
  return checkText(text, path) ?? checkText(attributesOf(document), path)
}

function attributesOf(document: ArticleDocument): string {
  const found: string[] = []
  JSON.stringify(document, (key, value: unknown) => {
    if (typeof value === 'string' && key !== 'text' && key !== 'type') found.push(value)
    return value
  })
  return found.join('\n')
}

/** Bytes of a text in UTF-8; a lone surrogate counts three, as its replacement would. */
export function utf8Length(text: string): number {
  let bytes = text.length
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i)
    if (unit < 0x80) continue
    const pair = unit >= 0xd800 && unit < 0xdc00 && (text.charCodeAt(i + 1) & 0xfc00) === 0xdc00
    bytes += pair ? 2 : unit < 0x800 ? 1 : 2
    if (pair) i += 1
  }
  return bytes
}
