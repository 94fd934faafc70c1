import { expect, test } from 'vitest'
import { isLargeArticle, isLargeAssignment, isTyped, type ArticleContents, type AssignmentContents } from './removal'

const none: ArticleContents = { ownFlags: 90, othersFlags: 90, readers: 2, exercises: 0, classes: 0, foreign: 0, revisions: 9 }
const empty: AssignmentContents = { begun: 30, handedIn: 2, flags: 90, keyFlags: 9, feedback: 9, graded: 0, scores: 0 }

test('a title is asked for where several people’s work hangs on it', () => {
  expect([isLargeArticle(none), isLargeArticle({ ...none, readers: 3 }), isLargeArticle({ ...none, exercises: 1 })]).toEqual([false, true, true])
  expect([isLargeAssignment(empty), isLargeAssignment({ ...empty, handedIn: 3 }), isLargeAssignment({ ...empty, graded: 1 })]).toEqual([false, true, true])
})

test.each([
  ['The pier', 'The pier', true], [' The  pier\n', 'The pier', true], ['Café', 'Cafe\u0301', true], ['The pier', 'The  pier', true],
  ['', 'The pier', false], ['the pier', 'The pier', false], ['The pie', 'The pier', false], ['x'.repeat(1_000_000), 'The pier', false],
])('%j typed for %j: %s', (typed, title, is) => expect(isTyped(typed, title)).toBe(is))
