/** When work may be done, in milliseconds since 1970; null: no such limit. */
export type Schedule = { opens: number | null; due: number | null; lateUntil: number | null }

/** What is known of a student's work. `submitted` is null before handing in and after taking back. */
export type Work = { started: number | null; submitted: number | null }

export const workStates = ['not-started', 'started', 'submitted', 'late'] as const
export type WorkState = (typeof workStates)[number]

/** Where a student stands, for the teacher's board: handed in after the due date is late, whenever it is looked at. */
export function workState({ started, submitted }: Work, { due }: Schedule): WorkState {
  if (submitted !== null) return due !== null && submitted > due ? 'late' : 'submitted'
  return started === null ? 'not-started' : 'started'
}

/** Why nothing can be changed now, or null where it can: not yet open, over, or handed in. */
export type Shut = 'not-yet-open' | 'over' | 'handed-in'

/** May a student flag and hand in at `now`? Late work is taken until `lateUntil`; without it, until the due date. */
export function shutBecause(schedule: Schedule, work: Work, now: number): Shut | null {
  const { opens, due, lateUntil } = schedule
  if (opens !== null && now < opens) return 'not-yet-open'
  if (work.submitted !== null) return 'handed-in'
  const end = lateUntil ?? due
  return end !== null && now > end ? 'over' : null
}

/** May handed-in work be taken back at `now`? Before the due date only; without one, at any time. */
export function mayTakeBack({ due }: Schedule, { submitted }: Work, now: number): boolean {
  return submitted !== null && (due === null || now <= due)
}

/** What a student has been given of what the assignment kept from them, and when their class saw its work together; null: never. */
export type Sight = { seen: number | null; projected: number | null }

/** Why handed-in work stays as it is: past the due date, seen by its student what it is held against, or looked at in class. */
export type Kept = 'due' | 'seen' | 'projected'

/**
 * Why handed-in work may not be taken back at `now`, or null where it may. Whoever has seen others' work, the key or a grade
 * could copy it into work taken back: then the first hand-in counts.
 */
export function keptBecause(schedule: Schedule, work: Work, { seen, projected }: Sight, now: number): Kept | null {
  if (!mayTakeBack(schedule, work, now)) return 'due'
  return seen !== null ? 'seen' : projected !== null ? 'projected' : null
}

/** Are points and words told to the student at `now`? From the date on, or once they were released by hand. */
export const isReleased = (gradesAt: number | null, released: number | null, now: number): boolean =>
  released !== null || (gradesAt !== null && gradesAt <= now)
