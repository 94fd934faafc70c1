import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { messagesOf } from '@/lib/i18n/messages'

const views = ['components', 'app'].flatMap((room) => readdirSync(room, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.tsx')).map((file) => `${room}/${file}`))

/** Every text of a list of words, with its name. */
const textsOf = (words: object, path = ''): [string, string][] =>
  Object.entries(words).flatMap(([name, value]: [string, unknown]) => (typeof value === 'string' ? [[path + name, value] as [string, string]] : textsOf(value as object, `${path}${name}.`)))

/** Punctuation of Latin letters on the side of a Chinese character. What is in braces and tags is no text. */
const halfWidth = /\p{Script=Han}[,;:!?()]|[,;!?()]\p{Script=Han}|\p{Script=Han}\.(?:\s|$)|\.\.\./u

test.each(['zh-Hant', 'zh-Hans'] as const)('%s writes its own punctuation', async (locale) => {
  const texts = textsOf(await messagesOf(locale)).filter(([name]) => !name.endsWith('roster.example'))
  expect(texts.length).toBeGreaterThan(500)
  expect(texts.filter(([, text]) => halfWidth.test(text.replace(/<\/?\w+>/g, '')))).toEqual([])
})

test('no view puts words into brackets, between colons or quotation marks of one language', () => {
  // An expression of JSX, then the mark that closes, then the tag's end.
  const closed = /\}[)”」][ \t]*<\//
  const found = views.flatMap((file) => readFileSync(file, 'utf8').split('\n').flatMap((line, at) => (closed.test(line) ? [`${file}:${at + 1} ${line.trim()}`] : [])))
  expect(found).toEqual([])
})
