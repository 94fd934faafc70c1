import 'server-only'
import { platformConfiguration, registeredClient, toolRegistration, type PlatformConfiguration } from '@/lib/domain/lti/registration'
import { troubleOf } from '@/lib/domain/lti/trouble'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { systemViewer, type Viewer } from '@/lib/domain/viewer'
import { locales } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'
import { db } from '../db'
import { env } from '../env'
import { callService, serviceAddress } from '../fetch/call-service'
import type { Question } from '../fetch/ask'
import { siteAddress } from '../site-address'
import { serviceScopes } from './call-platform'
import { hashedSecret, newSecret } from './hashed-secret'
import { createPlatform, unlessKnown } from './platforms'
import { silenceOf } from './service-token'

/** How long a link is good that nobody used, in milliseconds. */
const registrationLifetime = 24 * 60 * 60_000

/**
 * Makes a link by which one platform registers itself, told this once. It replaces one that was not used, so that no more
 * than one is about.
 */
export async function makeRegistrationLink(viewer: Viewer, now = new Date()): Promise<Result<{ address: string }>> {
  if (!can(viewer, 'platform.manage', undefined)) return refusal(viewer, 'platform.manage', undefined)
  const token = newSecret()
  const expiresAt = new Date(now.getTime() + registrationLifetime)
  await db.$transaction([
    db.ltiRegistration.deleteMany({ where: { OR: [{ usedAt: null }, { expiresAt: { lte: now } }] } }),
    db.ltiRegistration.create({ data: { tokenHash: hashedSecret(token), createdAt: now, expiresAt }, select: { id: true } }),
  ])
  return accept({ address: `${siteAddress()}/lti/register?token=${token}` })
}

/** What a platform brings when it opens the link: our token, and where it publishes what it is. */
export type Offer = { token: string; configurationUrl: string; registrationToken: string | null }

/**
 * Which host would be registered; nothing is asked of it. Refused: `linkExpired` for a link that is used, replaced or too
 * old, and addresses that must not be asked.
 */
export async function readOffer({ token, configurationUrl }: Offer, now = new Date()): Promise<Result<{ host: string }>> {
  const open = await db.ltiRegistration.count({ where: { tokenHash: hashedSecret(token), usedAt: null, expiresAt: { gt: now } } })
  if (open === 0) return refuse('linkExpired')
  const address = serviceAddress(configurationUrl)
  return address.ok ? accept({ host: address.value.host }) : address
}

/**
 * Registers this site with the platform that opened the link, and the platform here (LTI Dynamic Registration 1.0): asks what
 * it is, tells it what this site is, and keeps who this site is to it. An administrator is still to allow its deployment. The
 * link is used up once that is done; where the platform failed before, it can be opened again.
 */
export async function registerPlatform(offer: Offer, now = new Date()): Promise<Result<{ name: string }>> {
  const claim = { tokenHash: hashedSecret(offer.token), expiresAt: { gt: now } }
  const { count } = await db.ltiRegistration.updateMany({ where: { ...claim, usedAt: null }, data: { usedAt: now } })
  if (count === 0) return refuse('linkExpired')
  let done = false
  try {
    const made = await register(offer)
    done = made.ok
    return made
  } finally {
    if (!done) await db.ltiRegistration.updateMany({ where: { ...claim, usedAt: now }, data: { usedAt: null } })
  }
}

async function register({ configurationUrl, registrationToken }: Offer): Promise<Result<{ name: string }>> {
  const published = await ask(configurationUrl, { headers: {} })
  const read = published.ok ? platformConfiguration(published.value, configurationUrl, env('LTI_ALLOW_HOSTS')) : published
  if (!read.ok) return read
  const { registrationUrl, ...platform } = read.value
  const client = await tellPlatform(registrationUrl, registrationToken)
  if (!client.ok) return client
  // Whoever had the link may be somebody else than it was meant for: nobody comes from there until an administrator has looked.
  const kept = await unlessKnown(db.$transaction((tx) => createPlatform(tx, systemViewer, { ...platform, ...client.value }, null)))
  return kept.ok ? accept({ name: platform.name }) : kept
}

async function tellPlatform(registrationUrl: PlatformConfiguration['registrationUrl'], registrationToken: string | null) {
  const words = await Promise.all(locales.map(async (locale) => [locale, (await messagesOf(locale)).platforms.tool] as const))
  const [[, main], ...others] = words as [(typeof words)[number], ...typeof words]
  const body = toolRegistration(siteAddress(), main, Object.fromEntries(others), Object.values(serviceScopes))
  const headers = { 'content-type': 'application/json', ...(registrationToken !== null && { authorization: `Bearer ${registrationToken}` }) }
  const answer = await ask(registrationUrl, { method: 'POST', headers, body: JSON.stringify(body) })
  return answer.ok ? registeredClient(answer.value) : answer
}

async function ask(address: string, question: Question): Promise<Result<unknown>> {
  const answer = await callService(address, question)
  if (!answer.ok) return { ok: false, problems: [silenceOf(answer.problems)] }
  const { status, header, json } = answer.value
  const trouble = troubleOf(status, header('retry-after'), Date.now())
  if (trouble) return { ok: false, problems: [trouble.platform || status === 403 ? trouble.problem : { code: 'platformStatus', path: '', values: { status } }] }
  return json === undefined ? refuse('platformGarbled') : accept(json)
}
