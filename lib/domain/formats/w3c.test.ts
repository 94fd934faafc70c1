import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { modelChecker, samples, withoutModel } from '../../../tests/support/annotation-model'
import { anySet, setOf } from '../../../tests/support/any-annotation-set'
import { anyForeign } from '../../../tests/support/any-foreign'
import { readingCodebook } from '../codebook/reading'
import type { ExportedAnnotation, IncomingAnnotation } from './exchange'
import type { Json, JsonObject } from './foreign'
import { jsonl } from './jsonl'
import { parseW3c, toW3c, toW3cDocument, w3c } from './w3c'
import { labelName } from './w3c-addresses'

const base = 'https://gloss.example'
const context = { base, codebook: readingCodebook }
const anno = 'http://www.w3.org/ns/anno.jsonld'
const article = `${base}/articles/the-pier`
const label = (name: string) => `${base}/codebooks/reading/1/${name}`

const refusal = (value: unknown) => {
  const parsed = parseW3c(value, context)
  return parsed.ok ? 'taken' : parsed.problems.map(({ code, path }) => `${code} at ${path}`).join(', ')
}

const exported: ExportedAnnotation = {
  id: '3f2504e0-4f89-41d3-9a0c-0305e82c3301', author: { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', name: 'Ann' },
  start: 4, end: 9, quote: '𠮷野家 c', prefix: 'The ', suffix: 'losed', revision: 2, version: 1,
  createdAt: '2026-11-23T00:00:00.000Z', updatedAt: '2026-11-23T00:00:00.000Z',
  labels: [{ dimension: 'framing', label: 'doubt' }],
  note: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Who says so?' }] }] },
  evidence: [{ url: 'https://example.org/minutes', title: 'Minutes' }], confidence: 'fairly-sure', sourceName: 'the office', foreign: null,
}
const set = setOf('The 𠮷野家 closed.', [exported])

describe('an annotation that leaves', () => {
  test('says all of it in the words of the model', () => {
    expect(toW3cDocument(exported, set)).toEqual({
      '@context': anno,
      id: `${base}/api/v1/layers/${set.layer.id}/annotations/${exported.id}`,
      type: 'Annotation',
      motivation: 'classifying',
      creator: { id: `urn:uuid:${exported.author.id}`, type: 'Person', name: 'Ann' },
      created: '2026-11-23T00:00:00.000Z',
      modified: '2026-11-23T00:00:00.000Z',
      generator: { id: `${base}/`, type: 'Software', name: 'Gloss' },
      body: [
        { type: 'SpecificResource', purpose: 'classifying', source: label('framing/doubt') },
        { type: 'TextualBody', purpose: 'commenting', value: 'Who says so?', format: 'text/plain' },
        { type: 'SpecificResource', purpose: 'linking', source: { id: 'https://example.org/minutes', label: 'Minutes' } },
      ],
      target: {
        type: 'SpecificResource',
        source: `${base}/api/v1/articles/${set.article.id}/revisions/2`,
        selector: [
          { type: 'TextQuoteSelector', exact: '𠮷野家 c', prefix: 'The ', suffix: 'losed' },
          { type: 'TextPositionSelector', start: 4, end: 9 },
        ],
      },
      [`${base}/ns#confidence`]: 'fairly-sure',
      [`${base}/ns#sourceName`]: 'the office',
    })
  })

  test('tells of the whole article by its address alone, and why it was made', () => {
    const whole = { ...exported, start: 0, end: 0, quote: '', labels: [], note: null, evidence: [], confidence: null, sourceName: null }
    expect(toW3c(whole, set)).toMatchObject({
      motivation: 'highlighting', target: { type: 'SpecificResource', source: `${base}/api/v1/articles/${set.article.id}/revisions/2` },
    })
    expect(toW3c({ ...whole, note: exported.note }, set)).toMatchObject({ motivation: 'commenting' })
    expect(toW3c({ ...whole, evidence: exported.evidence }, set)).toMatchObject({ motivation: 'linking' })
  })

  test('says when it was changed here, and else what came with it', () => {
    const foreign = { properties: { created: '2015-01-28T12:00:00Z', modified: '2015-01-29T12:00:00Z', creator: 'http://example.org/user1' } }
    expect(toW3c({ ...exported, foreign }, set)).toMatchObject(foreign.properties)
    expect(toW3c({ ...exported, foreign, version: 2 }, set)).toMatchObject({ created: '2015-01-28T12:00:00Z', modified: exported.updatedAt })
  })

  test.skipIf(withoutModel)('conforms to the model, whatever it says', { timeout: 60_000 }, () => {
    const wrong = modelChecker('annotations/annotationMusts')
    const anyAnnotation = anySet.filter(({ annotations }) => annotations.length > 0).chain((whole) => {
      const [first] = whole.annotations
      return anyForeign(first!.labels.map(labelName), first!.evidence.map(({ url }) => url), first!.note !== null, first!.end === 0)
        .map((foreign) => [{ ...first!, foreign }, whole] as const)
    })
    fc.assert(
      fc.property(anyAnnotation, ([annotation, whole]) => {
        expect(wrong(toW3cDocument(annotation, whole))).toEqual([])
      }),
    )
  })

  test.skipIf(withoutModel)('is found in a file that is a collection with one page', () => {
    const file = JSON.parse([...w3c.serialize!(set, undefined as never)].join('')) as { first: JsonObject }
    expect(modelChecker('collections/collectionMusts')(file)).toEqual([])
    expect(modelChecker('collections/pages/pageMusts')({ '@context': anno, ...file.first })).toEqual([])
  })
})
if (withoutModel) console.warn(withoutModel)

describe('the W3C’s own samples', () => {
  // What each is refused for; all others are held, and given back as they came.
  const refused: { [name: string]: string } = {
    'anno9.json': 'targetMany at target', 'anno11.json': 'targetMany at target', 'anno12.json': 'targetMany at target',
    'anno13.json': 'targetMany at target',
    'anno22.json': 'selectorUnknown at target.selector', 'anno24.json': 'selectorUnknown at target.selector',
    'anno25.json': 'selectorUnknown at target.selector', 'anno28.json': 'selectorUnknown at target.selector',
    'anno29.json': 'selectorUnknown at target.selector', 'anno30.json': 'selectorUnknown at target.selector',
    'anno31.json': 'selectorUnknown at target.selector', 'anno39.json': 'selectorUnknown at target.selector',
    'anno41-example44.json': 'selectorUnknown at target.selector',
    'collection1.json': 'notAnnotation at type', 'example41.json': 'notAnnotation at type', 'example42.json': 'notAnnotation at type',
    'example43.json': 'notAnnotation at type',
  }
  const wrong = withoutModel ? null : modelChecker('annotations/annotationMusts')

  test.skipIf(withoutModel).each(samples())('$name', ({ name, sample }) => {
    expect(refusal(sample)).toBe(refused[name] ?? 'taken')
    if (refused[name]) return
    const { labels: _, note, ...incoming } = (parseW3c(sample, context) as { value: IncomingAnnotation }).value
    expect(incoming.origin).toBe(sample.id)
    const words = note && { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: note.value }] }] }
    const back = toW3cDocument({ ...exported, ...incoming, labels: [], note: words }, set)
    expect(wrong?.(back)).toEqual([])
    const { id: _id, target: _target, body, bodyValue, ...said } = sample as JsonObject
    expect(back).toMatchObject(said)
    for (const each of [body ?? []].flat()) {
      if (!isNote(each)) expect([back.body].flat()).toContainEqual(each)
    }
    if (note) expect(note.value).toBe(bodyValue ?? (body as JsonObject).value ?? (body as JsonObject[])[1]?.value)
  })

  test.skipIf(withoutModel)('pages of annotations and a whole collection', () => {
    const parsed = (name: string) => {
      const sample = samples().find((each) => each.name === name)
      const file = w3c.parse!(JSON.stringify(sample?.sample), context)
      return file.ok ? [file.value.annotations.length, file.value.refused.length] : file.problems.map(({ code }) => code)
    }
    expect(parsed('example42.json')).toEqual([2, 0])
    expect(parsed('collection1.json')).toEqual([28, 13])
    expect(parsed('example41.json')).toEqual(['itemsElsewhere'])
  })
})

const isNote = (body: Json) => typeof body === 'object' && body !== null && 'value' in body && !('purpose' in body && body.purpose === 'tagging')

describe('a file of annotations', () => {
  const one = (more: object = {}) => ({ '@context': anno, type: 'Annotation', target: article, ...more })
  const told = (file: unknown) => {
    const parsed = w3c.parse!(typeof file === 'string' ? file : JSON.stringify(file), context)
    if (!parsed.ok) return parsed.problems
    const { annotations, refused } = parsed.value
    return [annotations.map(({ index, at }) => [index, at]), refused.map(({ index, problems }) => [index, ...problems.map(({ code, path }) => `${code} ${path}`)])]
  }

  test('is one annotation, a list, a page, or a collection with its pages in it', () => {
    const { '@context': _, ...inside } = one()
    expect(told(one())).toEqual([[[0, '']], []])
    expect(told([one(), inside])).toEqual([[[0, '0'], [1, '1']], []])
    expect(told({ type: 'AnnotationPage', items: [inside, 'http://example.org/a'] })).toEqual([[[0, 'items.0']], [[1, 'itemsElsewhere items.1']]])
    const first = { type: 'AnnotationPage', items: [inside], next: { type: 'AnnotationPage', items: [inside] } }
    expect(told({ type: ['BasicContainer', 'AnnotationCollection'], first })).toEqual([[[0, 'first.items.0'], [1, 'first.next.items.0']], []])
    expect(told({ type: 'AnnotationCollection', first: 'http://example.org/page1' })).toEqual([{ code: 'itemsElsewhere', path: 'first' }])
    expect(told({ type: 'AnnotationPage' })).toEqual([{ code: 'itemsElsewhere', path: 'items' }])
    const endless = `${'{"type":"AnnotationPage","items":[],"next":'.repeat(5_000)}{}${'}'.repeat(5_000)}`
    expect(told(endless)).toEqual([{ code: 'tooMany', path: '', values: { limit: 1_000 } }])
    expect(told({ '@graph': [inside] })).toEqual([[[0, '@graph.0']], []])
  })

  test('names the place of what is wrong with it', () => {
    expect(told('{"a": 1,\n "b": }')).toMatchObject([{ code: 'jsonInvalid', values: { line: 2, column: 7 } }])
    expect(told('')).toMatchObject([{ code: 'jsonInvalid', values: { line: 1, column: 1 } }])
    expect(told('7')).toEqual([{ code: 'notAnnotation', path: '' }])
    expect(told([one(), one({ target: 'x' }), 7])).toEqual([[[0, '0']], [[1, 'iriInvalid 1.target'], [2, 'notAnnotation 2']]])
    expect(told(Array.from({ length: 50_001 }, () => 1))).toEqual([{ code: 'tooMany', path: '', values: { limit: 50_000 } }])
  })

  test('is one a line as well', () => {
    const lines = `${JSON.stringify(one())}\r\n\n{"type"\n${JSON.stringify(one({ target: 'x' }))}`
    expect(jsonl.parse!(lines, context)).toMatchObject({
      value: {
        annotations: [{ index: 0, at: 'line 1' }],
        refused: [
          { index: 1, problems: [{ code: 'jsonInvalid', path: 'line 3' }] },
          { index: 2, problems: [{ code: 'iriInvalid', path: 'line 4.target' }] },
        ],
      },
    })
  })
})
