import { randomUUID } from 'node:crypto'
import { SignJWT, UnsecuredJWT, exportJWK, exportSPKI, generateKeyPair, type CryptoKey, type JWK, type JWTPayload } from 'jose'
import { claims } from '@/lib/domain/lti/claims'

export type PlatformKey = { kid: string; alg: string; privateKey: CryptoKey; publicKey: CryptoKey; publicJwk: JWK }

/** A pair of keys as a platform has them. */
export async function newPlatformKey(alg = 'RS256'): Promise<PlatformKey> {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true })
  const kid = randomUUID()
  return { kid, alg, privateKey, publicKey, publicJwk: { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' } }
}

/** What is to be wrong with a launch. */
export type Forgery = {
  /** Claims that are said instead; undefined leaves one out. */
  claims?: Record<string, unknown>
  header?: Record<string, unknown>
  /** Signed by somebody who claims to be the platform. */
  key?: 'stranger'
  /** Not signed at all, or with what everybody knows: the public key as a shared secret. */
  alg?: 'none' | 'HS256'
  /** Sent as they are. */
  token?: string
  state?: string
  /** An error instead of a token. */
  error?: Record<string, string>
}

/** Somebody whom the platform sends. */
export type Visit = {
  subject?: string
  name?: string | null
  email?: string | null
  roles?: string[]
  course?: { id: string; title?: string } | null
  /** A link in the course; absent for deep linking. */
  link?: { id: string; title?: string }
  deepLinking?: Record<string, unknown>
  target?: string
  custom?: Record<string, string>
  /** `iframe`, `window`; absent: it does not say. */
  documentTarget?: string
  /** More claims, such as those of services. */
  more?: Record<string, unknown>
  forge?: Forgery
}

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
export const learner = `${membership}#Learner`
export const instructor = `${membership}#Instructor`
export const assistant = `${membership}/Instructor#TeachingAssistant`

type Sender = { issuer: string; clientId: string; deploymentId: string; site: string; nonce: string }

/** What a platform says of a visit, in good order. */
export function claimsOf(visit: Visit, { issuer, clientId, deploymentId, site, nonce }: Sender): Record<string, unknown> {
  const { subject = 'person-1', name = 'Mia Chen', email = null, roles = [learner], course = { id: 'course-1', title: 'Media literacy' } } = visit
  const now = Math.floor(Date.now() / 1000)
  return {
    iss: issuer, aud: clientId, sub: subject, iat: now, exp: now + 300, nonce,
    ...(name !== null && { name }),
    ...(email !== null && { email }),
    [claims.version]: '1.3.0',
    [claims.message]: visit.deepLinking ? 'LtiDeepLinkingRequest' : 'LtiResourceLinkRequest',
    [claims.deployment]: deploymentId,
    [claims.target]: visit.target ?? `${site}/lti/launch`,
    [claims.roles]: roles,
    ...(course && { [claims.context]: { type: ['CourseSection'], ...course } }),
    ...(visit.deepLinking
      ? { [claims.deepLinking]: { deep_link_return_url: `${issuer}/return`, accept_types: ['ltiResourceLink'], accept_presentation_document_targets: ['window'], data: 'opaque', ...visit.deepLinking } }
      : { [claims.resourceLink]: visit.link ?? { id: 'link-1', title: 'Exercise 1' } }),
    [claims.presentation]: { return_url: `${issuer}/course-page`, locale: 'en', ...(visit.documentTarget && { document_target: visit.documentTarget }) },
    ...(visit.custom && { [claims.custom]: visit.custom }),
    ...visit.more,
  }
}

/** Signs claims as the platform does, or as `forge` says. */
export async function signedToken(key: PlatformKey, given: Record<string, unknown>, forge: Forgery = {}): Promise<string> {
  const payload = Object.fromEntries(Object.entries({ ...given, ...forge.claims }).filter(([, value]) => value !== undefined)) as JWTPayload
  if (forge.alg === 'none') return new UnsecuredJWT(payload).encode()
  if (forge.alg === 'HS256') return new SignJWT(payload).setProtectedHeader({ alg: 'HS256', kid: key.kid }).sign(new TextEncoder().encode(await exportSPKI(key.publicKey)))
  const { privateKey } = forge.key === 'stranger' ? await newPlatformKey(key.alg) : key
  return new SignJWT(payload).setProtectedHeader({ alg: key.alg, kid: key.kid, typ: 'JWT', ...forge.header }).sign(privateKey, { crit: { unheard: true } })
}
