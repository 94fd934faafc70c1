import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readingCodebook } from '../codebook/reading'
import type { IncomingAnnotation } from './exchange'
import type { Json, JsonObject } from './foreign'
import { parseW3c, w3c } from './w3c'

const base = 'https://gloss.example'
const context = { base, codebook: readingCodebook }
const anno = 'http://www.w3.org/ns/anno.jsonld'
const article = `${base}/articles/the-pier`
const label = (name: string) => `${base}/codebooks/reading/1/${name}`

const read = (more: JsonObject): IncomingAnnotation => {
  const parsed = parseW3c({ '@context': anno, type: 'Annotation', target: article, ...more }, context)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}
const refusal = (value: unknown) => {
  const parsed = parseW3c(value, context)
  return parsed.ok ? 'taken' : parsed.problems.map(({ code, path }) => `${code} at ${path}`).join(', ')
}

describe('an annotation that comes in', () => {
  const labels: [string, Json][] = [
    ['a specific resource', { type: 'SpecificResource', purpose: 'classifying', source: label('framing/doubt') }],
    ['its source as an object', [{ source: { id: label('framing/doubt') }, purpose: 'classifying' }]],
    ['the address alone', label('framing/doubt')],
    ['an external resource', { id: label('framing/doubt') }],
    ['a tag', { type: 'TextualBody', purpose: 'tagging', value: 'framing:doubt' }],
    ['keywords written out', { '@type': ['SpecificResource'], purpose: ['tagging'], source: [label('framing/doubt')] }],
  ]
  test.each(labels)('names a label by %s', (_, body) => {
    expect(read({ body })).toMatchObject({ labels: [{ name: 'framing:doubt' }], foreign: null })
  })

  test('keeps what a label, a note and a link say further, and bodies that are none of these', () => {
    const tag = { type: 'TextualBody', purpose: 'tagging', value: 'framing:doubt', creator: 'http://example.org/user1' }
    const comment = { type: 'TextualBody', value: '<p>j’adore !</p>', format: 'text/html', language: 'fr', purpose: 'describing' }
    const link = { source: { id: 'https://example.org/a', label: 'A', format: 'audio/mpeg' }, purpose: 'linking', rights: 'https://example.org/r' }
    const readme = { type: 'TextualBody', purpose: 'tagging', value: 'readme' }
    const video = { id: 'http://example.org/video1', type: 'Video' }
    expect(read({ body: [tag, comment, link, readme, video] })).toMatchObject({
      labels: [{ name: 'framing:doubt' }, { name: 'readme', body: readme }],
      note: { format: 'html', value: '<p>j’adore !</p>' },
      evidence: [{ url: 'https://example.org/a', title: 'A' }],
      foreign: {
        labels: { 'framing:doubt': { creator: 'http://example.org/user1' } },
        note: { language: 'fr', purpose: 'describing', format: 'text/html' },
        evidence: { 'https://example.org/a': { rights: 'https://example.org/r', source: { format: 'audio/mpeg' } } },
        bodies: [readme, video],
      },
    })
  })

  test('lets the motivation stand for a purpose that no body names', () => {
    expect(read({ motivation: 'tagging', body: { type: 'TextualBody', value: 'framing:doubt' } })).toMatchObject({ labels: [{ name: 'framing:doubt' }], note: null })
    expect(read({ motivation: 'linking', body: 'https://example.org/a' })).toMatchObject({ evidence: [{ url: 'https://example.org/a', title: '' }] })
    expect(read({ bodyValue: 'Comment text' })).toMatchObject({ note: { format: 'text', value: 'Comment text' } })
  })

  const places: [string, Json, IncomingAnnotation['place']][] = [
    ['a quote', { type: 'TextQuoteSelector', exact: 'a', prefix: 'b' }, { quote: { exact: 'a', prefix: 'b' }, position: null }],
    ['a position', [{ type: 'TextPositionSelector', start: 4, end: 9 }], { quote: null, position: { start: 4, end: 9 } }],
    ['a quote in what another selector chooses', { type: 'FragmentSelector', value: 'para5', refinedBy: { type: 'TextQuoteSelector', exact: 'Selected Text' } },
      { quote: { exact: 'Selected Text' }, position: null }],
    ['a quote in a quote', { type: 'TextQuoteSelector', exact: 'a fine day', suffix: '.', refinedBy: { type: 'TextQuoteSelector', exact: 'fine' } },
      { quote: { exact: 'fine', prefix: 'a ', suffix: ' day.' }, position: null }],
    ['a position in a quote', { type: 'TextQuoteSelector', exact: '一𠮷二', refinedBy: { type: 'TextPositionSelector', start: 1, end: 2 } },
      { quote: { exact: '𠮷', prefix: '一', suffix: '二' }, position: null }],
    ['a position in a position', { type: 'TextPositionSelector', start: 100, end: 200, refinedBy: { type: 'TextPositionSelector', start: 5, end: 7 } },
      { quote: null, position: { start: 105, end: 107 } }],
    ['a quote beside what we cannot read', ['http://example.org/s', { type: 'XPathSelector', value: '/p' }, { type: 'TextQuoteSelector', exact: 'a' }],
      { quote: { exact: 'a' }, position: null }],
  ]
  test.each(places)('stands on %s', (_, selector, place) => {
    expect(read({ target: { source: article, selector } })).toMatchObject({ source: article, place })
  })

  test('keeps what its target says further', () => {
    const others = [{ type: 'XPathSelector', value: '/p' }, { type: 'TextQuoteSelector', exact: 'b' }]
    const target = {
      id: 'http://example.org/target1', type: 'SpecificResource', source: { id: article, type: 'Text' }, state: { type: 'TimeState', sourceDate: '2015-07-20T13:30:00Z' },
      selector: [{ id: 'http://example.org/s1', type: 'TextQuoteSelector', exact: 'a' }, ...others], renderedVia: { id: 'http://example.com/x', type: 'Software' },
    }
    expect(read({ target: target as Json }).foreign).toEqual({
      target: {
        properties: { id: target.id, state: target.state, renderedVia: target.renderedVia },
        source: { type: 'Text' }, quote: { id: 'http://example.org/s1' }, selectors: others,
      },
    })
    expect(read({ target: [article] })).toMatchObject({ source: article, place: null })
    expect(read({ target: { id: article, format: 'text/html' } })).toMatchObject({ source: article, place: null, foreign: { target: { source: { format: 'text/html' } } } })
  })

  const of = (more: object) => ({ '@context': anno, type: 'Annotation', target: article, ...more })
  const on = (selector: unknown) => of({ target: { source: article, selector } })
  const deep = (levels: number): object => (levels === 0 ? {} : { a: deep(levels - 1) })
  const wrongs: [string, unknown, string][] = [
    ['nothing', null, 'notAnnotation at '],
    ['a list', [], 'notAnnotation at '],
    ['another type', { '@context': anno, type: 'Note', target: article }, 'notAnnotation at type'],
    ['no context', { type: 'Annotation', target: article }, 'contextMissing at @context'],
    ['another context', { '@context': ['http://schema.org'], type: 'Annotation', target: article }, 'contextMissing at @context'],
    ['no target', { '@context': anno, type: 'Annotation' }, 'targetMissing at target'],
    ['an empty target', of({ target: [] }), 'targetMissing at target'],
    ['a target that is no IRI', of({ target: 'the pier' }), 'iriInvalid at target'],
    ['a number for a target', of({ target: 7 }), 'targetMissing at target'],
    ['two targets', of({ target: [article, article] }), 'targetMany at target'],
    ['a choice of targets', of({ target: [{ type: 'Choice', items: [article] }] }), 'targetMany at target.0'],
    ['an id that is no IRI', of({ id: 'anno 1' }), 'iriInvalid at id'],
    ['a time without a zone', of({ created: '2015-01-28T12:00:00' }), 'dateTimeInvalid at created'],
    ['two times', of({ modified: ['2015-01-28T12:00:00Z', '2015-01-28T12:00:00Z'] }), 'dateTimeInvalid at modified'],
    ['two canonical names', of({ canonical: ['urn:a:b', 'urn:a:c'] }), 'iriInvalid at canonical'],
    ['a creator that is a number', of({ creator: 7 }), 'iriInvalid at creator'],
    ['body and bodyValue', of({ body: 'http://example.org/1', bodyValue: 'x' }), 'bodyTwice at bodyValue'],
    ['a body that is no IRI', of({ body: ['http://example.org/1', 'not one'] }), 'iriInvalid at body.1'],
    ['a body of no kind', of({ body: { purpose: 'tagging' } }), 'bodyUnknown at body'],
    ['a body of two kinds', of({ body: { source: 'http://example.org/1', value: 'x' } }), 'bodyUnknown at body.value'],
    ['an empty choice', of({ body: { type: 'Choice', items: [] } }), 'bodyUnknown at body.items'],
    ['a broken body in a choice', of({ body: { type: 'Choice', items: [{ value: 1 }] } }), 'bodyUnknown at body.items.0.value'],
    ['a label that the codebook does not have', of({ body: label('framing/nonsense') }), 'labelUnknown at body'],
    ['a label of another version', of({ body: [`${base}/codebooks/reading/2/framing/doubt`] }), 'labelUnknown at body.0'],
    ['an endless note', of({ bodyValue: 'x'.repeat(10_001) }), 'tooLong at body.value'],
    ['a selector of no kind', on({ type: 'NoSelector' }), 'selectorInvalid at target.selector'],
    ['a quote without words', on([{ type: 'TextQuoteSelector' }]), 'selectorInvalid at target.selector.0'],
    ['an empty quote', on([{ type: 'TextQuoteSelector', exact: '' }]), 'passageEmpty at target.selector.0'],
    ['a position that is no number', on({ type: 'TextPositionSelector', start: '4', end: 9 }), 'selectorInvalid at target.selector'],
    ['a position before the text', on({ type: 'TextPositionSelector', start: -4, end: 9 }), 'selectorInvalid at target.selector'],
    ['half a position', on({ type: 'TextPositionSelector', start: 4.5, end: 9 }), 'selectorInvalid at target.selector'],
    ['a position beyond counting', on({ type: 'TextPositionSelector', start: 4, end: 1e300 }), 'selectorInvalid at target.selector'],
    ['a reversed position', on([{ type: 'TextQuoteSelector', exact: 'a' }, { type: 'TextPositionSelector', start: 9, end: 4 }]), 'passageReversed at target.selector.1'],
    ['a position of nothing', on({ type: 'TextPositionSelector', start: 4, end: 4 }), 'passageEmpty at target.selector'],
    ['a broken refinement', on({ type: 'TextQuoteSelector', exact: 'a', refinedBy: { type: 'X' } }), 'selectorInvalid at target.selector.refinedBy'],
    ['half a character', of({ 'x:y': ['\ud83d'] }), 'unstorable at x:y.0'],
    ['a null character in a name', of({ 'x\0': 1 }), 'unstorable at x\ufffd'],
    ['nesting', of({ 'x:y': deep(40) }), `jsonTooDeep at x:y${'.a'.repeat(31)}`],
    ['a list of a million', of({ 'x:y': Array.from({ length: 1_000_000 }, () => 0) }), 'jsonTooMany at x:y'],
    ['a text of a million', of({ 'x:y': 'x'.repeat(1_000_000) }), 'tooLong at x:y'],
    ['a certainty of no kind', of({ [`${base}/ns#confidence`]: 'very' }), `propertyInvalid at ${base}/ns#confidence`],
  ]
  test.each(wrongs)('is refused with %s', (_, value, problem) => expect(refusal(value)).toBe(problem))

  test('is refused however deep it is nested, and whatever it calls its properties', () => {
    const nested = `${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`
    expect(w3c.parse!(`[${nested}]`, context)).toMatchObject({ value: { refused: [{ index: 0, problems: [{ code: 'jsonTooDeep' }] }] } })
    const strange = JSON.parse('{"__proto__":{"type":"Annotation"},"constructor":1}') as JsonObject
    expect(read({ 'x:y': strange }).foreign?.properties?.['x:y']).toEqual(strange)
    expect(refusal(strange)).toBe('contextMissing at @context')
  })

  test('no value of any shape breaks the reader', () => {
    const almost = fc.dictionary(fc.constantFrom('type', 'body', 'target', 'selector', 'source', 'value', 'items', '@context', 'x'), fc.jsonValue())
    fc.assert(fc.property(fc.oneof(fc.jsonValue(), almost, almost.map((more) => of(more)), almost.map((target) => of({ target })), almost.map((body) => of({ body }))), (value) => {
      expect(refusal(value)).toEqual(expect.any(String))
    }))
  })
})
