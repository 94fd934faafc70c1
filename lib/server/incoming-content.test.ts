import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import type { ExportedAnnotation, Foreign, IncomingAnnotation, Json, JsonObject } from '@/lib/domain/formats/exchange'
import { jsonl } from '@/lib/domain/formats/jsonl'
import { parseW3c, toW3cDocument, w3c } from '@/lib/domain/formats/w3c'
import { labelName } from '@/lib/domain/formats/w3c-addresses'
import { noteHtml } from '@/lib/domain/note-html'
import { noteOfText } from '@/lib/domain/note-text'
import { accept } from '@/lib/domain/problem'
import { readNoteHtml } from '@/lib/domain/read-note-html'
import { anySet, type WholeSet } from '../../tests/support/any-annotation-set'
import { anyForeign } from '../../tests/support/any-foreign'
import { readNotes } from './import/read-notes'
import { contentOfIncoming } from './incoming-content'

const context = { base: 'https://gloss.example', codebook: readingCodebook }
const importer = '11111111-2222-4333-8444-555555555555'
const written: ExportedAnnotation = {
  id: '22222222-2222-4333-8444-555555555555', author: { id: importer, name: 'Ann' }, start: 0, end: 4, quote: 'Some', prefix: '', suffix: ' words', revision: 1,
  labels: [], note: null, evidence: [], confidence: null, sourceName: null, version: 1, createdAt: '2026-12-01T00:00:00.000Z', updatedAt: '2026-12-01T00:00:00.000Z', foreign: null,
}

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
  const { note: written } = incoming
  const read = written?.format === 'html' ? readNoteHtml(written.value) : written && noteOfText(written.value)
  const content = contentOfIncoming({ ...incoming, origin: null }, accept(read), { codebook: readingCodebook, authorId: importer })
  if (!content.ok) throw new Error(JSON.stringify(content.problems))
  const { labels, note, evidence, confidence, sourceName, foreign } = content.value
  expect({ labels, evidence, confidence, sourceName }).toEqual({
    labels: before.labels, evidence: before.evidence, confidence: before.confidence, sourceName: before.sourceName,
  })
  expect(note && noteHtml(note)).toEqual(before.note && noteHtml(before.note))
  return { labels, note, evidence, confidence, sourceName, foreign: foreign as Foreign | null }
}

/** What is made of a note before its annotation is. */
function noteOf(note: IncomingAnnotation['note']) {
  if (note === null || note.format === 'text') return accept(note && noteOfText(note.value))
  const read = readNotes([{ note, path: 'body' }])
  return read.ok ? read.value[0]! : read
}

describe('bringing an annotation in', () => {
  const incoming: IncomingAnnotation = {
    index: 0, at: 'line 3', origin: null, source: null, place: null, labels: [], note: null, evidence: [], confidence: null,
    sourceName: null, foreign: null,
  }
  const bring = (given: Partial<IncomingAnnotation>, mapping = {}) =>
    contentOfIncoming({ ...incoming, ...given }, noteOf(given.note ?? null), { codebook: readingCodebook, mapping, authorId: importer })

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

  test('what would leave as no annotation of the model is refused', () => {
    expect(bring({ foreign: { properties: { created: 'yesterday' } } })).toMatchObject({ problems: [{ code: 'dateTimeInvalid', path: 'line 3.created' }] })
    expect(bring({ foreign: { properties: { target: 'http://evil.example' } } })).toMatchObject({ problems: [{ code: 'propertyInvalid', path: 'line 3.target' }] })
    expect(bring({ foreign: { bodies: [{ nothing: 1 }] } })).toMatchObject({ problems: [{ code: 'bodyUnknown', path: 'line 3.body.0' }] })
  })

  const base = 'http://localhost:3000'
  const label = 'framing:doubt'
  test.each<[string, Foreign]>([
    ['id', { properties: { id: 'http://evil.example' } }], ['@id', { properties: { '@id': 'http://evil.example' } }],
    ['body', { properties: { body: 'http://evil.example' } }], ['oa:hasTarget', { properties: { 'oa:hasTarget': 'http://evil.example' } }],
    ['@context', { properties: { '@context': 'http://evil.example' } }], ['type', { properties: { type: 'Note' } }],
    [`${base}/ns#confidence`, { properties: { [`${base}/ns#confidence`]: 'certain' } }], [`${base}/ns#sourceName`, { properties: { [`${base}/ns#sourceName`]: 'Ann' } }],
    [`${base}/ns#postedBy`, { properties: { [`${base}/ns#postedBy`]: { name: 'Ann' } } }],
    ['body.purpose', { labels: { [label]: { purpose: 'tagging' } } }], ['body.source.id', { labels: { [label]: { source: { id: 'http://evil.example' } } } }],
    ['body.source', { labels: { [label]: { source: 'http://evil.example' } } }], ['body.value', { evidence: { 'https://a.example': { value: 'x' } } }],
    ['body.source.id', { evidence: { 'https://a.example': { source: { id: 'http://evil.example' } } } }],
    ['body.value', { note: { value: '<script>alert(1)</script>', format: 'text/html' } }], ['body.items', { note: { items: [] } }],
    ['body', { note: { type: 'Video' } }], ['body', { note: { purpose: 'tagging' } }], ['body', { note: { format: { id: 'text/html' } } }],
    ['target.source', { target: { properties: { source: 'http://evil.example' } } }], ['target.selector', { target: { properties: { selector: { type: 'CssSelector', value: 'p' } } } }],
    ['target.source.id', { target: { source: { id: 'http://evil.example' } } }], ['target.selector.exact', { target: { quote: { exact: 'other words' } } }],
    ['target.selector.refinedBy', { target: { quote: { refinedBy: { type: 'CssSelector', value: 'p' } } } }], ['target.selector.end', { target: { position: { end: 9 } } }],
    ['target.selector.type', { target: { position: { type: 'CssSelector' } } }],
  ])('nothing that is only kept stands in for what is ours to say: %s', (path, foreign) => {
    expect(bring({ foreign })).toMatchObject({ ok: false, problems: [{ path: `line 3.${path}` }] })
  })

  test.each<[string, Foreign]>([
    ['rights', { properties: { rights: 'javascript:alert(1)' } }], ['canonical', { properties: { canonical: 'JavaScript:alert(1)' } }], ['via', { properties: { via: 'data:text/html,x' } }],
    ['generator.id', { properties: { generator: { id: 'vbscript:msgbox' } } }], ['x:link.0.href', { properties: { 'x:link': [{ href: ' java\tscript:alert(1)' }] } }],
    ['x:link', { properties: { 'x:link': 'javascript&colon;alert(1)' } }], ['x:link', { properties: { 'x:link': '&#x6A;avascript&#58;alert(1)' } }],
    ['@context.1.x', { properties: { '@context': ['http://www.w3.org/ns/anno.jsonld', { x: 'javascript:x' }] } }], ['javascript:x', { properties: { 'javascript:x': 1 } }],
    ['body.0', { bodies: ['javascript:alert(1)'] }], ['body.0.id', { bodies: [{ id: 'data:text/html;base64,PHNjcmlwdD4=', type: 'Text' }] }],
    ['body.0.source.homepage', { evidence: { 'https://a.example': { source: { homepage: 'javascript:alert(1)' } } } }],
    ['target.source.homepage', { target: { source: { homepage: '\u0001javascript:alert(1)' } } }], ['body.0.rights', { note: { rights: 'data:,x' } }],
  ])('no address that runs is kept: %s', (path, foreign) => {
    expect(bring({ foreign })).toMatchObject({ ok: false, problems: [{ code: 'iriInvalid', path: `line 3.${path}` }] })
  })

  test('words may begin like an address', () => {
    const bodies = [{ type: 'TextualBody', purpose: 'tagging', value: 'javascript: the good parts' }]
    expect(bring({ foreign: { bodies, properties: { 'x:summary': 'data: what the figures say' } } })).toMatchObject({ ok: true })
  })

  test.each(['text/html; charset=utf-8', 'TEXT/HTML', ['text/html'], 'application/xhtml+xml', 'image/svg+xml'])('a note that came as %j leaves as harmless HTML, not as raw text', (format) => {
    const words = '<script>alert(1)</script>'
    const brought = bring({ note: { format: 'text', value: words }, foreign: { note: { format } } })
    if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
    const document = toW3cDocument({ ...written, ...brought.value }, { article: { base, id: written.id }, layer: { id: written.id, codebook: readingCodebook } })
    expect(document.body).toMatchObject([{ format: 'text/html', value: '<p>&lt;script&gt;alert(1)&lt;/script&gt;</p>' }])
  })

  describe('names no other person of this site as its maker', () => {
    const [ben, poster] = ['99999999-2222-4333-8444-555555555555', `urn:uuid:${importer}`]
    const others = { ids: new Set([ben]), names: new Set(['ben lee']) }
    const creatorOf = (creator: Json) => {
      const brought = contentOfIncoming({ ...incoming, foreign: { properties: { creator }, bodies: [{ type: 'TextualBody', value: 'x', purpose: 'tagging', creator }] } }, accept(null), { codebook: readingCodebook, authorId: importer, others })
      if (!brought.ok) throw new Error(JSON.stringify(brought.problems))
      const { properties, bodies } = brought.value.foreign!
      expect((bodies as JsonObject[])[0]?.creator).toEqual(properties?.creator)
      return properties?.creator
    }
    test.each<[Json]>([
      [`urn:uuid:${ben}`], [`URN:UUID:${ben.toUpperCase()}`], [{ id: `urn:uuid:${ben}`, type: 'Person', name: 'Ben' }], [{ '@id': `urn:uuid:${ben}` }], [[{ id: `urn:uuid:${ben}` }]],
      [{ type: 'Person', name: 'Ben Lee' }], [{ name: '  ｂｅｎ　ＬＥＥ ' }], [{ 'foaf:name': 'Ben Lee' }], [[`urn:uuid:${ben}`, { name: 'Ben Lee' }]], [{ id: poster, name: 'Ben Lee' }],
    ])('%j', (creator) => expect(creatorOf(creator)).toBeUndefined())
    test.each<[Json, Json]>([
      [{ id: 'https://people.example/ben', type: 'Person', name: 'Ben Lee' }, { id: 'https://people.example/ben', type: 'Person' }],
      [[{ id: `urn:uuid:${ben}` }, 'https://people.example/mara'], 'https://people.example/mara'],
      ['urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df', 'urn:uuid:dbfb1861-0ecf-41ad-be94-a584e5c4f1df'],
      [{ type: 'Person', name: 'Mara' }, { type: 'Person', name: 'Mara' }],
    ])('%j is kept as %j', (creator, kept) => expect(creatorOf(creator)).toEqual(kept))

    test('and where it names somebody from elsewhere, who brought it is told too', () => {
      const set = { article: { base, id: written.id }, layer: { id: written.id, codebook: readingCodebook } }
      const told = toW3cDocument({ ...written, foreign: { properties: { creator: 'https://people.example/mara' } } }, set)
      expect(told).toMatchObject({ creator: 'https://people.example/mara', [`${base}/ns#postedBy`]: { id: poster, type: 'Person', name: 'Ann' } })
      expect(toW3cDocument(written, set)).not.toHaveProperty(`${base}/ns#postedBy`)
    })
  })
})
