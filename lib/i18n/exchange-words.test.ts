import { createTranslator } from 'use-intl/core'
import { describe, expect, test } from 'vitest'
import { formats } from '../domain/formats/registry'
import { locales, type Locale } from './locales'
import { messagesOf } from './messages'

test.each(locales)('every format has a name and one line of explanation in %s', async (locale) => {
  const { exchange } = await messagesOf(locale)
  const words: Record<string, { name: string; hint: string } | undefined> = exchange.formats
  for (const { name } of formats) {
    expect(words[name]?.name, name).toMatch(/\S/)
    expect(words[name]?.hint.length, name).toBeLessThan(90)
  }
  expect(Object.keys(words).sort()).toEqual(formats.map(({ name }) => name).sort())
})

describe('what an import would do, in a sentence', () => {
  const cases: [Locale, number, number, string][] = [
    ['en', 1, 1, 'The one flag in the file can be imported.'],
    ['en', 7, 7, 'All 7 flags in the file can be imported.'],
    ['en', 4, 7, '4 of the 7 flags in the file can be imported.'],
    ['en', 1, 1_200, '1 of the 1,200 flags in the file can be imported.'],
    ['en', 0, 1, 'The one flag in the file cannot be imported.'],
    ['en', 0, 2, 'None of the 2 flags in the file can be imported.'],
    ['zh-Hant', 7, 7, '檔案裡的 7 個標記都可以匯入。'],
    ['zh-Hant', 4, 7, '檔案裡的 7 個標記中，有 4 個可以匯入。'],
    ['zh-Hant', 0, 7, '檔案裡的 7 個標記都無法匯入。'],
    ['zh-Hans', 7, 7, '文件里的 7 个标记都可以导入。'],
    ['zh-Hans', 4, 7, '文件里的 7 个标记中，有 4 个可以导入。'],
  ]
  test.each(cases)('%s: %i of %i', async (locale, ready, total, sentence) => {
    const t = createTranslator({ locale, messages: (await messagesOf(locale)).exchange.import })
    expect(t('ready', { ready, total, refused: total - ready })).toBe(sentence)
  })
})
