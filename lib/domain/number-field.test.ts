import { expect, test } from 'vitest'
import { assignmentIn } from './classroom/assignment'
import { codeForm, copyForm } from './classroom/class-forms'
import { readNumber } from './number-field'
import { problemsOf } from './problem'

const exercise = {
  title: 'Who says so?', instructions: null, labels: [], opens: null, due: null, lateUntil: null, groupSize: null, points: 10,
  requirement: { flags: 1, dimensions: { sourcing: 0, statement: 0, framing: 0 } }, gate: 'own-submission', gateFlags: 0, pseudonyms: true, rubric: [], gradesAt: null,
}

test.each<[string, number | null]>([
  ['８', 8], [' １２ ', 12], ['8.5', 8.5], ['8,5', 8.5], ['８，５', 8.5], ['８．５', 8.5], ['-1', -1], ['－１', -1], ['−1', -1], ['', null], ['  ', null], ['0', 0],
])('%j is %j', (typed, read) => expect(readNumber(typed)).toBe(read))

test.each(['abc', '1e3', '0x10', '1.2.3', '1,000,000', '--1', '八', '1 2', 'Infinity', 'NaN', '8.', '.5', '1'.repeat(101), '８'.repeat(5_000_000)])('%# is no number', (typed) => {
  expect(readNumber(typed)).toBeNaN()
})

test.each<[string, Record<string, unknown>, unknown]>([
  ['groupSize', { groupSize: 21 }, { code: 'wholeNumberOutside', values: { least: 2, limit: 20 } }], ['groupSize', { groupSize: 1 }, { code: 'wholeNumberOutside', values: { least: 2, limit: 20 } }],
  ['groupSize', { groupSize: NaN }, { code: 'wholeNumberOutside', values: { least: 2, limit: 20 } }], ['groupSize', { groupSize: 2.5 }, { code: 'wholeNumberOutside' }],
  ['points', { points: -1 }, { code: 'wholeNumberOutside', values: { least: 0, limit: 1_000 } }], ['points', { points: '8' }, { code: 'wholeNumberOutside' }],
  ['requirement.flags', { requirement: { flags: 201, dimensions: { sourcing: 0, statement: 0, framing: 0 } } }, { code: 'wholeNumberOutside', values: { least: 0, limit: 200 } }],
  ['requirement.dimensions.framing', { requirement: { flags: 1, dimensions: { sourcing: 0, statement: 0, framing: null } } }, { code: 'wholeNumberOutside' }],
  ['gateFlags', { gateFlags: -3 }, { code: 'wholeNumberOutside' }], ['rubric.0.points', { rubric: [{ words: 'x', points: 1_001, measure: 'by-hand' }] }, { code: 'numberOutside', values: { least: 0, limit: 1_000 } }],
])('an exercise with a wrong %s is told both limits', (path, wrong, problem) => {
  const parsed = assignmentIn('Asia/Taipei').safeParse({ ...exercise, ...wrong })
  expect(problemsOf(parsed.error!)).toEqual([expect.objectContaining({ path, ...(problem as object) })])
})

test('the forms of a class take full-width figures, and name their limits', () => {
  const code = { classId: 'x', role: 'student', sectionId: '', days: '３０', places: '' }
  expect(codeForm.parse(code)).toMatchObject({ days: 30, places: null })
  for (const days of ['0', '367', '-1', 'abc', '1.5']) {
    expect(problemsOf(codeForm.safeParse({ ...code, days }).error!)).toMatchObject([{ code: 'wholeNumberOutside', path: 'days', values: { least: 1, limit: 366 } }])
  }
  expect(copyForm.parse({ classId: 'x', name: 'y', days: '－３０' }).days).toBe(-30)
  expect(problemsOf(copyForm.safeParse({ classId: 'x', name: 'y', days: '' }).error!)).toMatchObject([{ code: 'required', path: 'days' }])
})
