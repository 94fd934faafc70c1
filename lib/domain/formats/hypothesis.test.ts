import { describe, expect, test } from 'vitest'
import { mostIncoming } from './exchange'
import { hypothesis } from './hypothesis'

const page = 'https://news.example/pier'
const quote = { type: 'TextQuoteSelector', exact: 'the old pier', prefix: 'closed ', suffix: ' on Monday' }
const row = (more: object = {}) => ({
  id: 'LGVKq4E4SKKro0dBBEMwsA',
  created: '2024-01-12T18:36:15.697572+00:00',
  updated: '2024-01-12T18:36:15.697572+00:00',
  user: 'acct:felicity@hypothes.is',
  uri: page,
  text: 'Who **says** so?',
  tags: ['Doubt', ' my own tag '],
  group: '__world__',
  permissions: { read: ['group:__world__'] },
  target: [{ source: page, selector: [{ type: 'RangeSelector', startContainer: '/p[1]' }, { type: 'TextPositionSelector', start: 412, end: 424 }, quote] }],
  document: { title: ['The pier'] },
  links: {},
  hidden: false,
  flagged: false,
  ...more,
})
const parse = (value: unknown) => hypothesis.parse(typeof value === 'string' ? value : JSON.stringify(value))
const only = (value: unknown) => {
  const parsed = parse(value)
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems))
  return parsed.value
}

test('an annotation with quote, tags, Markdown and author', () => {
  expect(only({ total: 1, rows: [row()] })).toEqual({
    refused: [],
    annotations: [
      {
        index: 0,
        at: 'rows.0',
        origin: 'https://hypothes.is/a/LGVKq4E4SKKro0dBBEMwsA',
        source: null,
        place: { quote: { exact: 'the old pier', prefix: 'closed ', suffix: ' on Monday' }, position: null },
        labels: [{ name: 'Doubt' }, { name: 'my own tag' }],
        note: { format: 'markdown', value: 'Who **says** so?' },
        evidence: [],
        confidence: null,
        sourceName: null,
        foreign: {
          properties: {
            creator: { id: 'acct:felicity@hypothes.is', type: 'Person', name: 'felicity' },
            created: '2024-01-12T18:36:15.697572+00:00',
            modified: '2024-01-12T18:36:15.697572+00:00',
          },
        },
      },
    ],
  })
})

test('the shapes that Hypothesis hands out', () => {
  const client = { export_date: '2024-05-01T10:00:00.000Z', export_userid: 'acct:felicity@hypothes.is', client_version: '1.1', annotations: [row()] }
  expect(only(client).annotations[0]).toMatchObject({ at: 'annotations.0' })
  expect(only([row()]).annotations[0]).toMatchObject({ at: '0' })
  expect(only(row()).annotations[0]).toMatchObject({ at: '' })
})

describe('what an annotation may be', () => {
  const reply = row({ id: 'reply000', references: ['LGVKq4E4SKKro0dBBEMwsA'], target: [{ source: page }], tags: [], text: 'Nobody' })
  const cases: [string, object, object][] = [
    ['a highlight without words', row({ text: '', tags: [] }), { labels: [], note: null }],
    ['a note on the page', row({ target: [{ source: page }] }), { place: null }],
    ['a name to be shown', row({ user_info: { display_name: 'Felicity Nunsun' } }), { foreign: { properties: { creator: { name: 'Felicity Nunsun' } } } }],
    ['nobody, at no time', { ...row(), user: null, created: 'yesterday', updated: undefined }, { foreign: { properties: {} } }],
  ]
  test.each(cases)('%s', (_, value, expected) => expect(only([value]).annotations[0]).toMatchObject(expected))

  test('a reply stands where its first annotation stands, if that is in the file', () => {
    expect(only([row(), reply]).annotations[1]).toMatchObject({ place: { quote: { exact: 'the old pier' } }, note: { value: 'Nobody' } })
    expect(only([reply])).toMatchObject({ annotations: [], refused: [{ index: 0, problems: [{ code: 'replyAlone', path: '0' }] }] })
  })

  test('of a file on several pages each annotation says which one is its own', () => {
    const { annotations } = only([row(), row({ uri: 'https://other.example/' })])
    expect(annotations.map(({ source }) => source)).toEqual([page, 'https://other.example/'])
  })
})

describe('what is wrong is said', () => {
  const whole: [string, unknown, string][] = [
    ['an empty file', ' ', 'fileEmpty'],
    ['a binary file', '\u0000PK', 'jsonInvalid'],
    ['a table', 'quote,label\na,b', 'jsonInvalid'],
    ['a number', 3, 'fileFormat'],
    ['other JSON', { type: 'Annotation' }, 'fileFormat'],
    ['a string of six megabytes', JSON.stringify('x'.repeat(6_000_000)), 'fileFormat'],
    ['too many', Array.from({ length: mostIncoming + 1 }, () => 1), 'tooMany'],
  ]
  test.each(whole)('%s', (_, value, code) => expect(parse(value)).toMatchObject({ ok: false, problems: [{ code }] }))

  const rows: [string, unknown, string][] = [
    ['no annotation', 3, 'fileFormat'],
    ['an annotation without an address', { id: 'x' }, 'fileFormat'],
    ['a position alone, which counts in another text', row({ target: [{ selector: [{ type: 'TextPositionSelector', start: 9, end: 3 }] }] }), 'passageUnsaid'],
    ['a null character', row({ text: 'a\u0000b' }), 'unstorable'],
    ['half a surrogate pair', row({ tags: ['\ud83d'] }), 'unstorable'],
    ['tags without end', row({ tags: Array.from({ length: 101 }, (_, i) => `${i}`) }), 'tooMany'],
    ['a text of six megabytes', row({ text: 'x'.repeat(6_000_000) }), 'tooLong'],
  ]
  test.each(rows)('%s', (_, value, code) => {
    expect(only([row(), value])).toMatchObject({ annotations: [{ index: 0 }], refused: [{ index: 1, problems: [{ code }] }] })
  })

  test('JSON ever deeper', () => {
    const deep = `[{"id":"x","uri":"y","target":${'['.repeat(50_000)}${']'.repeat(50_000)}}]`
    expect(only(deep)).toMatchObject({ refused: [{ index: 0, problems: [{ code: 'jsonTooDeep' }] }] })
  })
})
