import { expect, test } from 'vitest'
import { contentFormatOf, suggestedTitle } from './content-format'

test.each([
  ['<p>a</p>', undefined, 'html'],
  ['<!doctype html><html>', 'txt', 'html'],
  ['a <b>bold</b> word', undefined, 'text'],
  ['a</p><p>b</p>', undefined, 'html'],
  ['# A heading', undefined, 'markdown'],
  ['一段。\n![]()\n又一段。', 'txt', 'markdown'],
  ['a [link](https://x.example)', undefined, 'markdown'],
  ['a', 'md', 'markdown'],
  ['# a', 'html', 'html'],
  ['Plain words.', 'txt', 'text'],
])('%s in a file .%s is %s', (source, extension, format) => expect(contentFormatOf(source, extension)).toBe(format))

test.each([
  ['intro\n\n# The *title*\n\ntext', 'markdown', 'The title'],
  ['<p>x</p><h1>The <em>title</em> &amp; more</h1>', 'html', 'The title & more'],
  ['![]()\n\n第一行\n第二行', 'markdown', '第一行'],
  [`One short sentence. ${'More words follow. '.repeat(10)}`, 'text', 'One short sentence.'],
  [`${'甲'.repeat(30)}，${'乙'.repeat(60)}`, 'text', `${'甲'.repeat(30)}…`],
  ['丙'.repeat(100), 'text', `${'丙'.repeat(79)}…`],
  ['', 'text', ''],
] as const)('%s suggests a title', (source, format, title) => expect(suggestedTitle(source, format)).toBe(title))
