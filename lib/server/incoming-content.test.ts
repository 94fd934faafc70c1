import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import type { ExportedAnnotation, Foreign, IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { jsonl } from '@/lib/domain/formats/jsonl'
import { parseW3c, toW3cDocument, w3c } from '@/lib/domain/formats/w3c'
import { labelName } from '@/lib/domain/formats/w3c-addresses'
import { noteHtml } from '@/lib/domain/note-html'
import { anySet, type WholeSet } from '../../tests/support/any-annotation-set'
import { anyForeign } from '../../tests/support/any-foreign'
import { contentOfIncoming } from './incoming-content'

const context = { base: 'https://gloss.example', codebook: readingCodebook }
const importer = '11111111-2222-4333-8444-555555555555'

const withForeign = (annotation: ExportedAnnotation): fc.Arbitrary<ExportedAnnotation> => {
  const urls = annotation.evidence.map(({ url }) => url)
  return fc
    .option(anyForeign(annotation.labels.map(labelName), urls.length === new Set(urls).size ? urls : [], annotation.note !== null, annotation.end === 0))
    .map((foreign) => ({ ...annotation, foreign: foreign && Object.keys(foreign).length > 0 ? foreign : null }))
}
/** Any layer, its annotations with all that they can have brought from elsewhere. */
const anyForeignSet: fc.Arbitrary<WholeSet> = anySet.chain((set) =>
  fc.tuple(...set.annotations.map(withForeign)).map((annotations) => ({ ...set, annotations })),
)

describe('what leaves as W3C JSON-LD', () => {
  test('comes back as it was, whoever brings it', () => {
    fc.assert(
      fc.property(anyForeignSet, (set) => {
        for (const annotation of set.annotations) {
          const document = toW3cDocument(annotation, set)
          const read = parseW3c(JSON.parse(JSON.stringify(document)), context)
          if (!read.ok) throw new Error(JSON.stringify([read.problems, document]))
          expect(toW3cDocument({ ...annotation, ...broughtIn(read.value, annotation) }, set)).toEqual(document)
          if (annotation.end > 0) {
            const { quote: exact, prefix, suffix, start, end } = annotation
            expect(read.value.place).toEqual({ quote: { exact, prefix, suffix }, position: { start, end } })
          } else expect(read.value.place).toBeNull()
        }
      }),
    )
  })

  test('comes back from a file of all of them, and from lines', () => {
    fc.assert(
      fc.property(anyForeignSet, (set) => {
        for (const format of [w3c, jsonl]) {
          const file = [...format.serialize!(set, undefined as never)].join('')
          const parsed = format.parse!(file, context)
          if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
          expect(parsed.value.refused).toEqual([])
          const documents = parsed.value.annotations.map((incoming, at) => {
            const annotation = set.annotations[at]!
            return toW3cDocument({ ...annotation, ...broughtIn(incoming, annotation) }, set)
          })
          expect(documents).toEqual(set.annotations.map((annotation) => toW3cDocument(annotation, set)))
        }
      }),
    )
  })
})

/** What is written of an incoming annotation; what it was called before is left out again. */
function broughtIn(incoming: IncomingAnnotation, before: ExportedAnnotation) {
  const content = contentOfIncoming({ ...incoming, origin: null }, { codebook: readingCodebook, authorId: importer })
  if (!content.ok) throw new Error(JSON.stringify(content.problems))
  const { labels, note, evidence, confidence, sourceName, foreign } = content.value
  expect({ labels, evidence, confidence, sourceName }).toEqual({
    labels: before.labels, evidence: before.evidence, confidence: before.confidence, sourceName: before.sourceName,
  })
  expect(note && noteHtml(note)).toEqual(before.note && noteHtml(before.note))
  return { labels, note, evidence, confidence, sourceName, foreign: foreign as Foreign | null }
}

describe('bringing an annotation in', () => {
  const incoming: IncomingAnnotation = {
    index: 0, at: 'line 3', origin: null, source: null, place: null, labels: [], note: null, evidence: [], confidence: null,
    sourceName: null, foreign: null,
  }
  const bring = (given: Partial<IncomingAnnotation>, mapping = {}) =>
    contentOfIncoming({ ...incoming, ...given }, { codebook: readingCodebook, mapping, authorId: importer })

  test('a label of the codebook is one of ours, a mapped one becomes what it is mapped to, any other is kept as a tag', () => {
    const labels = [{ name: 'framing:loaded-language' }, { name: 'Doubting' }, { name: 'readme' }]
    const mapping = { 'Doubting': { dimension: 'framing' as const, label: 'doubt' } }
    expect(bring({ labels }, mapping)).toEqual({
      ok: true,
      value: {
        labels: [{ dimension: 'framing', label: 'loaded-language' }, { dimension: 'framing', label: 'doubt' }],
        note: null, evidence: [], confidence: null, sourceName: null,
        foreign: { bodies: [{ type: 'TextualBody', purpose: 'tagging', value: 'readme' }] },
      },
    })
  })

  test('a mapping to no label of the codebook is refused, one to nothing keeps a tag', () => {
    const labels = [{ name: 'toString' }]
    expect(bring({ labels }, { toString: { dimension: 'framing', label: 'nonsense' } })).toMatchObject({
      ok: false, problems: [{ code: 'labelUnknown', path: 'line 3.label', values: { label: 'framing:nonsense' } }],
    })
    expect(bring({ labels }, { toString: null })).toMatchObject({ ok: true, value: { labels: [] } })
    expect(bring({ labels })).toMatchObject({ ok: true, value: { labels: [], foreign: { bodies: [{ value: 'toString' }] } } })
  })

  test('its id elsewhere becomes the first of its other identities', () => {
    const foreign = { properties: { via: 'http://other.example.org/anno1' } }
    expect(bring({ origin: 'http://example.org/anno2', foreign })).toMatchObject({
      value: { foreign: { properties: { via: ['http://example.org/anno2', 'http://other.example.org/anno1'] } } },
    })
    expect(bring({ origin: 'http://example.org/anno2' })).toMatchObject({ value: { foreign: { properties: { via: 'http://example.org/anno2' } } } })
  })

  test('who brings what they made themselves is not told twice', () => {
    const creator = { id: `urn:uuid:${importer}`, type: 'Person', name: 'Ann' }
    expect(bring({ foreign: { properties: { creator } } })).toMatchObject({ value: { foreign: null } })
    expect(bring({ foreign: { properties: { creator: [creator, 'http://example.org/ben'] } } })).not.toMatchObject({ value: { foreign: null } })
  })

  const hostile: [string, string][] = [
    ['<script>alert(1)</script>Look <img src=x onerror=alert(1)> here', '<p>Look</p><p>here</p>'],
    ['<p onclick="alert(1)">a <a href="javascript:alert(1)">link</a></p>', '<p>a link</p>'],
    ['<h2>Why</h2><ol><li>one<ul><li>deep</li></ul></li></ol><blockquote><p>said</p></blockquote>',
      '<p><strong>Why</strong></p><ul><li><p>1. one</p></li><li><p>deep</p></li></ul><p>said</p>'],
    ['<table><tr><td>a<td>b</table>', '<p>a b</p>'],
  ]
  test.each(hostile)('HTML becomes a note that can do nothing: %s', (value, html) => {
    const brought = bring({ note: { format: 'html', value } })
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    expect(brought.value.note && noteHtml(brought.value.note)).toBe(html)
  })

  test('HTML without a word is no note; a note too long is refused where it stands', () => {
    expect(bring({ note: { format: 'html', value: '<script>x</script> ' } })).toMatchObject({ value: { note: null } })
    expect(bring({ note: { format: 'html', value: `<b>${'x'.repeat(10_001)}</b>` } })).toMatchObject({
      problems: [{ code: 'tooLong', path: 'line 3.body' }],
    })
    expect(bring({ note: { format: 'markdown', value: 'a **b**' } })).toMatchObject({ value: { note: { content: [{ content: [{ text: 'a ' }, { text: 'b' }] }] } } })
  })

  test('what would leave as no annotation of the model is refused', () => {
    expect(bring({ foreign: { properties: { created: 'yesterday' } } })).toMatchObject({ problems: [{ code: 'dateTimeInvalid', path: 'line 3.created' }] })
    expect(bring({ foreign: { properties: { target: 'http://evil.example' } } })).toMatchObject({ problems: [{ code: 'propertyInvalid', path: 'line 3.target' }] })
    expect(bring({ foreign: { bodies: [{ nothing: 1 }] } })).toMatchObject({ problems: [{ code: 'bodyUnknown', path: 'line 3.body.0' }] })
  })
})
