import fc from 'fast-check'
import { confidences, type AnnotationContent } from '@/lib/domain/annotation'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { labelRefsOf } from '@/lib/domain/codebook/registry'
import type { AnnotationSet, ExportedAnnotation, JsonObject } from '@/lib/domain/formats/exchange'
import type { NoteDocument } from '@/lib/domain/note'

/** A set whose annotations can be read more than once. */
export type WholeSet = AnnotationSet & { annotations: ExportedAnnotation[] }

const units = [
  'a', 'b', '你', '說', '。', '，', '！', ' ', '\n', '\t', '=', '+', '-', '@', "'", '"', ',', ';', '|', '\\', '[', ']', '_', '*', '<', '&',
  '𠮷', '👨‍👩‍👧', 'é', '\u202e',
]
const words = (size: number) => fc.string({ unit: fc.constantFrom(...units), minLength: 1, maxLength: size })
const printable = (size: number) => words(size).map((text) => text.trim() || 'x')
const url = fc.constantFrom('https://example.org/a?b=1;c=-2', 'http://例子.tw/路', 'https://example.org/(x)_y')

const mark = fc.oneof(
  fc.constant({ type: 'bold' as const }),
  fc.constant({ type: 'italic' as const }),
  url.map((href) => ({ type: 'link' as const, attrs: { href } })),
)
const inline = fc.oneof(
  { weight: 4, arbitrary: words(12).map((text) => ({ type: 'text' as const, text: text.replaceAll('\n', ' ') })) },
  fc.tuple(printable(6), mark).map(([text, one]) => ({ type: 'text' as const, text, marks: [one] })),
  fc.constant({ type: 'hardBreak' as const }),
)
const paragraph = fc.array(inline, { maxLength: 3 }).map((content) => ({ type: 'paragraph' as const, content }))
const list = fc.array(paragraph, { minLength: 1, maxLength: 2 }).map((content) => ({ type: 'bulletList' as const, content: [{ type: 'listItem' as const, content }] }))
export const anyNote: fc.Arbitrary<NoteDocument> = fc
  .array(fc.oneof({ weight: 4, arbitrary: paragraph }, list), { minLength: 1, maxLength: 3 })
  .map((content) => ({ type: 'doc', content }))

const anyContent: fc.Arbitrary<AnnotationContent> = fc.record({
  labels: fc.uniqueArray(fc.constantFrom(...labelRefsOf(readingCodebook)), { maxLength: 4 }),
  note: fc.option(anyNote),
  evidence: fc.array(fc.record({ url, title: fc.oneof(fc.constant(''), printable(8)) }), { maxLength: 2 }),
  confidence: fc.option(fc.constantFrom(...confidences)),
  sourceName: fc.option(printable(8)),
})

const foreign = fc.record(
  {
    properties: fc.dictionary(fc.constantFrom('rights', 'via', 'x:y', 'stylesheet'), fc.constantFrom<JsonObject[string]>('=1', 1, null, ['-2', -2], { a: { b: '"' } })),
    bodies: fc.array(fc.constantFrom<JsonObject[string]>('https://example.org/body', { type: 'TextualBody', value: 'x,\n-y' }), { minLength: 1, maxLength: 2 }),
  },
  { requiredKeys: ['properties'] },
)

/**
 * A layer on an article of several paragraphs and scripts, with any annotations that our tables can hold: on passages, on
 * the article as a whole, and on passages that the article no longer has.
 */
export const anySet: fc.Arbitrary<WholeSet> = fc
  .tuple(fc.array(printable(30), { minLength: 1, maxLength: 5 }), fc.integer({ min: 0, max: 6 }))
  .chain(([blocks, count]) => {
    const text = blocks.map((block) => block.replaceAll('\n', ' ')).join('\n')
    const characters = [...text]
    const place = fc
      .tuple(fc.nat(characters.length - 1), fc.integer({ min: 1, max: 12 }), fc.constantFrom('standing', 'standing', 'standing', 'whole', 'gone'))
      .map(([start, size, kind]) => {
        const end = Math.min(characters.length, start + size)
        if (kind === 'whole') return { start: 0, end: 0, quote: '', prefix: '', suffix: '', revision: 2 }
        const quote = kind === 'gone' ? `gone ${start}` : characters.slice(start, end).join('')
        const around = { prefix: characters.slice(Math.max(0, start - 8), start).join(''), suffix: characters.slice(end, end + 8).join('') }
        return { start, end: kind === 'gone' ? start + [...quote].length : end, quote, ...around, revision: kind === 'gone' ? 1 : 2 }
      })
    const annotation: fc.Arbitrary<ExportedAnnotation> = fc
      .tuple(anyContent, place, fc.uuid(), printable(6), fc.option(foreign), fc.integer({ min: 0, max: 1e12 }))
      .map(([content, where, id, name, kept, moment]) => ({
        ...content,
        ...where,
        id,
        author: { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', name },
        version: 1,
        createdAt: new Date(moment).toISOString(),
        updatedAt: new Date(moment).toISOString(),
        foreign: kept,
      }))
    return fc
      .uniqueArray(annotation, { minLength: count, maxLength: count, selector: ({ id }) => id })
      .map((annotations) => setOf(text, annotations, htmlOf(text)))
  })

/** A set on a text of which every line is a paragraph. */
export function setOf(text: string, annotations: ExportedAnnotation[], html = htmlOf(text)): WholeSet {
  return {
    article: {
      base: 'https://gloss.example',
      id: '0f8fad5b-d9cb-469f-a165-70867728950e',
      slug: 'the-pier',
      title: 'The pier',
      byline: null,
      siteName: null,
      sourceUrl: null,
      language: 'zh-Hant',
      publishedAt: null,
      revision: 2,
      text,
      html,
    },
    layer: { id: '7c9e6679-7425-40de-944b-e07fc1f90ae7', name: 'Open reading', codebook: readingCodebook },
    total: annotations.length,
    annotations,
  }
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }
const htmlOf = (text: string) =>
  text
    .split('\n')
    .map((line) => (line === '' ? '' : `<p dir="auto" data-block>${line.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign)}</p>`))
    .join('\n')
