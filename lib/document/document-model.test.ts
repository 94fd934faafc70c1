import fc from 'fast-check'
import { JSDOM } from 'jsdom'
import { describe, expect, test } from 'vitest'
import { checkText, utf8Length } from '@/lib/domain/text/article-body'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { articleDocument, documentLimits, type ArticleDocument, type BlockNode, type InlineNode } from '@/lib/domain/text/document'
import { renderHtml } from '@/lib/domain/text/html'
import { tidyDocument } from '@/lib/domain/text/tidy-document'
import { articleSchema } from './article-schema'

const words = fc.string({ unit: fc.oneof(fc.constantFrom(...'ab <>&"\' 讀新😀\u202e\u3000\t\u0001'), fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 })), minLength: 1, maxLength: 8 })
  .map((text) => text.replace(/[\r\n\0]|\p{Surrogate}/gu, '.'))
const marks = fc.subarray([
  { type: 'link' as const, attrs: { href: 'https://x.example/?a=1&b="' } }, { type: 'bold' as const }, { type: 'italic' as const },
])
const inline: fc.Arbitrary<InlineNode> = fc.oneof(
  { weight: 5, arbitrary: fc.record({ type: fc.constant('text' as const), text: words, marks }) },
  { weight: 1, arbitrary: fc.constant({ type: 'hardBreak' as const }) },
)
const content = fc.array(inline, { maxLength: 5 })
const { block } = fc.letrec<{ block: BlockNode; item: { type: 'listItem'; content: BlockNode[] } }>((tie) => ({
  item: fc.record({
    type: fc.constant('listItem' as const),
    content: fc.tuple(fc.record({ type: fc.constant('paragraph' as const), content }), fc.array(tie('block'), { maxLength: 2 }))
      .map(([first, rest]) => [first, ...rest]),
  }),
  block: fc.oneof(
    { maxDepth: 3, depthIdentifier: 'block' },
    fc.record({ type: fc.constant('paragraph' as const), content }),
    fc.record({ type: fc.constant('heading' as const), attrs: fc.record({ level: fc.constantFrom(2 as const, 3 as const, 4 as const) }), content }),
    fc.record({
      type: fc.constant('figure' as const),
      attrs: fc.record({ src: fc.constantFrom(null, 'https://pics.example/a/b.jpg?"x'), alt: fc.oneof(fc.constant(''), words) }),
      content,
    }),
    fc.constant({ type: 'horizontalRule' as const }),
    fc.record({ type: fc.constant('bulletList' as const), content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }) }),
    fc.record({
      type: fc.constant('orderedList' as const), attrs: fc.record({ start: fc.integer({ min: -5, max: 50 }) }),
      content: fc.array(tie('item'), { minLength: 1, maxLength: 3 }),
    }),
    fc.record({ type: fc.constant('blockquote' as const), content: fc.array(tie('block'), { minLength: 1, maxLength: 3 }) }),
  ),
}))
const documents: fc.Arbitrary<ArticleDocument> = fc.record({
  type: fc.constant('doc' as const), content: fc.array(block, { minLength: 1, maxLength: 5 }),
})

/** As the browser rebuilds the text: the marked blocks in order, `<br>` as a line end. */
function textOfHtml(html: string): string {
  return [...JSDOM.fragment(html).querySelectorAll('[data-block]')]
    .map((element) => {
      for (const line of element.querySelectorAll('br')) line.replaceWith('\n')
      return element.textContent
    })
    .join('\n')
}

describe('a document of any shape', () => {
  test('the marked blocks of its HTML are its canonical text, before and after tidying', () => {
    fc.assert(fc.property(documents, (document) => {
      for (const each of [document, tidyDocument(document)]) expect(textOfHtml(renderHtml(each))).toBe(canonicalText(each))
    }), { numRuns: 200 })
  })

  test('is taken by the door and, as the door gives it back, by the editor’s schema', () => {
    fc.assert(fc.property(documents, (document) => {
      const parsed = articleDocument.parse(document)
      articleSchema.nodeFromJSON(parsed).check()
      const edited = articleDocument.parse(articleSchema.nodeFromJSON(parsed).toJSON())
      expect(tidyDocument(edited)).toEqual(tidyDocument(parsed))
    }), { numRuns: 200 })
  })

  test('tidied twice is tidied once, still valid, and has neither lost nor changed a visible character', () => {
    fc.assert(fc.property(documents, (document) => {
      const tidied = tidyDocument(document)
      expect(tidyDocument(tidied)).toEqual(tidied)
      if (tidied.content.length > 0) articleSchema.nodeFromJSON(articleDocument.parse(tidied)).check()
      const visible = (text: string) => text.replace(/[\s\p{Default_Ignorable_Code_Point}\p{Cc}\u2800]/gu, '')
      expect(visible(canonicalText(tidied))).toBe(visible(canonicalText(document)))
    }), { numRuns: 200 })
  })
})

const paragraph = (text: string): BlockNode => ({ type: 'paragraph', content: [{ type: 'text', text }] })

describe('the canonical text', () => {
  test('joins blocks by one line end, with none at the ends and nothing for pictures', () => {
    const document: ArticleDocument = {
      type: 'doc',
      content: [
        { type: 'heading', attrs: { level: 2 }, content: [{ type: 'text', text: 'A' }] },
        { type: 'paragraph' },
        { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph('b')] }, { type: 'listItem', content: [paragraph('c')] }] },
        { type: 'figure', attrs: { src: null, alt: 'not text' }, content: [{ type: 'text', text: 'd' }, { type: 'hardBreak' }, { type: 'text', text: 'e' }] },
        { type: 'horizontalRule' },
      ],
    }
    expect(canonicalText(document)).toBe('A\nb\nc\nd\ne')
  })
})

describe('the door for documents', () => {
  const doc = (...content: unknown[]) => ({ type: 'doc', content })
  const text = (value: string, marks?: unknown[]) => doc({ type: 'paragraph', content: [{ type: 'text', text: value, marks }] })
  test.each([
    ['a code block', doc({ type: 'codeBlock' })],
    ['a script address', text('a', [{ type: 'link', attrs: { href: 'javascript:alert(1)' } }])],
    ['a data picture', doc({ type: 'figure', attrs: { src: 'data:image/png;base64,AA', alt: '' } })],
    ['a mark of another kind', text('a', [{ type: 'code' }])],
    ['a line end inside text', text('a\nb')],
    ['an item that begins with a quote', doc({ type: 'bulletList', content: [{ type: 'listItem', content: [{ type: 'blockquote', content: [paragraph('a')] }] }] })],
    ['nothing', doc()],
    ['no document', 'text'],
  ])('refuses %s', (_, value) => expect(articleDocument.safeParse(value).success).toBe(false))

  test('leaves out what it does not know', () => {
    expect(articleDocument.parse(doc({ type: 'paragraph', attrs: { onclick: 'x' }, content: [{ type: 'text', text: 'a', style: 'b' }] }))).toEqual(doc(paragraph('a')))
  })

  test('refuses what nests deeper than its limit, at any depth, without overflowing', () => {
    const nested = (levels: number) => {
      let inner: unknown = paragraph('a')
      for (let i = 0; i < levels; i += 1) inner = { type: 'blockquote', content: [inner] }
      return articleDocument.safeParse(doc(inner))
    }
    expect(nested(documentLimits.depth).success).toBe(true)
    expect(nested(documentLimits.depth + 1).error?.issues[0]?.message).toBe('bodyTooDeep')
    expect(nested(100_000).error?.issues[0]?.message).toBe('bodyTooDeep')
    const many = articleDocument.safeParse({
      type: 'doc',
      content: Array.from({ length: 200_001 }, () => ({ type: 'horizontalRule' })),
    })
    expect(many.error?.issues[0]?.message).toBe('bodyTooManyParts')
  })
})

describe('what no text may contain', () => {
  test('is named with its place in code points, from 1', () => {
    expect(checkText('a😀\0', 'title')).toEqual({ ok: false, problems: [{ code: 'bodyNullCharacter', path: 'title', values: { at: 3 } }] })
    expect(checkText('a😀\ud800', 'title')).toEqual({ ok: false, problems: [{ code: 'bodyLoneSurrogate', path: 'title', values: { at: 3 } }] })
    expect(checkText('a😀讀', 'title')).toBeNull()
  })

  test('bytes are those of UTF-8', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => utf8Length(text) === new TextEncoder().encode(text).length))
  })
})
