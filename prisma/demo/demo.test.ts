import MarkdownIt from 'markdown-it'
import { describe, expect, test } from 'vitest'
import { annotationContent, labelRef } from '@/lib/domain/annotation'
import { articleDetails } from '@/lib/domain/article'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { findLabel } from '@/lib/domain/codebook/registry'
import { countingReaders } from '@/lib/domain/summary/counting-readers'
import { demoAccounts } from './accounts.mjs'
import type { DemoReading } from './demo-reading'
import { prose } from './prose'
import { demoReadings } from './readings'

test('Wrapped prose becomes one line a block, with a space in English and none in Chinese', () => {
  expect(prose('\n# A\nb\nc\n\n- d\n  e\n> f\n', ' ')).toBe('# A b c\n\n- d e\n> f')
  expect(prose('天\n地\n\n- 玄\n- 黃', '')).toBe('天地\n\n- 玄\n- 黃')
})

test('The accounts are six readers, a moderator among them, and one administrator, each of their own', () => {
  expect(demoAccounts.map(({ role }) => role).sort()).toEqual(['admin', ...Array(5).fill('member'), 'moderator'])
  for (const field of ['id', 'email', 'name', 'password'] as const) {
    expect(new Set(demoAccounts.map((account) => account[field])).size).toBe(demoAccounts.length)
  }
  for (const { email, password } of demoAccounts) {
    expect(email).toMatch(/@example\.org$/)
    expect(password.length).toBeGreaterThanOrEqual(12)
  }
})

describe.each(demoReadings.map((demo) => ({ ...demo, name: demo.article.language })))(
  'The sample article in $name',
  ({ article, readings }) => {
    const blocks = plainBlocks(article.markdown)
    const text = blocks.join('\n')

    test('is long enough, has every kind of block, and its details pass the door', () => {
      const words = text.split(/\s+/).length
      const characters = (text.match(/\p{Script=Han}/gu) ?? []).length
      if (article.language === 'en') expect(words).toBeGreaterThanOrEqual(1100)
      else expect(characters).toBeGreaterThanOrEqual(1300)
      const kinds = new Set(new MarkdownIt().parse(article.markdown, {}).map(({ type }) => type))
      for (const kind of ['heading_open', 'bullet_list_open', 'blockquote_open']) expect(kinds).toContain(kind)
      expect(article.markdown).toMatch(/\]\(https:\/\/example\.org\/[^)]+\)/)
      expect(text).not.toMatch(/[*_#[\]]/)
      expect(articleDetails.safeParse({ ...article, visibility: 'public' }).error).toBeUndefined()
    })

    test('has every quote exactly once, inside one block', () => {
      expect(readings.filter(({ quote }) => !blocks.some((block) => block.includes(quote)))).toEqual([])
      expect(readings.filter(({ quote }) => text.split(quote).length !== 2)).toEqual([])
    })

    test('has readers who all flagged across it, so that each counts in its agreement', () => {
      const flags = readings.map(({ reader, quote }) => ({ annotator: reader, start: text.indexOf(quote), end: text.indexOf(quote) + quote.length }))
      const readers = [...new Set(readings.map(({ reader }) => reader))].sort()
      expect(countingReaders(flags, text.length, [])).toEqual(readers)
      expect(readers).toHaveLength(6)
    })

    test('has labels of the codebook only, and content that passes the door', () => {
      for (const reading of readings) {
        const labels = reading.labels.map(refOf)
        expect(labels.filter((ref) => findLabel(readingCodebook, ref) === null)).toEqual([])
        const { confidence = null, sourceName = null, evidence = [] } = reading
        const content = { labels, note: null, evidence, confidence, sourceName }
        expect(annotationContent.safeParse(content).error, reading.quote).toBeUndefined()
      }
    })

    test('was read by all six readers, with unequal zeal, and nobody flagged the same words twice alike', () => {
      const readers = demoAccounts.filter(({ role }) => role !== 'admin').map(({ email }) => email)
      const counts = readers.map((email) => readings.filter(({ reader }) => reader === email).length)
      expect(counts.reduce((sum, count) => sum + count, 0)).toBe(readings.length)
      expect(readings.length).toBeGreaterThanOrEqual(70)
      expect(readings.length).toBeLessThanOrEqual(95)
      expect(Math.max(...counts)).toBeGreaterThanOrEqual(20)
      expect(Math.min(...counts)).toBeGreaterThanOrEqual(5)
      expect(Math.min(...counts)).toBeLessThanOrEqual(10)
      const keys = readings.flatMap((r) => r.labels.map((label) => `${r.reader} ${label} ${r.quote}`))
      expect(new Set(keys).size).toBe(keys.length)
    })

    test('has notes and second labels on about a third, and the name of most named sources', () => {
      expect(shareOf(readings, ({ note }) => note !== undefined)).toBeCloseTo(1 / 3, 1)
      expect(shareOf(readings, ({ labels }) => labels.length > 1)).toBeGreaterThan(0.28)
      expect(shareOf(readings, ({ labels }) => labels.length > 1)).toBeLessThan(0.45)
      const named = readings.filter(({ labels }) => labels.includes('sourcing:named-person'))
      expect(shareOf(named, ({ sourceName }) => sourceName !== undefined)).toBeGreaterThan(0.8)
    })

    test.each(['sourcing', 'statement', 'framing'] as const)('shows agreement and disagreement on %s', (dimension) => {
      const flags = readings.filter(({ labels }) => labels.some((label) => label.startsWith(dimension)))
      const quotes = [...new Set(flags.map(({ quote }) => quote))]
      const passages = quotes.map((quote) => flags.filter((flag) => flag.quote === quote))
      const distinct = (passage: DemoReading[]) =>
        new Set(passage.map(({ labels }) => labels.filter((label) => label.startsWith(dimension)).sort().join()))
      expect(passages.some((passage) => passage.length >= 3 && distinct(passage).size === 1)).toBe(true)
      expect(passages.some((passage) => distinct(passage).size > 1)).toBe(true)
    })
  },
)

/** The words of each paragraph, heading and list item, without marks: what the importer keeps of a block. */
function plainBlocks(markdown: string): string[] {
  return new MarkdownIt()
    .parse(markdown, {})
    .filter(({ type }) => type === 'inline')
    .map(({ children }) => (children ?? []).map(({ content }) => content).join(''))
}

function refOf(label: string) {
  const [dimension, id] = label.split(':')
  return labelRef.parse({ dimension, label: id })
}

function shareOf(readings: readonly DemoReading[], holds: (reading: DemoReading) => boolean): number {
  return readings.filter(holds).length / readings.length
}
