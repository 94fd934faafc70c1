import { expect, test } from 'vitest'
import { coreProperty, firstElement, wordsOf } from './core-properties'

test.each([
  ['<dc:title>Storm &amp; sea</dc:title>', 'Storm & sea'], ['<dc:title xml:lang="en">Storm</dc:title>', 'Storm'], ['<dc:title/>', ''], ['<dc:title></dc:title>', ''],
  ['<dc:titles>no</dc:titles><dc:title>yes</dc:title>', 'yes'], ['<dc:title>a<b>c</b></dc:title>', ''], ['<dc:title', ''], ['', ''],
])('the title in %s is “%s”', (core, title) => expect(coreProperty(core, 'dc:title')).toBe(title))

// Twice the length took four times as long: these would not come to an end.
test.each([
  ['titles that never end', '<dc:title'], ['titles that are never closed', '<dc:title>'], ['spaces in one', '<dc:title '], ['tags that never end', '<'], ['a tag in a tag', '<a '],
])('%s take no longer than their length', (_, part) => {
  const hostile = part.repeat(4_000_000 / part.length)
  expect(coreProperty(hostile, 'dc:title')).toBe('')
  expect(wordsOf(hostile)).toBe(part === '<dc:title>' ? '' : hostile)
  expect(firstElement(hostile, part, '</h1>')).toBeNull()
})

test('the first element is found whole', () =>
  expect([firstElement('a<h1 class="title">b <i>c</i></h1>d</h1>', '<h1 class="title">', '</h1>'), firstElement('a', '<h1>', '</h1>')]).toEqual(['<h1 class="title">b <i>c</i></h1>', null]))
