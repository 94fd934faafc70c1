import { z } from 'zod'
import { passwordChange } from './account'

/**
 * A change of password with what it ends besides. A page offers both, ticked: a form that says nothing of one means that
 * it is to end, since the reason for a new password may be that somebody else knew the old one.
 */
export const passwordChangeForm = passwordChange.extend({
  sessions: z.enum(['end', 'keep']).default('end'),
  tokens: z.enum(['revoke', 'keep']).default('revoke'),
})
export type PasswordChangeForm = z.input<typeof passwordChangeForm>
