import { z } from 'zod'
import { atMostPoints, boundedText, nameLine, unprintable } from '../text/line'
import { addressLimit } from '../web-address'
import { longRunAt } from '../text/normal-form'
import { isTelling } from '../text/visible'
import { platformAddress } from './platform-address'

export const platformLimits = { name: 80, identifier: 255, deployments: 200 } as const

/** What a platform calls something, kept letter by letter: one line without spaces at its ends, in which something can be seen. */
const identifierOf = (most: number) =>
  boundedText(most)
    .trim()
    .min(1, { error: 'required' })
    .check(atMostPoints(most))
    .refine((value) => !unprintable.test(value) && isTelling(value) && longRunAt(value) < 0, { error: 'unstorable' })
const identifier = identifierOf(platformLimits.identifier)

/**
 * A platform as an administrator enters it. Issuers and addresses are https, except of hosts that the operator allows
 * (`host:port`); an issuer is compared letter by letter, and is kept as it was given.
 */
export const platformForm = (allowed: readonly string[]) => {
  const address = boundedText(addressLimit)
    .trim()
    .min(1, { error: 'required' })
    .max(addressLimit)
    .transform((value, context) => platformAddress(value, allowed) ?? (context.addIssue({ code: 'custom', message: 'addressScheme' }), z.NEVER))
  const issuer = boundedText(platformLimits.identifier).trim().min(1, { error: 'required' }).max(platformLimits.identifier).refine((value) => platformAddress(value, allowed) !== null && !/[?#]/.test(value), { error: 'addressScheme' })
  return z.object({
    name: nameLine(platformLimits.name),
    issuer,
    clientId: identifier,
    authorizationUrl: address,
    tokenUrl: address,
    keysUrl: address,
    /** Empty: requests for a token are addressed to the address of the token. */
    tokenAudience: z.preprocess((value) => (value === '' || value === undefined ? null : value), identifierOf(addressLimit).nullable()),
    /** Empty: whoever launches first from one is asked about. */
    deploymentId: z.preprocess((value) => (value === '' || value === undefined ? null : value), identifier.nullable()),
  })
}

/** A platform as it is entered, without what is asked once only. */
export type PlatformDetails = Omit<z.infer<ReturnType<typeof platformForm>>, 'deploymentId'>
export type NewPlatform = z.infer<ReturnType<typeof platformForm>>

/** A name that a platform or a person of it gave, as it may be kept. */
export const platformIdentifier = identifier
