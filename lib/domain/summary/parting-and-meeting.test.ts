import { describe, expect, it } from 'vitest'
import { readingCodebook } from '../codebook/reading'
import { codePointIndex } from '../text/code-points'
import { leadFacts } from './lead-facts'
import type { SummaryAnnotation } from './layer-summary'
import { summarise } from './summarise'

const text =
  '渡輪停了四十八小時。公司說，零件下週才到。再拖一個月，島就空了！' +
  '有人說，公司去年就知道。居民自己租船，一趟五百元。'.repeat(3)
const six = ['a', 'b', 'c', 'd', 'e', 'f']
const whole = codePointIndex(text)
let serial = 0
/** `readers` mark `quote`, give or take a few characters at its ends. */
const flag = (readers: string, quote: string, label: string, [left, right] = [0, 0]): SummaryAnnotation[] =>
  readers.split('').map((annotator) => {
    const start = whole.toCodePoint(text.indexOf(quote)) + left
    const end = whole.toCodePoint(text.indexOf(quote) + quote.length) + right
    const dimension = ['loaded-language', 'appeal-to-fear-prejudice'].includes(label) ? 'framing' : 'statement'
    const id = `${(serial += 1)}`
    return { id, annotator, start, end, labels: [{ dimension, label }], sourceName: null, evidence: [] }
  })
const of = (annotations: SummaryAnnotation[], annotators = six, words = text) =>
  summarise({ text: words, language: 'zh-Hant', codebook: readingCodebook, annotators, annotations })

describe('where readers part and meet', () => {
  it('finds the passage though borders differ: each border where half of the markers set it', () => {
    const { contested } = of([
      ...flag('ab', '再拖一個月，島就空了！', 'prediction'),
      ...flag('c', '再拖一個月，島就空了！', 'opinion', [-4, 0]),
      ...flag('d', '一個月，島就空了！', 'opinion'),
    ])
    expect(contested).toMatchObject([
      { quote: '再拖一個月，島就空了！', dimension: 'statement', readers: 4, votes: { prediction: 2, opinion: 2, none: 2 } },
    ])
  })

  it('narrows a passage rather than count one who marked its core as having said nothing', () => {
    const { contested } = of([...flag('ab', '再拖一個月，島就空了！', 'prediction'), ...flag('cd', '島就空了！', 'opinion')])
    expect(contested).toMatchObject([{ quote: '島就空了！', votes: { prediction: 2, opinion: 2, none: 2 } }])
  })

  it('takes marks that only brush one another for two passages, not for the words they happen to share', () => {
    const { contested } = of([...flag('a', '公司說，零件下週', 'opinion'), ...flag('b', '週才到。再拖一個月', 'prediction')], ['a', 'b'])
    expect(contested.map((p) => p.quote)).toEqual(['公司說，零件下週', '週才到。再拖一個月'])
  })

  it('ranks by the share of pairs who answered differently', () => {
    const { contested, agreed } = of([
      ...flag('abc', '渡輪停了四十八小時。', 'loaded-language'),
      ...flag('ab', '島就空了！', 'prediction'),
      ...flag('cd', '島就空了！', 'opinion'),
      ...flag('abcdef', '公司說，零件下週才到。', 'verifiable-fact-claim'),
      ...flag('f', '有人說，公司去年就知道。', 'opinion'),
    ])
    expect(contested.map((p) => [p.quote, p.votes, p.disagreement])).toEqual([
      ['島就空了！', { prediction: 2, opinion: 2, none: 2 }, 0.8],
      ['渡輪停了四十八小時。', { 'loaded-language': 3, none: 3 }, 0.6],
    ])
    expect(agreed.map((p) => [p.quote, p.votes])).toEqual([['公司說，零件下週才到。', { 'verifiable-fact-claim': 6 }]])
  })

  it('shows no passage both as parting and as meeting', () => {
    const { contested, agreed } = of([...flag('abcde', '島就空了！', 'prediction'), ...flag('f', '島就空了！', 'opinion')])
    expect([contested.length, agreed.length]).toEqual([0, 1])
  })

  it('of two readers, what one marked alone counts as parting', () => {
    expect(of(flag('a', '島就空了！', 'opinion'), ['a', 'b']).contested).toMatchObject([{ votes: { none: 1, opinion: 1 } }])
    expect(of(flag('a', '島就空了！', 'opinion'), ['a', 'b', 'c']).contested).toEqual([])
  })

  it('where many read and few mark, those who mark can part over the label', () => {
    const many = Array.from({ length: 100 }, (_, i) => `r${i}`)
    const flags = [...flag('ab', '島就空了！', 'prediction'), ...flag('cd', '島就空了！', 'opinion')]
    expect(of(flags, many).contested).toMatchObject([{ votes: { none: 100, prediction: 2, opinion: 2 } }])
    expect(of(flag('abcd', '島就空了！', 'opinion'), many)).toMatchObject({ contested: [], agreed: [] })
  })

  it('keeps a long passage to a sentence or two', () => {
    const long = '這一段話說得很長，長到沒有人會想要整段引用，可是每位讀者都把它整段標了起來，還各有各的標籤。'.repeat(12)
    const annotations = six.map((annotator, i) => ({
      id: annotator, annotator, start: 0, end: 500, sourceName: null, evidence: [],
      labels: [{ dimension: 'statement' as const, label: i % 2 ? 'opinion' : 'prediction' }],
    }))
    const [passage] = of(annotations, six, long).contested
    expect(passage!.votes).toEqual({ opinion: 3, prediction: 3 })
    expect(passage!.end - passage!.start).toBeLessThanOrEqual(200)
    expect(passage!.quote).toMatch(/。$/)
  })

  it('a long mark does not swallow the short ones within it', () => {
    const { contested } = of([
      ...flag('a', text.slice(0, 60), 'opinion'),
      ...flag('bc', '渡輪停了四十八小時。', 'verifiable-fact-claim'),
      ...flag('bc', '島就空了！', 'prediction'),
    ])
    expect(contested.map((p) => p.quote).sort()).toEqual(['島就空了！', '渡輪停了四十八小時。'].sort())
    expect(contested[0]!.votes.opinion).toBe(1)
  })
})

describe('leadFacts', () => {
  it('picks what the opening sentence needs', () => {
    const facts = leadFacts(of([
      ...flag('abc', '島就空了！', 'prediction'),
      ...flag('def', '島就空了！', 'opinion'),
      ...flag('abcdef', '渡輪停了四十八小時。', 'loaded-language'),
    ]))
    expect(facts).toMatchObject({
      annotators: 6, annotations: 12,
      widest: { dimension: 'framing', label: 'loaded-language' },
      most: { dimension: 'framing', alpha: 1, band: 'strong' },
      least: { dimension: 'statement', band: 'substantial' },
      sources: { distinct: 0, unnamed: 0, missing: 0 },
      contested: { first: { label: 'opinion', votes: 3 }, second: { label: 'prediction', votes: 3 } },
    })
  })

  it('has nothing to claim for an empty layer', () => {
    expect(leadFacts(of([], []))).toEqual({
      annotators: 0, annotations: 0, share: 0, widest: null, most: null, least: null,
      sources: { distinct: 0, unnamed: 0, missing: 0 }, contested: null,
    })
  })
})
