// @vitest-environment jsdom
import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { renderHtml } from '@/lib/domain/text/html'
import { markBrush } from './paint-marks'
import { mapText } from './text-map'

const words = (text: string) => ({ type: 'text' as const, text })
const paragraph = (...content: ({ type: 'text'; text: string; marks?: { type: 'bold' }[] } | { type: 'hardBreak' })[]) => ({
  type: 'paragraph' as const,
  content,
})
const article: ArticleDocument = {
  type: 'doc',
  content: [
    { type: 'heading', attrs: { level: 2 }, content: [words('誰說的？')] },
    paragraph(words('One '), { type: 'text', text: 'bold', marks: [{ type: 'bold' }] }, words(' & <two> 👨‍👩‍👧 end.')),
    paragraph(words('before'), { type: 'hardBreak' }, words('after')),
    { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('𠮷野家'))] }, { type: 'listItem', content: [paragraph(words('b'))] }] },
    { type: 'blockquote', content: [paragraph(words('quoted'))] },
  ],
}
const text = canonicalText(article)

function page() {
  const root = document.createElement('article')
  root.innerHTML = renderHtml(article)
  document.body.replaceChildren(root)
  return root
}
let root: HTMLElement
beforeEach(() => {
  root = page()
})
const anySpan = fc
  .tuple(fc.nat([...text].length - 1), fc.nat([...text].length - 1))
  .map(([a, b]) => ({ start: Math.min(a, b), end: Math.max(a, b) + 1 }))

describe('mapText', () => {
  it('reads the canonical text back from the page', () => {
    expect(mapText(root).text).toBe(text)
  })

  it('gives back every span through a Range, newlines at the ends of blocks aside', () => {
    const map = mapText(root)
    fc.assert(
      fc.property(anySpan, (span) => {
        const quote = map.index.slice(span)
        fc.pre(!quote.startsWith('\n') && !quote.endsWith('\n'))
        expect(map.spanOf(map.rangeOf(span))).toEqual(span)
        expect(map.spanOf(map.staticRangeOf(span))).toEqual(span)
      }),
    )
  })

  it('takes a Range between elements for what it covers of the text', () => {
    const map = mapText(root)
    const range = document.createRange()
    range.selectNodeContents(root.querySelector('blockquote')!)
    expect(map.index.slice(map.spanOf(range)!)).toBe('quoted')
    // A triple click in a browser ends at the beginning of the next block.
    const [first, second] = root.querySelectorAll('p')
    range.setStart(first!.firstChild!, 0)
    range.setEnd(second!, 0)
    expect(map.index.slice(map.spanOf(range)!)).toBe('One bold & <two> 👨‍👩‍👧 end.')
  })

  it('finds nothing where a Range covers nothing', () => {
    const range = document.createRange()
    range.setStart(root, 0)
    range.setEnd(root, 0)
    expect(mapText(root).spanOf(range)).toBeNull()
  })
})

describe('markBrush', () => {
  it('wraps any overlapping strokes without changing the text or the map, and takes them off again', () => {
    const before = root.innerHTML
    fc.assert(
      fc.property(fc.array(anySpan, { maxLength: 6 }), (spans) => {
        const map = mapText(root)
        const brush = markBrush(map)
        const strokes = spans.map((span, i) => brush.put(i % 2 === 0 ? 'wavy-1' : 'tint-warm-1', span))
        brush.flush()
        expect(mapText(root).text).toBe(text)
        for (const span of spans) {
          const marked = [...root.querySelectorAll('mark')].map((mark) => mark.textContent).join('')
          const quote = map.index.slice(span).replaceAll('\n', '')
          if (quote !== '') expect(marked).not.toBe('')
          const quoted = map.index.slice(span)
          if (!quoted.startsWith('\n') && !quoted.endsWith('\n')) expect(map.spanOf(map.rangeOf(span))).toEqual(span)
        }
        for (const stroke of strokes) brush.drop(stroke)
        brush.flush()
        expect(root.innerHTML).toBe(before)
      }),
      { numRuns: 60 },
    )
  })
})
