import { z } from 'zod'
import { isGuessable } from './guessable-password'
import { chosenPassword, formerPassword, givenPassword, offeredPassword } from './password'
import { boundedText, nameLine } from './text/line'
import { normalForm } from './text/normal-form'
import { roles } from './viewer'

export const limits = {
  /** Octets of an address (RFC 5321, section 4.5.3.1), counted here as UTF-16 units, which are never more. */
  email: 254,
  name: 80,
} as const

/** No spaces, controls, quotes or separators of address lists on either side, and a dot within the domain. */
const addressForm = /^[^\s\p{C}"'`<>(),;:\\[\]@]{1,64}@[^\s\p{C}"'`<>(),;:\\[\]@.]+(\.[^\s\p{C}"'`<>(),;:\\[\]@.]+)+$/u

/** An e-mail address in the one form in which it is stored and compared: trimmed, NFC, lower case. */
export const emailAddress = boundedText(limits.email, 'emailInvalid')
  .trim()
  .overwrite((address) => normalForm(address, 'NFC'))
  .toLowerCase()
  .min(1, { error: 'required' })
  .max(limits.email, { error: 'emailInvalid' })
  .regex(addressForm, { error: 'emailInvalid' })

/** The name that others see. */
export const personName = nameLine(limits.name)

/** A new account as it comes from the command line or the seed. */
export const newAccount = z.object({
  email: emailAddress,
  name: personName,
  password: givenPassword,
  role: z.enum(roles),
})
export type NewAccount = z.infer<typeof newAccount>

export const signInForm = z.object({ email: emailAddress, password: offeredPassword })
export type SignInForm = z.infer<typeof signInForm>

export const signUpForm = z
  .object({ name: personName, email: emailAddress, password: chosenPassword })
  .refine((form) => !isGuessable(form.password, [form.email, form.name]), {
    error: 'passwordGuessable',
    path: ['password'],
  })
export type SignUpForm = z.infer<typeof signUpForm>

export const resetRequest = z.object({ email: emailAddress })

/** The secret of a link sent by mail: 32 random bytes in base64url. */
export const linkToken = z.string().regex(/^[\w-]{43}$/, { error: 'linkExpired' })

export const newPasswordForm = z.object({
  token: linkToken,
  password: chosenPassword.refine((password) => !isGuessable(password, []), { error: 'passwordGuessable' }),
})

export const passwordChange = z.object({
  /** Empty for an account that has none yet, having come by a provider. */
  current: formerPassword,
  password: chosenPassword.refine((password) => !isGuessable(password, []), { error: 'passwordGuessable' }),
})
export type PasswordChange = z.infer<typeof passwordChange>

/** What a person may change of the own account. An empty language follows the address and the browser. */
export const profileForm = z.object({ name: personName, locale: z.string().max(20) })
export type ProfileForm = z.infer<typeof profileForm>
