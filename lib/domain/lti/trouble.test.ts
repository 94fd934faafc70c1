import { expect, test } from 'vitest'
import { mostTries, pauseAfter, troubleOf } from './trouble'

const now = Date.UTC(2026, 10, 23, 8)
const minute = 60_000

test.each([
  [200, '', null], [204, '', null], [299, '9', null],
  [301, '', ['platformStatus', false, true, null]], [400, '', ['platformStatus', false, false, null]], [401, '', ['platformToken', true, true, null]], [403, '', ['platformScope', false, false, null]],
  [404, '', ['platformGone', false, false, null]], [408, '', ['platformStatus', false, true, null]], [409, '', ['platformStatus', false, true, null]], [410, '', ['platformGone', false, false, null]],
  [422, '', ['platformStatus', false, false, null]], [429, '', ['platformBusy', true, true, null]], [429, '90', ['platformBusy', true, true, 90_000]], [500, '', ['platformStatus', false, true, null]],
  [503, '', ['platformStatus', false, true, null]], [503, '0', ['platformBusy', true, true, 0]], [429, 'Mon, 23 Nov 2026 08:05:00 GMT', ['platformBusy', true, true, 5 * minute]],
  [429, 'Mon, 23 Nov 2026 07:00:00 GMT', ['platformBusy', true, true, 0]], [429, '999999999', ['platformBusy', true, true, 24 * 60 * minute]], [429, '-5', ['platformBusy', true, true, null]],
  [429, '1e9', ['platformBusy', true, true, null]], [429, 'Xxx, nonsense', ['platformBusy', true, true, null]], [429, ' 60 ', ['platformBusy', true, true, minute]],
] as const)('%i with “%s”', (status, retryAfter, expected) => {
  const trouble = troubleOf(status, retryAfter, now)
  expect(trouble && [trouble.problem.code, trouble.platform, trouble.again, trouble.wait]).toEqual(expected)
})

test('pauses double from a minute to six hours, and end after four days', () => {
  const pauses = Array.from({ length: mostTries }, (_, i) => pauseAfter(i + 1))
  expect(pauses.slice(0, 10)).toEqual([1, 2, 4, 8, 16, 32, 64, 128, 256, 360].map((minutes) => minutes * minute))
  expect(pauses.at(-1)).toBeNull()
  const days = pauses.reduce<number>((sum, pause) => sum + (pause ?? 0), 0) / (24 * 60 * minute)
  expect(days).toBeGreaterThan(3.5)
  expect(days).toBeLessThan(4.5)
})
