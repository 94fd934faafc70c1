import type { ClassRole } from '../classroom/class-role'
import type { Launch } from './launch'

/**
 * What somebody is in a class (`now`; null: nothing yet) once a platform told what they are in its course. A platform's
 * word counts, with two exceptions: it never makes a `teacher`, the one who may delete the class, but a co-teacher; and it
 * never lowers one, since platforms let teachers look at a course as a student. Told nothing, everything stays.
 * `roleInClass('student', 'teacher')` is `co-teacher`.
 */
export function roleInClass(now: ClassRole | null, told: Launch['role']): ClassRole | null {
  if (told === null || now === 'teacher') return now
  return told === 'teacher' ? 'co-teacher' : told
}
