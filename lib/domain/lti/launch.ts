import { z } from 'zod'
import { unprintable } from '../text/line'
import { accept, refuse, type Result } from '../problem'
import { webAddress } from '../web-address'
import { claimName, claims, ltiVersion } from './claims'
import { choosingRole, courseRole } from './roles'
import { nameOfPerson, shownLine } from './person-name'
import { platformAddress } from './platform-address'

/** What a platform says when it sends somebody here: who, from which course, by which link, to do what. */
export type Launch = {
  message: 'resource-link' | 'deep-linking'
  /** The platform's own name of this installation of the tool. */
  deploymentId: string
  /** The platform's own name of the person. */
  subject: string
  name: string | null
  /** What they are in the course; null: nothing that a class here has, such as a mere administrator or observer. */
  role: 'teacher' | 'assistant' | 'student' | null
  context: { id: string; title: string | null } | null
  resourceLink: { id: string; title: string | null } | null
  custom: Record<string, string>
  /** Where the link leads on this site; null: deep linking need not say. */
  targetLink: string | null
  locale: string | null
  /** Where the platform would have people go back to. */
  returnUrl: string | null
  /** Whether the platform says that it shows us in a frame; null: it does not say. */
  framed: boolean | null
  lineItems: { scopes: string[]; lineItems: string | null; lineItem: string | null } | null
  /** Where the list of the course's people is. */
  memberships: string | null
  /** `windows`: it can open a link in a window of its own. */
  deepLinking: { returnUrl: string; data: string | null; multiple: boolean; takesLineItem: boolean; windows: boolean } | null
}

const messages: Record<string, Launch['message']> = { LtiResourceLinkRequest: 'resource-link', LtiDeepLinkingRequest: 'deep-linking' }

/** Names that platforms give, compared octet by octet: at most 255 characters, none of which the database cannot keep. */
const identifier = z.string().min(1).max(255).refine((value) => !unprintable.test(value))
/** What platforms leave out as null or as an empty text. */
const left = <T extends z.ZodType>(inner: T) => z.preprocess((value) => (value === null || value === '' ? undefined : value), inner.optional())
const text = left(z.string().max(100_000))
/** Kept as it is: whatever the database can keep, which is no null character and no half of one. */
const storable = (longest: number) => z.string().max(longest).refine((value) => !/[\0\p{Cs}]/u.test(value))
const flag = left(z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]))

/** What the claims must look like; where only words for display are wrong, they are left out instead. */
const shape = z.looseObject({
  sub: identifier,
  [claims.deployment]: identifier,
  [claims.target]: left(z.string().max(2_000).refine((value) => !unprintable.test(value))),
  [claims.roles]: z.array(z.string().max(1_000)).max(200),
  [claims.resourceLink]: left(z.looseObject({ id: identifier, title: text })),
  [claims.context]: left(z.looseObject({ id: identifier, title: text, label: text })),
  [claims.presentation]: left(z.looseObject({ document_target: text, return_url: text, locale: text })),
  [claims.custom]: left(z.record(z.string().max(1_000), z.unknown())),
  [claims.lineItems]: left(z.looseObject({ scope: left(z.array(storable(1_000)).max(50)), lineitems: left(webAddress), lineitem: left(webAddress) })),
  [claims.memberships]: left(z.looseObject({ context_memberships_url: left(webAddress) })),
  [claims.deepLinking]: left(
    z.looseObject({
      deep_link_return_url: webAddress,
      accept_types: z.array(z.string().max(1_000)).max(50),
      accept_presentation_document_targets: left(z.array(z.string().max(1_000)).max(50)),
      accept_multiple: flag,
      accept_lineitem: flag,
      data: left(storable(100_000)),
    }),
  ),
})

/**
 * Reads the claims of a launch whose signature, sender, addressee and times were verified. Nothing of one that is wrong in
 * any part is used: refused as `launchVersion`, `launchMessage` (neither a link nor deep linking), `launchAnonymous` (it
 * names nobody), `launchTypes` (deep linking that takes no links to this site) or `launchClaim` with the claim's name.
 * @param allowed `host:port` of platforms that may be spoken to without TLS
 */
export function parseLaunch(given: unknown, allowed: readonly string[] = []): Result<Launch> {
  const head = z.looseObject({}).safeParse(given)
  if (!head.success) return refuse('launchClaim', '', { claim: 'id_token' })
  if (head.data[claims.version] !== ltiVersion) return refuse('launchVersion')
  const message = ownValue(messages, head.data[claims.message])
  if (!message) return refuse('launchMessage')
  if (!head.data.sub) return refuse('launchAnonymous')
  const parsed = shape.safeParse(given)
  if (!parsed.success) return refuseClaim(parsed.error.issues[0]?.path[0])
  const all = parsed.data
  const { [claims.context]: context, [claims.presentation]: presentation, [claims.lineItems]: services, [claims.deepLinking]: settings } = all
  const people = all[claims.memberships]?.context_memberships_url
  const spoken = [[claims.lineItems, services?.lineitems], [claims.lineItems, services?.lineitem], [claims.memberships, people], [claims.deepLinking, settings?.deep_link_return_url]] as const
  const open = spoken.find(([, address]) => address !== undefined && platformAddress(address, allowed) === null)
  if (open) return refuseClaim(open[0])
  if (message === 'resource-link' && !all[claims.target]) return refuseClaim(claims.target)
  if (message === 'resource-link' && !all[claims.resourceLink]) return refuseClaim(claims.resourceLink)
  if (message === 'deep-linking' && !settings) return refuseClaim(claims.deepLinking)
  if (message === 'deep-linking' && !settings?.accept_types.includes('ltiResourceLink')) return refuse('launchTypes')
  const link = all[claims.resourceLink]
  return accept({
    message,
    deploymentId: all[claims.deployment],
    subject: all.sub,
    name: nameOfPerson(all),
    role: message === 'deep-linking' ? choosingRole(all[claims.roles]) : courseRole(all[claims.roles]),
    context: context ? { id: context.id, title: shownLine(context.title) ?? shownLine(context.label) } : null,
    resourceLink: message === 'resource-link' && link ? { id: link.id, title: shownLine(link.title) } : null,
    custom: customOf(all[claims.custom]),
    targetLink: all[claims.target] ?? null,
    locale: languageOf(presentation?.locale) ?? languageOf(all.locale),
    returnUrl: webAddress.safeParse(presentation?.return_url).data ?? null,
    framed: presentation?.document_target === undefined ? null : presentation.document_target !== 'window',
    lineItems: services ? { scopes: services.scope ?? [], lineItems: services.lineitems ?? null, lineItem: services.lineitem ?? null } : null,
    memberships: people ?? null,
    deepLinking:
      message === 'deep-linking' && settings
        ? {
            returnUrl: settings.deep_link_return_url,
            data: settings.data ?? null,
            multiple: settings.accept_multiple ?? false,
            takesLineItem: settings.accept_lineitem ?? true,
            windows: settings.accept_presentation_document_targets?.includes('window') ?? false,
          }
        : null,
  })
}

const refuseClaim = (claim: PropertyKey | undefined) => refuse('launchClaim', '', { claim: claimName(String(claim ?? 'id_token')) })

const ownValue = <T>(table: Record<string, T>, key: unknown): T | undefined =>
  typeof key === 'string' && Object.hasOwn(table, key) ? table[key] : undefined

/** Only texts count, and only so many: what else a platform adds is for others. */
function customOf(all: Record<string, unknown> | undefined): Record<string, string> {
  const kept = Object.entries(all ?? {}).filter((entry): entry is [string, string] => typeof entry[1] === 'string' && entry[1].length <= 1_000)
  return Object.fromEntries(kept.filter(([name, value]) => name !== '__proto__' && !unprintable.test(name + value)).slice(0, 50))
}

const languageOf = (value: unknown): string | null => {
  const tag = typeof value === 'string' ? value.replaceAll('_', '-') : ''
  return /^[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8}){0,4}$/.test(tag) ? tag : null
}

/** A launch as it was kept; null for what is none (any more). */
export const storedLaunch = (stored: unknown): Launch | null => kept.safeParse(stored).data ?? null

const kept = z.object({
  message: z.enum(['resource-link', 'deep-linking']),
  deploymentId: z.string(),
  subject: z.string(),
  name: z.string().nullable(),
  role: z.enum(['teacher', 'assistant', 'student']).nullable(),
  context: z.object({ id: z.string(), title: z.string().nullable() }).nullable(),
  resourceLink: z.object({ id: z.string(), title: z.string().nullable() }).nullable(),
  custom: z.record(z.string(), z.string()),
  targetLink: z.string().nullable(),
  locale: z.string().nullable(),
  returnUrl: z.string().nullable(),
  framed: z.boolean().nullable(),
  lineItems: z.object({ scopes: z.array(z.string()), lineItems: z.string().nullable(), lineItem: z.string().nullable() }).nullable(),
  memberships: z.string().nullable(),
  deepLinking: z.object({ returnUrl: z.string(), data: z.string().nullable(), multiple: z.boolean(), takesLineItem: z.boolean(), windows: z.boolean() }).nullable(),
}) satisfies z.ZodType<Launch>
