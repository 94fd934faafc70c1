import { z } from 'zod'
import { boundedText, nameLine } from '../text/line'
import type { ClassRole } from './class-role'
import { isTimeZone } from './zoned-time'

export const classLimits = { name: 120, section: 80, places: 1_000, days: 366 } as const

export const className = nameLine(classLimits.name)
export const sectionName = nameLine(classLimits.section)

/** What a class is called, and on which clock its dates are meant. */
export const classDetails = z.object({ name: className, timeZone: boundedText(100, 'timeZoneUnknown').refine(isTimeZone, { error: 'timeZoneUnknown' }) })
export type ClassDetails = z.infer<typeof classDetails>

/** A way in: for how many days, for how many people, as what. A mail goes to one address and makes place for one. */
export type NewInvitation = { role: ClassRole; sectionId: string | null; email: string | null; days: number | null; places: number | null }
