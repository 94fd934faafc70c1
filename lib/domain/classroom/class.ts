import { z } from 'zod'
import { unprintable } from '../account'
import type { ClassRole } from './class-role'
import { isTimeZone } from './zoned-time'

export const classLimits = { name: 120, section: 80, places: 1_000, days: 366 } as const

/** One line of any script, with something in it that can be seen. */
const title = (most: number) =>
  z
    .string()
    .trim()
    .normalize('NFC')
    .min(1, { error: 'required' })
    .max(most)
    .refine((name) => !unprintable.test(name), { error: 'nameUnprintable' })

export const className = title(classLimits.name)
export const sectionName = title(classLimits.section)

/** What a class is called, and on which clock its dates are meant. */
export const classDetails = z.object({ name: className, timeZone: z.string().refine(isTimeZone, { error: 'timeZoneUnknown' }) })
export type ClassDetails = z.infer<typeof classDetails>

/** A way in: for how many days, for how many people, as what. A mail goes to one address and makes place for one. */
export type NewInvitation = { role: ClassRole; sectionId: string | null; email: string | null; days: number | null; places: number | null }
