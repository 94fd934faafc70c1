import type { CodePointIndex } from './code-points'
import type { Span } from './span'

/** A passage among the words around it, for showing; an ellipsis stands where something was left out. */
export type Excerpt = { before: string; quote: string; after: string }

/**
 * A passage of a text with up to `reach` code points around it on each side, cut at a paragraph's edge or between words.
 * A quote of more than 600 code points loses its middle. `span` counts code points and must lie inside the text.
 */
export function excerptOf(text: CodePointIndex, { start, end }: Span, reach = 160): Excerpt {
  const from = Math.max(0, start - reach)
  const to = Math.min(text.length, end + reach)
  const before = text.slice({ start: from, end: start })
  const after = text.slice({ start: end, end: to })
  return {
    before: from === 0 ? before : `…${before.replace(/^[^\s。，、；！？]{0,24}[\s。，、；！？]+/u, '')}`,
    quote: end - start <= longest ? text.slice({ start, end }) : `${text.slice({ start, end: start + half })} … ${text.slice({ start: end - half, end })}`,
    after: to === text.length ? after : `${after.replace(/\s+\S{0,24}$/u, '')}…`,
  }
}

/** A stretch of a text around a place, up to `reach` code points each way and on to the paragraph's edge if that is near. */
export function surroundings(text: CodePointIndex, at: number, reach: number): { start: number; text: string } {
  const near = Math.floor(reach / 2)
  const from = Math.max(0, at - reach)
  const to = Math.min(text.length, at + reach)
  const ahead = text.slice({ start: Math.max(0, from - near), end: from })
  const behind = text.slice({ start: to, end: Math.min(text.length, to + near) })
  const newline = ahead.lastIndexOf('\n')
  const start = from - near <= 0 ? 0 : newline < 0 ? from : from - [...ahead.slice(newline + 1)].length
  const stop = behind.indexOf('\n')
  const end = to + near >= text.length ? text.length : stop < 0 ? to : to + [...behind.slice(0, stop)].length
  return { start, text: text.slice({ start, end }) }
}

const longest = 600
const half = 280
