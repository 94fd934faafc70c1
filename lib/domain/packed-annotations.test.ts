import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { confidences, type ReaderAnnotation } from './annotation'
import { readingCodebook } from './codebook/reading'
import { labelRefsOf } from './codebook/registry'
import { packAnnotations, unpackAnnotations } from './packed-annotations'
import { codePointIndex } from './text/code-points'

const index = codePointIndex('One 𠮷野家 and 誰說的？ then some more words of it.'.repeat(20))
const quoteAt = (span: { start: number; end: number }) => index.slice(span)
const nowhere = () => {
  throw new Error('asked for words that were carried')
}
const when = fc.date({ min: new Date('2020-01-01'), max: new Date('2030-01-01'), noInvalidDate: true }).map((date) => date.toISOString())
const words = fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' })
const note = words.map((text): ReaderAnnotation['note'] => ({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }))

const passage = fc
  .record({ start: fc.nat(index.length - 40), length: fc.integer({ min: 1, max: 40 }) })
  .map(({ start, length }) => ({ start, end: start + length }))
const wholeArticle = fc.constant({ start: 0, end: 0 })

/** Anything that a layer can hold: without labels, with every label twice over a table, about the article as a whole. */
const annotation: fc.Arbitrary<ReaderAnnotation> = fc
  .record({
    id: fc.uuid(),
    author: fc.constantFrom<ReaderAnnotation['author']>({ id: 'a', name: 'Ann' }, { id: 'b', name: 'Ann' }, { id: 'c', name: '' }),
    place: fc.oneof({ weight: 5, arbitrary: passage }, wholeArticle),
    labels: fc.uniqueArray(fc.constantFrom(...labelRefsOf(readingCodebook)), { maxLength: 3 }),
    note: fc.option(note),
    evidence: fc.array(fc.record({ url: fc.webUrl(), title: fc.string() }), { maxLength: 2 }),
    confidence: fc.option(fc.constantFrom(...confidences)),
    sourceName: fc.option(words),
    version: fc.integer({ min: 1, max: 5 }),
    createdAt: when,
    updatedAt: when,
  })
  .map(({ place, ...rest }) => ({ ...rest, ...place, quote: quoteAt(place) }))

describe('packed annotations', () => {
  it('come out as they went in, in any order, with their words found in the text', () => {
    fc.assert(
      fc.property(fc.array(annotation, { maxLength: 30 }), (all) => {
        expect(unpackAnnotations(packAnnotations(all, 'found'), quoteAt)).toEqual(all)
      }),
    )
  })

  it('carry words that the text has lost', () => {
    fc.assert(
      fc.property(fc.array(annotation, { minLength: 1, maxLength: 5 }), fc.string(), (all, quote) => {
        const lost = all.map((each) => ({ ...each, quote }))
        expect(unpackAnnotations(packAnnotations(lost, 'carried'), nowhere)).toEqual(lost)
      }),
    )
  })

  it('take few bytes: no field is named more than once', () => {
    const plain: ReaderAnnotation = {
      id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', author: { id: 'a', name: 'Ann' }, start: 3, end: 9, quote: quoteAt({ start: 3, end: 9 }),
      labels: [{ dimension: 'framing', label: 'doubt' }], note: null, evidence: [], confidence: null, sourceName: null,
      version: 1, createdAt: '2026-11-23T00:00:00.000Z', updatedAt: '2026-11-23T00:00:00.000Z',
    }
    const [few, many] = [10, 1010].map((count) => packAnnotations(Array.from({ length: count }, () => plain), 'found').length)
    expect((many! - few!) / 1000).toBeLessThan(50)
  })
})
