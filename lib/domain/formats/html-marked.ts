import type { Mark } from '../codebook/codebook'
import { codePointIndex } from '../text/code-points'
import { unescapeHtml } from '../text/escape-html'
import type { Passage } from './html-passages'

/**
 * A revision's HTML with its passages marked: the words in `mark` elements whose classes are the channels (`cool`, `warm`,
 * one of `solid`, `dashed`, `dotted`, and `wavy` inside), and behind each passage's end what `reference` makes of it.
 *
 * The HTML is that of `renderHtml`, whose elements with `data-block` hold the canonical text; it is walked as text, since
 * the kernel has no DOM. Marks are set around runs of text, never across an element's edge.
 */
export function markedHtml(html: string, text: string, passages: readonly Passage[], reference: (passage: Passage) => string): string {
  const index = codePointIndex(text)
  const placed = passages.map((passage) => ({ passage, from: index.toUtf16(passage.start), to: index.toUtf16(passage.end) }))
  const starts = placed.toSorted((a, b) => a.from - b.from)
  const ends = placed.toSorted((a, b) => a.to - b.to || a.passage.number - b.passage.number)
  const open = new Set<Passage>()
  let [at, started, ended, begun] = [0, 0, 0, false]
  let block: string | null = null
  let out = ''

  const pass = () => {
    for (; ended < ends.length && ends[ended]!.to <= at; ended += 1) {
      open.delete(ends[ended]!.passage)
      out += reference(ends[ended]!.passage)
    }
    for (; started < starts.length && starts[started]!.from <= at; started += 1) if (starts[started]!.to > at) open.add(starts[started]!.passage)
  }
  const write = (words: string, length: number) => {
    for (let done = 0; done < length; ) {
      pass()
      const next = Math.min(at + length - done, starts[started]?.from ?? Infinity, ends[ended]?.to ?? Infinity)
      const piece = length === 1 ? words : words.slice(done, done + next - at)
      out += open.size > 0 ? marked(piece, open) : piece
      done += next - at
      at = next
    }
    if (ends[ended]?.to === at) pass()
  }
  for (const [piece] of html.matchAll(/<[^>]*>|&[#\w]+;|[^<&]+|&/g)) {
    if (piece.startsWith('<')) {
      const opening = /^<(\w+)[^>]* data-block/.exec(piece)?.[1]
      if (opening) {
        if (begun) at += 1
        begun = true
        block = opening
      } else if (block && piece === `</${block}>`) block = null
      else if (block && piece === '<br>') at += 1
      out += piece
    } else if (block) write(piece, unescapeHtml(piece).length === 1 ? 1 : piece.length)
    else out += piece
  }
  at = text.length
  pass()
  return out
}

function marked(words: string, open: ReadonlySet<Passage>): string {
  const has = (mark: Mark) => [...open].some(({ marks }) => marks.has(mark))
  const line = (['underline-dotted', 'underline-dashed', 'underline-solid'] as const).find(has)
  const classes = [has('tint-cool') && 'cool', has('tint-warm') && 'warm', line?.slice('underline-'.length)].filter(Boolean)
  const inside = has('wavy') ? `<span class="wavy">${words}</span>` : words
  return `<mark${classes.length > 0 ? ` class="${classes.join(' ')}"` : ''}>${inside}</mark>`
}
