import type { CodePointIndex } from '../text/code-points'
import { snapToGraphemes } from '../text/snap'
import type { Span } from '../text/span'
import { passageLimit } from './passages'

/**
 * Makes a span fit to be quoted: no space at its ends, no character cut, and at most `passageLimit` code points. One
 * that has to be shortened ends where a sentence, a clause or at least a word ends, if one does in its second half. It
 * may pass the limit by the rest of one character.
 */
export function readableSpan(text: string, index: CodePointIndex, span: Span): Span {
  const long = span.end - span.start > passageLimit
  const words = long
    ? untilPause(index.slice({ start: span.start, end: span.start + passageLimit }))
    : index.slice(span)
  const start = index.toUtf16(span.start) + words.length - words.trimStart().length
  const end = start + words.trim().length
  // A span of nothing but space stays as it is: there is nothing better to show.
  if (start === end) return span
  const whole = snapToGraphemes(text, { start, end })
  return { start: index.toCodePoint(whole.start), end: index.toCodePoint(whole.end) }
}

function untilPause(words: string): string {
  for (const pause of [/[。！？!?；…](?:[」』”’）])*|[.](?=\s)["”’)]*|\n/gu, /[，、,;:：]|\s/gu]) {
    const last = [...words.matchAll(pause)].at(-1)
    const end = last ? last.index + last[0].length : 0
    if (end * 2 >= words.length) return words.slice(0, end)
  }
  return words
}
