import 'server-only'
import { isOwnLink, parseLogin, type LoginRequest } from '@/lib/domain/lti/login'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { db } from '../db'
import { spend } from '../limits'
import { siteAddress } from '../site-address'
import { hashedSecret, newSecret } from './hashed-secret'

/** How long a login may take, in milliseconds. */
const lifetime = 10 * 60_000

/** What a login needs to know of a browser: under which address its tries count, and the secret that it holds (null: none yet). */
export type LoginBrowser = { address: string | null; secret: string | null }

/**
 * Begins a login that a platform asks for: remembers state and nonce (their hashes, with that of the browser's secret) and
 * tells where to send the browser. Refused as `rateLimited`, `launchClaim`, `platformUnknown`, `platformDisabled`, or
 * `launchElsewhere` for a link that leads off this site.
 */
export async function beginLogin(given: { get(name: string): string | null }, browser: LoginBrowser, now = new Date()): Promise<Result<{ to: string; secret: string }>> {
  const asked = parseLogin(given)
  if (!asked.ok) return asked
  const platform = await findPlatform(asked.value)
  if (!platform) return refuse('platformUnknown')
  if (platform.disabledAt) return refuse('platformDisabled')
  if (!isOwnLink(asked.value.targetLink, siteAddress())) return refuse('launchElsewhere')
  const spent = await spend(['lti-login:client', platform.id, browser.address])
  if (!spent.ok) return spent
  const [state, nonce, secret] = [newSecret(), newSecret(), browser.secret ?? newSecret()]
  await db.ltiLogin.create({
    data: {
      stateHash: hashedSecret(state), nonceHash: hashedSecret(nonce), browserHash: hashedSecret(secret),
      platformId: platform.id, createdAt: now,
    },
    select: { stateHash: true },
  })
  return accept({ to: authorizationAddress(platform, asked.value, { state, nonce }), secret })
}

/** A login that somebody came back from. `browser` tells whether it was begun in this browser. */
export type Login = {
  nonceHash: string
  browserHash: string
  platform: { id: string; name: string; issuer: string; clientId: string; keysUrl: string }
  browser: 'same' | 'other' | 'unknown'
}

/**
 * Takes a login by its state: it is gone with that, so that of two who bring the same state at once, to whatever process,
 * one is refused. Refused as `launchLost` where there is none or it took too long, and as `platformDisabled`.
 */
export async function takeLogin(state: string | null, secret: string | null, now = new Date()): Promise<Result<Login>> {
  if (!state || state.length > 200) return refuse('launchLost')
  const [login] = await db.$queryRaw<{ nonceHash: string; browserHash: string; platformId: string; createdAt: Date }[]>`
    delete from "LtiLogin" where "stateHash" = ${hashedSecret(state)} returning "nonceHash", "browserHash", "platformId", "createdAt"`
  if (!login || now.getTime() - login.createdAt.getTime() > lifetime) return refuse('launchLost')
  const platform = await db.ltiPlatform.findUnique({
    where: { id: login.platformId },
    select: { id: true, name: true, issuer: true, clientId: true, keysUrl: true, disabledAt: true },
  })
  if (!platform || platform.disabledAt) return refuse(platform ? 'platformDisabled' : 'platformUnknown')
  const browser = secret === null ? 'unknown' : hashedSecret(secret) === login.browserHash ? 'same' : 'other'
  return accept({ nonceHash: login.nonceHash, browserHash: login.browserHash, platform, browser })
}

/**
 * The platform of an issuer: one that is not switched off, where there is one. Where an issuer has several clients, the login
 * must say which, or its deployment does.
 */
async function findPlatform({ issuer, clientId, deploymentId }: LoginRequest) {
  const all = await db.ltiPlatform.findMany({
    where: { issuer, ...(clientId !== null && { clientId }) },
    select: { id: true, clientId: true, authorizationUrl: true, disabledAt: true, deployments: { where: { deploymentId: deploymentId ?? '' }, select: { id: true } } },
    take: 100,
  })
  const open = all.filter(({ disabledAt }) => disabledAt === null)
  const found = open.length > 0 ? open : all
  const [platform, other] = found.length > 1 ? found.filter(({ deployments }) => deployments.length > 0) : found
  return platform && !other ? platform : null
}

function authorizationAddress(platform: { clientId: string; authorizationUrl: string }, asked: LoginRequest, secrets: { state: string; nonce: string }): string {
  const address = new URL(platform.authorizationUrl)
  const parameters = {
    scope: 'openid', response_type: 'id_token', response_mode: 'form_post', prompt: 'none', ...secrets,
    client_id: platform.clientId, redirect_uri: `${siteAddress()}/lti/launch`, login_hint: asked.loginHint, lti_message_hint: asked.messageHint,
  }
  for (const [name, value] of Object.entries(parameters)) if (value !== null) address.searchParams.set(name, value)
  return address.href
}
