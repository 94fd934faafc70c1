import { expect, test } from 'vitest'
import { resultOf, type MarkedPassage } from './work-result'
import { markedParagraphs } from './marked-text'
import { linesOf } from './work-lines'

const passage = (id: string, start: number, end: number, ...labels: string[]): MarkedPassage => ({
  id, start, end,
  labels: labels.map((name) => ({ dimension: name.split(':')[0] as 'framing' | 'sourcing', label: name.split(':')[1]! })),
})

test('a pair that met in two dimensions is one line, in the order of the text, and what was missed stands in its place', () => {
  const own = [passage('late', 40, 50, 'framing:doubt'), passage('a', 0, 10, 'framing:doubt', 'sourcing:named'), passage('bare', 60, 70)]
  const key = [passage('k', 0, 10, 'framing:doubt', 'sourcing:unnamed-bare'), passage('m', 20, 30, 'framing:doubt')]
  const lines = linesOf(resultOf(own, key), own, key)
  expect(lines.map(({ student, key: of, verdicts }) => [student?.id, of?.id, verdicts.map(({ verdict }) => verdict)])).toEqual([
    ['a', 'k', ['other-label', 'found']],
    [undefined, 'm', ['missed']],
    ['late', undefined, ['extra']],
  ])
})

test('a text is cut where marks begin and end, in code points, and at paragraphs', () => {
  expect(markedParagraphs('a😀bc\n\nd', [{ start: 1, end: 3 }], [{ start: 2, end: 4 }])).toEqual([
    [
      { text: 'a', own: false, key: false },
      { text: '😀', own: true, key: false },
      { text: 'b', own: true, key: true },
      { text: 'c', own: false, key: true },
    ],
    [{ text: 'd', own: false, key: false }],
  ])
})
