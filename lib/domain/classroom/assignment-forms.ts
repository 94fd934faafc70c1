import { z } from 'zod'

/** What the forms of an assignment's pages send besides the assignment itself; fields of a form are texts. */
export const assignmentNamed = z.object({ assignmentId: z.uuid() })
export const revealForm = assignmentNamed.extend({ revealed: z.enum(['yes', 'no']).transform((word) => word === 'yes') })

/** A launch of a learning platform that waits for an assignment, and whether a page in another window waits with it. */
const launchWaiting = z.object({ ticket: z.string().max(200), waiting: z.boolean() })
export type LaunchWaiting = z.infer<typeof launchWaiting>

export const adoptForm = assignmentNamed.extend({ layerId: z.uuid() })

/** An exercise to be set or changed: the form itself is read with the class's clock in hand. */
export const newAssignment = z.object({ classId: z.uuid(), slug: z.string().min(1).max(500), launch: launchWaiting.optional(), form: z.unknown() })
/** `before`: the form as it was begun; `told`: the fields of which its sender knows that somebody else changed them. */
export const changedAssignment = assignmentNamed.extend({
  form: z.unknown(),
  before: z.unknown().optional(),
  told: z.array(z.string().max(40)).max(20).default([]),
})
