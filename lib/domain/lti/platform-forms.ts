import { z } from 'zod'

const id = z.uuid({ error: 'notFound' })

/** Names a platform, to switch it off (`off`), on again, or to forget it. */
export const platformOf = z.object({ platformId: id })
export const switchForm = platformOf.extend({ to: z.enum(['on', 'off']) })
/** Allows one of a platform's deployments, or no longer. */
export const allowForm = platformOf.extend({ id, to: z.enum(['allowed', 'refused']) })
/** A deployment that is entered by its name. */
export const deploymentForm = platformOf.extend({ deploymentId: z.string() })

/** What a platform brings to the registration page. */
export const offerForm = z.object({
  token: z.string().regex(/^[\w-]{43}$/, { error: 'linkExpired' }),
  configurationUrl: z.string().max(2_000, { error: 'addressScheme' }),
  /** What its registration is asked with: a bearer token, or empty. */
  registrationToken: z.preprocess((value) => (value === '' ? null : value), z.string().max(8_000).regex(/^[\x21-\x7e]+$/).nullable()),
})

/** Asks for the list of a course; takes it as it was looked at. */
export const courseOf = z.object({ classId: id, courseId: id })
export const courseTaking = courseOf.extend({ state: z.string().max(100), leavers: z.enum(['keep', 'remove']) })

/** Sends the scores of an assignment again. */
export const againForm = z.object({ assignmentId: id })
