import { z } from 'zod'
import { unprintable } from '../text/line'
import { accept, refuse, type Result } from '../problem'

/** What a platform says when it begins a login (OpenID Connect Core 4; 1EdTech Security Framework 1.0, section 5.1.1.1). */
export type LoginRequest = {
  issuer: string
  loginHint: string
  targetLink: string
  messageHint: string | null
  clientId: string | null
  deploymentId: string | null
}

const word = (longest: number) => z.string().min(1).max(longest).refine((value) => !unprintable.test(value))
/** What is empty counts as not said. */
const optional = (longest: number) => z.preprocess((value) => value || null, word(longest).nullable())

const shape = z.object({
  iss: word(2_000),
  login_hint: word(8_000),
  target_link_uri: word(2_000),
  lti_message_hint: optional(8_000),
  client_id: optional(255),
  lti_deployment_id: optional(255),
})

/** Reads the parameters of a login, by address or form. Refused as `launchClaim` with the name of the first that is wrong. */
export function parseLogin(given: { get(name: string): string | null }): Result<LoginRequest> {
  const parsed = shape.safeParse(Object.fromEntries(Object.keys(shape.shape).map((name) => [name, given.get(name) ?? undefined])))
  if (!parsed.success) return refuse('launchClaim', '', { claim: String(parsed.error.issues[0]?.path[0] ?? '') })
  const { iss, login_hint, target_link_uri, lti_message_hint, client_id, lti_deployment_id } = parsed.data
  return accept({ issuer: iss, loginHint: login_hint, targetLink: target_link_uri, messageHint: lti_message_hint, clientId: client_id, deploymentId: lti_deployment_id })
}

/** Is this an address of the site at `site` (without a slash at its end)? Only then may a launch lead there. */
export function isOwnLink(link: string, site: string): boolean {
  if (/[\p{C}\s\\]/u.test(link) || !link.toLowerCase().startsWith(site.toLowerCase())) return false
  return /^([/?#]|$)/.test(link.slice(site.length))
}
