import { z } from 'zod'
import { addressLimit } from '../web-address'
import { platformAddress } from './platform-address'
import { shownLine } from './person-name'

export const platformLimits = { name: 80, identifier: 255, deployments: 200 } as const

/** What a platform calls something: one line without spaces at its ends. */
const identifier = z.string().trim().min(1, { error: 'required' }).max(platformLimits.identifier).refine((value) => shownLine(value) === value.normalize('NFC'), { error: 'unstorable' })

/**
 * A platform as an administrator enters it. Issuers and addresses are https, except of hosts that the operator allows
 * (`host:port`); an issuer is compared letter by letter, and is kept as it was given.
 */
export const platformForm = (allowed: readonly string[]) => {
  const address = z
    .string()
    .trim()
    .min(1, { error: 'required' })
    .max(addressLimit)
    .transform((value, context) => platformAddress(value, allowed) ?? (context.addIssue({ code: 'custom', message: 'addressScheme' }), z.NEVER))
  const issuer = z.string().trim().min(1, { error: 'required' }).max(platformLimits.identifier).refine((value) => platformAddress(value, allowed) !== null && !/[?#]/.test(value), { error: 'addressScheme' })
  return z.object({
    name: z.string().trim().normalize('NFC').min(1, { error: 'required' }).max(platformLimits.name).refine((value) => shownLine(value) === value, { error: 'nameUnprintable' }),
    issuer,
    clientId: identifier,
    authorizationUrl: address,
    tokenUrl: address,
    keysUrl: address,
    /** Empty: requests for a token are addressed to the address of the token. */
    tokenAudience: z.preprocess((value) => (value === '' || value === undefined ? null : value), identifier.max(addressLimit).nullable()),
    /** Empty: whoever launches first from one is asked about. */
    deploymentId: z.preprocess((value) => (value === '' || value === undefined ? null : value), identifier.nullable()),
  })
}

/** A platform as it is entered, without what is asked once only. */
export type PlatformDetails = Omit<z.infer<ReturnType<typeof platformForm>>, 'deploymentId'>
export type NewPlatform = z.infer<ReturnType<typeof platformForm>>

/** A name that a platform or a person of it gave, as it may be kept. */
export const platformIdentifier = identifier
