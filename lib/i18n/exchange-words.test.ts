import { expect, test } from 'vitest'
import { formats } from '../domain/formats/registry'
import { locales } from './locales'
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
