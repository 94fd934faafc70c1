import { z } from 'zod'
import { classDetails } from '../classroom/class'

/** What the forms after a launch send; fields of a form are texts. */
const kept = z.object({ ticket: z.string().max(200), waiting: z.literal('1').optional().transform((value) => value === '1') })

/** A course becomes a new class, or one that is there. */
export const newClassForm = kept.extend(classDetails.shape)
export const ownClassForm = kept.extend({ classId: z.uuid({ error: 'required' }) })

/** An assignment is chosen, or nothing is. */
export const choiceForm = kept.extend({ assignmentId: z.uuid() })
export const noChoiceForm = kept

/** A class is parted from a course. */
export const partForm = z.object({ classId: z.uuid(), courseId: z.uuid() })
