import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { locales } from './locales'
import { messagesOf } from './messages'

type Say = (key: string, values: Record<string, string | number>) => string

async function say(locale: (typeof locales)[number], namespace: 'summary' | 'library'): Promise<Say> {
  const messages = await messagesOf(locale)
  const t = createTranslator({
    locale,
    messages,
    namespace,
    onError: (error) => {
      throw error
    },
  })
  return (key, values) => t.markup(key as Parameters<typeof t.markup>[0], { b: (words) => words, ...values })
}

describe('the opening of a summary', () => {
  test.each([
    ['lead.flagged', { readers: 1, share: '41%' }, 'One reader flagged 41% of the text.'],
    ['lead.flagged', { readers: 6, share: '41%' }, '6 readers flagged 41% of the text.'],
    ['lead.allNamed', { sources: 1 }, 'One source was noted, and it has a name.'],
    ['lead.allNamed', { sources: 3 }, '3 sources were noted, all with a name.'],
    ['lead.someUnnamed', { sources: 3, unnamed: 1 }, '3 sources were noted; one of them has no name.'],
    ['lead.someUnnamed', { sources: 5, unnamed: 2 }, '5 sources were noted; 2 of them have no name.'],
    ['lead.allUnnamed', { sources: 1 }, 'One source was noted, and it has no name.'],
    ['lead.allUnnamed', { sources: 2 }, '2 sources were noted, none with a name.'],
    ['lead.missing', { missing: 1 }, 'In one place a source is missing.'],
    ['lead.missing', { missing: 2 }, 'In 2 places a source is missing.'],
    ['where.part', { number: 1, count: 10, readers: 0, disagree: 'no' }, 'Part 1 of 10: no flags'],
    ['where.part', { number: 2, count: 10, readers: 1, disagree: 'no' }, 'Part 2 of 10: flagged by one reader'],
    [
      'where.part',
      { number: 3, count: 10, readers: 4, disagree: 'yes' },
      'Part 3 of 10: flagged by up to 4 readers, who disagree in places',
    ],
    ['detached', { count: 1 }, '1 flag belongs to an earlier version and is not counted here.'],
  ])('%s with %j', async (key, values, sentence) => {
    expect((await say('en', 'summary'))(key, values)).toBe(sentence)
  })
})

describe.each(locales)('in %s', (locale) => {
  test.each(['summary', 'library'] as const)('every message of %s is well formed with nought, one and many', async (namespace) => {
    const tell = await say(locale, namespace)
    const words = (await messagesOf(locale))[namespace]
    for (const key of keysOf(words)) {
      for (const count of [0, 1, 7]) expect(tell(key, valuesOf(count)), key).not.toMatch(/[{}#]|undefined/)
    }
  })
})

function keysOf(words: object, prefix = ''): string[] {
  return Object.entries(words).flatMap(([name, value]: [string, unknown]) =>
    typeof value === 'object' && value !== null ? keysOf(value, `${prefix}${name}.`) : [`${prefix}${name}`],
  )
}

function valuesOf(count: number): Record<string, string | number> {
  const counts = [
    'readers', 'flags', 'sources', 'unnamed', 'missing', 'count', 'number', 'all', 'distinct', 'length', 'observed',
    'sourcing', 'statement', 'framing',
  ]
  const texts = [
    'title', 'share', 'label', 'most', 'least', 'first', 'second', 'name', 'parts', 'alpha', 'low', 'high', 'crowd',
    'experts', 'words', 'reason', 'disagree',
  ]
  return Object.fromEntries([...counts.map((name) => [name, count]), ...texts.map((name) => [name, 'x'])])
}
