import { z } from 'zod'
import { dimensions } from '../codebook/codebook'
import { noteDocument } from '../note'
import { numberBetween, wholeBetween } from '../number-field'
import { storedText } from '../text/storable'
import { className } from './class'
import { gates } from './gate'
import { isTimeZone, momentOf } from './zoned-time'

export const assignmentLimits = { points: 1_000, flags: 200, group: 20, criteria: 12 } as const

const count = wholeBetween(0, assignmentLimits.flags)

/** The kernel's `Requirement`, as it is stored. */
export const requirement = z.object({
  flags: count,
  dimensions: z.object({ sourcing: count, statement: count, framing: count }),
})

/**
 * One line of a rubric. `measure` says what proposes its share of the points: F1 against the key in one dimension, or the
 * share of the required numbers that are met; `by-hand` proposes nothing.
 */
export const criterion = z.object({
  words: storedText(300).min(1, { error: 'required' }),
  points: numberBetween(0, assignmentLimits.points),
  measure: z.enum([...dimensions, 'requirement', 'by-hand']),
})
export const rubric = z.array(criterion).max(assignmentLimits.criteria)
export type Rubric = z.infer<typeof rubric>

/** Moments as a teacher sets them: on the class's clock, null for none. */
const wall = z.string().nullable()

/** An exercise as a teacher sets it. `labels` are `<dimension>:<label>`; none means all of the codebook. */
const assignmentForm = z.object({
  title: className,
  instructions: noteDocument.nullable(),
  labels: z.array(z.string()).max(200),
  opens: wall,
  due: wall,
  lateUntil: wall,
  groupSize: wholeBetween(2, assignmentLimits.group).nullable(),
  points: wholeBetween(0, assignmentLimits.points),
  requirement,
  gate: z.enum(gates),
  gateFlags: count,
  pseudonyms: z.boolean(),
  rubric,
  gradesAt: wall,
})
export type AssignmentForm = z.infer<typeof assignmentForm>

/** The moments of a form, in milliseconds since 1970. */
export type AssignmentMoments = { opens: number | null; due: number | null; lateUntil: number | null; gradesAt: number | null }

/**
 * Reads a form with the class's clock in hand. Refused: dates that are none (`dateInvalid`), that come in the wrong order
 * (`datesDisorder`), late time without a due date, a gate by number without a number, a gate by a date that is missing.
 */
export function assignmentIn(zone: string) {
  return assignmentForm.transform((form, context): AssignmentForm & { moments: AssignmentMoments } => {
    const wrong = (path: keyof AssignmentForm, message: string) => context.addIssue({ code: 'custom', path: [path], message })
    const moment = (path: 'opens' | 'due' | 'lateUntil' | 'gradesAt') => {
      const text = form[path]
      const read = text === null || !isTimeZone(zone) ? null : momentOf(text, zone)
      if (text !== null && read === null) wrong(path, 'dateInvalid')
      return read
    }
    const moments = { opens: moment('opens'), due: moment('due'), lateUntil: moment('lateUntil'), gradesAt: moment('gradesAt') }
    if (moments.opens !== null && moments.due !== null && moments.due <= moments.opens) wrong('due', 'datesDisorder')
    if (moments.lateUntil !== null && (moments.due === null || moments.lateUntil < moments.due)) wrong('lateUntil', 'datesDisorder')
    if (form.gate === 'own-flags' && form.gateFlags === 0) wrong('gateFlags', 'required')
    if (form.gate === 'due' && form.due === null) wrong('due', 'required')
    return { ...form, moments }
  })
}
