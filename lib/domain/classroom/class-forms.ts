import { z } from 'zod'
import { emailAddress } from '../account'
import { typedWhole } from '../number-field'
import { classDetails, classLimits, className, sectionName } from './class'
import { classRoles } from './class-role'

/** Forms send words only: an empty field means none. */
const orNone = <T>(schema: z.ZodType<T, string>) =>
  z
    .string()
    .trim()
    .transform((text) => text || null)
    .pipe(schema.nullable())
const classId = z.string()
const sectionId = orNone(z.uuid({ error: 'notFound' }))

/** The furthest that the dates of a copied class are moved, either way, in days. */
const mostShifted = 3_660

export const changedClassForm = classDetails.extend({ classId })
export const archiveForm = z.object({ classId, archived: z.enum(['yes', 'no']).transform((word) => word === 'yes') })
export const keepForm = z.object({ classId, keepUntil: orNone(z.iso.date({ error: 'dateInvalid' })) })
export const copyForm = z.object({ classId, name: className, days: typedWhole(-mostShifted, mostShifted).refine((days) => days !== null, { error: 'required' }) })

export const newSectionForm = z.object({ classId, section: sectionName })
export const sectionForm = newSectionForm.extend({ sectionId: z.uuid({ error: 'notFound' }) })
export const goneSectionForm = sectionForm.omit({ section: true })

export const memberOf = z.object({ classId, userId: z.uuid({ error: 'notFound' }) })
export const erasedStudent = memberOf.extend({ sure: z.literal('yes', { error: 'required' }) })
export const membersOf = z.object({ classId, userIds: z.array(z.uuid({ error: 'notFound' })).min(1, { error: 'required' }).max(2_000) })
export const memberForm = memberOf.extend({ role: z.enum(classRoles), sectionId })

/** A way in by code. Mail has a form of its own. */
export const codeForm = z
  .object({
    classId,
    role: z.enum(classRoles),
    sectionId,
    days: typedWhole(1, classLimits.days),
    places: typedWhole(1, classLimits.places),
  })
  .transform((form) => ({ ...form, email: null }))
/** A way in by mail, good for thirty days. */
export const mailForm = z
  .object({ classId, role: z.enum(classRoles), sectionId, email: emailAddress })
  .transform((form) => ({ ...form, days: 30, places: 1 }))
export const invitationOf = z.object({ classId, invitationId: z.uuid({ error: 'notFound' }) })

/** A class list as text, as the page sends it. */
export const rosterText = z.object({ classId, text: z.string().max(500_000) })

