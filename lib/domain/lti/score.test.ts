import fc from 'fast-check'
import { expect, test } from 'vitest'
import { sameScore, scoreBody, scoreOf, scoresAddress, storedScore, type Score, type ScoredWork } from './score'

const now = Date.UTC(2026, 10, 23, 8)
const graded: ScoredWork = { submitted: true, released: true, points: 7.5, comment: 'Well seen.', maximum: 10, of: 'x' }

test.each<[string, Partial<ScoredWork>, Partial<Score>]>([
  ['begun', { submitted: false, released: false }, { activityProgress: 'InProgress', gradingProgress: 'NotReady' }],
  ['taken back after the release', { submitted: false }, { activityProgress: 'InProgress', gradingProgress: 'NotReady' }],
  ['handed in', { released: false }, { activityProgress: 'Submitted', gradingProgress: 'PendingManual' }],
  ['released', {}, { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 7.5, scoreMaximum: 10, comment: 'Well seen.' }],
  ['released with nothing given', { points: null, comment: null }, { activityProgress: 'Completed', gradingProgress: 'PendingManual' }],
  ['released with words only', { points: null }, { activityProgress: 'Completed', gradingProgress: 'PendingManual', comment: 'Well seen.' }],
  ['released with no points', { points: 0, comment: '' }, { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 0, scoreMaximum: 10 }],
  ['an exercise for no points', { maximum: 0 }, { activityProgress: 'Completed', gradingProgress: 'FullyGraded', comment: 'Well seen.' }],
])('%s', (_state, work, expected) => {
  expect(scoreOf({ ...graded, ...work }, null, now)).toEqual({ timestamp: '2026-11-23T08:00:00.000Z', of: 'x', ...expected })
})

test('points and words are told of nothing that is not both handed in and released', () => {
  const anyWork = fc.record({ submitted: fc.boolean(), released: fc.boolean(), points: fc.option(fc.double({ noNaN: true, noDefaultInfinity: true })), comment: fc.option(fc.string()), maximum: fc.nat(1_000), of: fc.string() })
  fc.assert(
    fc.property(anyWork, (work) => {
      const score = scoreOf(work, null, now)
      if (!work.submitted || !work.released) expect(Object.keys(score).sort()).toEqual(['activityProgress', 'gradingProgress', 'of', 'timestamp'])
      expect(storedScore(JSON.parse(JSON.stringify(score)))).toEqual(JSON.parse(JSON.stringify(score)))
    }),
  )
})

test('each score is later than the last, whatever the clock says', () => {
  const first = scoreOf(graded, null, now)
  expect(scoreOf(graded, first, now - 5_000).timestamp).toBe('2026-11-23T08:00:00.001Z')
  expect(scoreOf(graded, first, now + 5_000).timestamp).toBe('2026-11-23T08:00:05.000Z')
  expect(sameScore(first, scoreOf({ ...graded, of: 'y' }, first, now + 1))).toBe(true)
  expect(sameScore(first, scoreOf({ ...graded, points: 8 }, first, now + 1))).toBe(false)
})

test('what goes over the wire names the person as the platform does, and keeps our mark to us', () => {
  expect(JSON.parse(scoreBody(scoreOf({ ...graded, released: false }, null, now), 'p 1'))).toEqual({
    userId: 'p 1', timestamp: '2026-11-23T08:00:00.000Z', activityProgress: 'Submitted', gradingProgress: 'PendingManual',
  })
})

test.each([
  ['https://lms.example/items/7', 'https://lms.example/items/7/scores'],
  ['https://lms.example/items/7/', 'https://lms.example/items/7/scores'],
  ['https://lms.example/items/7?type_id=2', 'https://lms.example/items/7/scores?type_id=2'],
  ['https://lms.example/i.php?a=1?b#part', 'https://lms.example/i.php/scores?a=1?b'],
])('the scores of %s are at %s', (lineItem, scores) => expect(scoresAddress(lineItem)).toBe(scores))
