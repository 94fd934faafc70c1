import { z } from 'zod'
import { readNumber } from '../number-field'
import { storedText } from '../text/storable'

/** Forms send words only: an empty field means none. */
const orNone = <T>(schema: z.ZodType<T, string>) =>
  z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(schema.nullable())

const assignmentId = z.string()
const studentId = z.uuid({ error: 'notFound' })
const id = orNone(z.uuid({ error: 'notFound' }))
/** As long as a letter; a passage needs a sentence. */
export const mostOfWords = 4_000
const words = storedText(mostOfWords).min(1, { error: 'required' })

/** Something said of one passage: the student's own, one of the key's, or both; with `keep` it is kept to be used again. */
export const sayForm = z.object({ assignmentId, studentId, annotationId: id, keyAnnotationId: id, words, keep: z.string().optional() })
export const unsayForm = z.object({ assignmentId, id: z.uuid({ error: 'notFound' }) })
export const dropForm = unsayForm

/** Points as they were typed; which there can be only the assignment tells, so that NaN and negative ones pass here. */
const points = z.string().transform(readNumber)
export const gradeFields = z.object({ points, comment: orNone(storedText(mostOfWords)) })
export const gradeForm = gradeFields.extend({ assignmentId, studentId, keep: z.string().optional() })

const released = z.enum(['yes', 'no']).transform((word) => word === 'yes')
/** `studentId` empty: everybody who handed in. */
export const releaseForm = z.object({ assignmentId, studentId: id, released })
export const proposeForm = z.object({ assignmentId })
