import { z } from 'zod'
import { nameLine } from './text/line'
import { scopes, type Scope } from './viewer'

export const limits = {
  name: 80,
  /** Tokens one person may have at a time. */
  tokens: 50,
} as const

/** Days after which a token may be made to expire. */
export const lifetimes = [7, 30, 90, 365] as const

/** A token's text: a name by which a leaked one is recognised, and 32 random bytes in base64url. */
export const tokenForm = /^gloss_[\w-]{43}$/

/** A token as somebody asks for it: what they call it, the widest scope, and days until it expires (null: never). */
export const newToken = z.object({
  name: nameLine(limits.name),
  scope: z.enum(scopes),
  days: z.int().min(1).max(3650).nullable(),
})
export type NewToken = z.infer<typeof newToken>

/** The same from a form, whose fields are strings: days are one of `lifetimes`, or empty for no end. */
export const newTokenForm = newToken.extend({
  days: z.enum([...lifetimes.map(String), '']).transform((days) => (days === '' ? null : Number(days))),
})

/** A scope with those it includes: `write` is read and write. */
export const including = (scope: Scope): Scope[] => scopes.slice(0, scopes.indexOf(scope) + 1)
