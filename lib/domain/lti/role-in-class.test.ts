import { expect, test } from 'vitest'
import type { ClassRole } from '../classroom/class-role'
import type { Launch } from './launch'
import { roleInClass } from './role-in-class'

const cases: [now: ClassRole | null, told: Launch['role'], becomes: ClassRole | null][] = [
  [null, 'teacher', 'co-teacher'],
  [null, 'assistant', 'assistant'],
  [null, 'student', 'student'],
  [null, null, null],
  ['student', 'teacher', 'co-teacher'],
  ['student', 'assistant', 'assistant'],
  ['assistant', 'student', 'student'],
  ['co-teacher', 'student', 'student'],
  ['co-teacher', 'assistant', 'assistant'],
  ['co-teacher', null, 'co-teacher'],
  ['student', null, 'student'],
  ['teacher', 'student', 'teacher'],
  ['teacher', 'assistant', 'teacher'],
  ['teacher', 'teacher', 'teacher'],
]

test.each(cases)('%s, told %s, is %s', (now, told, becomes) => {
  expect(roleInClass(now, told)).toBe(becomes)
})
