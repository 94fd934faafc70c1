import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySet } from '@/tests/support/any-annotation-set'
import { noteBody } from '../note-html'
import { csv } from './csv'
import { csvRecords } from './csv-text'
import { mostIncoming, type ExportedAnnotation, type IncomingAnnotation } from './exchange'
import { parseCsv } from './parse-csv'
import { revisionAddress } from './w3c-addresses'

const write = (set: Parameters<typeof csv.serialize>[0]) => [...csv.serialize(set)].join('')

test('a table gives back every annotation of a layer with all it holds', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const back = parseCsv(write(set))
      const annotations = set.annotations.map((annotation, index) => ({ ...asIncoming(annotation, set.article), index, at: expect.any(String) }))
      expect(back).toEqual({ ok: true, value: { annotations, refused: [] } })
    }),
  )
})

test('there is a line for each label, and one for an annotation without', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const lines = set.annotations.reduce((sum, { labels }) => sum + Math.max(1, labels.length), 0)
      expect([...csvRecords(write(set))]).toHaveLength(1 + lines)
    }),
  )
})

describe('a table made by hand', () => {
  const place = { quote: { exact: 'pier' }, position: null }
  const cases: [string, string, Partial<IncomingAnnotation>[]][] = [
    ['needs a quote and a label', 'quote,label\npier,framing:doubt', [{ place, labels: [{ name: 'framing:doubt' }] }]],
    ['may have its columns in any order and case', 'Label;Quote\r\nDoubt;pier\r\n', [{ place, labels: [{ name: 'Doubt' }] }]],
    ['may have positions alone', 'begin,end,label\n3,7,x', [{ place: { quote: null, position: { start: 3, end: 7 } } }]],
    ['may say nothing of labels', 'quote,label,note\npier,,why', [{ place, labels: [], note: { format: 'text', value: 'why' } }]],
    ['may be about the whole article', 'begin,end,quote,label\n0,0,,x', [{ place: null }]],
    ['joins the lines of one id', 'id,quote,label\n1,pier,a\n1,pier,b\n2,pier,a', [{ labels: [{ name: 'a' }, { name: 'b' }] }, { labels: [{ name: 'a' }] }]],
    ['does not join lines without an id', 'id,quote,label\n,pier,a\n,pier,b', [{}, {}]],
    ['may end in an empty line and lack cells', 'quote,label,note\npier,a\n\n', [{ note: null }]],
    ['reads a spreadsheet’s tabs', 'quote\tlabel\npier\ta', [{ place }]],
  ]
  test.each(cases)('%s', (_, text, expected) => {
    const parsed = parseCsv(text)
    expect(parsed).toMatchObject({ ok: true, value: { annotations: expected, refused: [] } })
  })
})

describe('what is wrong is said, with its line', () => {
  const cases: [string, string, string, string][] = [
    ['an empty file', '', 'fileEmpty', ''],
    ['nothing but a byte order mark', '\uFEFF\n', 'fileEmpty', ''],
    ['a binary file', '\u0000\u0001PK\u0003\u0004', 'columnMissing', 'line 1'],
    ['JSON', '{"type":"Annotation"}', 'columnMissing', 'line 1'],
    ['a table without passages', 'label,note\nx,y', 'columnMissing', 'line 1'],
    ['a line of six megabytes', `label,begin\n${'x'.repeat(6_000_000)}`, 'columnMissing', 'line 1'],
    ['too many annotations', `quote,label\n${'pier,x\n'.repeat(mostIncoming + 1)}`, 'tooMany', ''],
  ]
  test.each(cases)('%s', (_, text, code, path) => {
    expect(parseCsv(text)).toMatchObject({ ok: false, problems: [{ code, path }] })
  })

  const lines: [string, string, string, string][] = [
    ['reversed offsets', '7,3,,x,,,', 'offsetsInvalid', 'line 2.place.position'],
    ['a word for an offset', 'a,3,,x,,,', 'offsetsInvalid', 'line 2.place.position.start'],
    ['an offset below zero', '-1,3,,x,,,', 'offsetsInvalid', 'line 2.place.position.start'],
    ['no passage', ',,,x,,,', 'passageUnsaid', 'line 2.place'],
    ['a null character', '0,3,a\u0000b,x,,,', 'unstorable', 'line 2.place.quote.exact'],
    ['half a surrogate pair', '0,3,abc,x,\ud83d,,', 'unstorable', 'line 2.note.value'],
    ['an address that is none', '0,3,abc,x,,javascript:alert(1),', 'addressScheme', 'line 2.evidence.0.url'],
    ['broken JSON', '0,3,abc,x,,,{', 'invalid', 'line 2.foreign'],
    ['JSON that is no object', '0,3,abc,x,,,[]', 'invalid', 'line 2.foreign'],
    ['JSON of another shape', '0,3,abc,x,,,"{""properties"":3}"', 'invalid', 'line 2.foreign'],
    ['JSON with a null character', '0,3,abc,x,,,"{""bodies"":[""\\u0000""]}"', 'invalid', 'line 2.foreign'],
    ['JSON ever deeper', `0,3,abc,x,,,"{""bodies"":${'['.repeat(100_000)}"`, 'invalid', 'line 2.foreign'],
    ['a quotation mark never closed', '0,3,"abc,x', 'quoteOpen', 'line 2'],
  ]
  test.each(lines)('%s', (_, line, code, path) => {
    const parsed = parseCsv(`begin,end,quote,label,note,evidence,foreign\n${line}`)
    expect(parsed).toMatchObject({ ok: true, value: { annotations: [], refused: [{ index: 0, problems: [{ code, path }] }] } })
  })

  test('lines of one id that say different things', () => {
    const parsed = parseCsv('id,quote,label\n1,pier,a\n1,boat,b\n2,pier,a')
    expect(parsed).toMatchObject({
      ok: true,
      value: { annotations: [{ index: 1 }], refused: [{ index: 0, problems: [{ code: 'rowsDisagree', path: 'line 3' }] }] },
    })
  })
})

/** What importing an exported annotation is to begin with. */
function asIncoming(annotation: ExportedAnnotation, article: { base: string; id: string }) {
  const { start, end, quote, prefix, suffix, labels, note, evidence, confidence, sourceName, author, foreign } = annotation
  const whole = start === 0 && end === 0
  return {
    origin: `urn:uuid:${annotation.id}`,
    source: revisionAddress(article.base, article.id, annotation.revision),
    place: whole ? null : { quote: { exact: quote, ...(prefix && { prefix }), ...(suffix && { suffix }) }, position: { start, end } },
    labels: labels.map(({ dimension, label }) => ({ name: `${dimension}:${label}` })),
    note: note && noteBody(note),
    evidence,
    confidence,
    sourceName,
    foreign: {
      ...foreign,
      properties: { creator: { id: `urn:uuid:${author.id}`, type: 'Person', name: author.name }, created: annotation.createdAt, ...foreign?.properties },
    },
  }
}
