import { describe, expect, it } from 'vitest'
import { readingCodebook } from '../codebook/reading'
import type { SummaryAnnotation } from './layer-summary'
import { summarise } from './summarise'

const text =
  'Port Authority said so. People familiar with the matter denied it. Lin agreed, said Lin. Everybody knows it.'
let serial = 0
const flag = (
  annotator: string, quote: string, label: string, sourceName: string | null = null, url?: string,
): SummaryAnnotation => ({
  id: `${(serial += 1)}`, annotator, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length,
  labels: [{ dimension: 'sourcing', label }], sourceName, evidence: url ? [{ url, title: 'Notice' }] : [],
})
const sourcesOf = (annotations: SummaryAnnotation[]) =>
  summarise({ text, language: 'en', codebook: readingCodebook, annotators: [], annotations }).sources

describe('the inventory of sources', () => {
  it('gathers by name whatever the spelling, else by place', () => {
    const { entries, distinct, unnamed, flags, shareUnnamedOrMissing } = sourcesOf([
      flag('a', 'Port Authority said so', 'organisation-statement', 'Port Authority', 'https://example.org/notice'),
      flag('b', 'Port Authority', 'organisation-statement', ' ＰＯＲＴ  authority'),
      flag('c', 'Port Authority said', 'official-document-or-data', 'Port Authority'),
      flag('d', 'Port Authority said so', 'organisation-statement'),
      flag('a', 'People familiar with the matter', 'unnamed-described'),
      flag('b', 'People familiar with', 'unnamed-bare'),
      flag('c', 'People familiar with the matter denied', 'unnamed-described'),
      flag('a', 'Lin agreed', 'named-person', 'Lin'),
      flag('b', 'said Lin', 'named-person', 'Lin'),
      flag('c', 'Everybody knows it', 'missing-source'),
    ])
    expect(entries).toMatchObject([
      {
        words: 'Port Authority', named: true, kind: 'organisation-statement', standing: 'identified',
        flags: 4, readers: 4, firstStart: 0,
      },
      { words: 'People familiar with the matter', kind: 'unnamed-described', standing: 'unnamed', flags: 3 },
      { words: 'Lin', named: true, kind: 'named-person', flags: 2, readers: 2, link: null },
      { words: 'Everybody knows it', named: false, kind: 'missing-source', standing: 'missing', flags: 1 },
    ])
    expect(entries[0]!.link).toEqual({ url: 'https://example.org/notice', title: 'Notice' })
    expect([distinct, unnamed, flags, shareUnnamedOrMissing]).toEqual([3, 1, 10, 0.4])
  })

  it('does not lend a name to a reader who says that the source is missing', () => {
    const { entries } = sourcesOf([
      flag('a', 'Port Authority said so', 'organisation-statement', 'Port Authority'),
      flag('b', 'Port Authority said so', 'missing-source'),
    ])
    expect(entries.map((e) => [e.words, e.standing])).toEqual([
      ['Port Authority', 'identified'],
      ['Port Authority said so', 'missing'],
    ])
  })

  it('the author as witness is one source; common knowledge is none', () => {
    const { entries, distinct } = sourcesOf([
      flag('a', 'Lin agreed', 'author-observation'),
      flag('b', 'Port Authority said so', 'author-observation'),
      flag('b', 'Everybody knows it', 'common-knowledge'),
    ])
    expect(entries.map((e) => [e.kind, e.standing, e.flags])).toEqual([
      ['author-observation', 'identified', 2],
      ['common-knowledge', 'needless', 1],
    ])
    expect(distinct).toBe(1)
  })

  it('takes labels the codebook does not know', () => {
    const inventory = sourcesOf([flag('a', 'Lin agreed', 'no-such-label')])
    expect(inventory).toMatchObject({ distinct: 1, shareUnnamedOrMissing: 0 })
  })
})
