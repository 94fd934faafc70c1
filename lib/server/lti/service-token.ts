import 'server-only'
import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { z } from 'zod'
import { garbled, silence, troubleOf, type Trouble } from '@/lib/domain/lti/trouble'
import { callService } from '../fetch/call-service'
import { signingKey } from './keys'

/** What a platform is asked by: who this site is to it, and where it hands out tokens. */
export type PlatformAccess = { id: string; clientId: string; tokenUrl: string; tokenAudience: string | null }
/** A token, or why there is none. */
export type TokenAnswer = { ok: true; token: string } | { ok: false; trouble: Trouble }

type Kept = { until: number; answer: Promise<TokenAnswer> }
const kept = new Map<string, Kept>()

/** Until it is known how long a token is good for, all who want it wait for one. */
const asking = 60_000
/** A token is not used when it is about to end, in milliseconds. */
const margin = 60_000

/**
 * A token for these scopes of a platform (OAuth 2.0 client credentials with a signed assertion: RFC 7523, 1EdTech Security
 * Framework 1.0, section 4.1). It is kept by this process as long as it is good. `refused`: a token that the platform no
 * longer took, so that another is wanted.
 */
export async function tokenFor(platform: PlatformAccess, scopes: readonly string[], refused: string | null = null, now = Date.now()): Promise<TokenAnswer> {
  const key = JSON.stringify([platform.id, platform.clientId, platform.tokenUrl, platform.tokenAudience, [...scopes].sort()])
  const known = kept.get(key)
  if (known && known.until > now) {
    const answer = await known.answer
    if (!answer.ok || answer.token !== refused) return answer
    // Of those who were refused together the first one asks.
    const other = kept.get(key)
    if (other && other !== known) return other.answer
  }
  if (kept.size > 1_000) kept.clear()
  const answer = askToken(platform, scopes)
  const asked: Kept = { until: now + asking, answer: answer.then(({ lifetime: _, ...rest }) => rest) }
  kept.set(key, asked)
  const { lifetime } = await answer.catch((error: unknown) => {
    kept.delete(key)
    throw error
  })
  if (lifetime === 0) kept.delete(key)
  asked.until = now + lifetime
  return asked.answer
}

const granted = z.looseObject({
  access_token: z.string().min(1).max(20_000).regex(/^[\x21-\x7e]+$/),
  expires_in: z.coerce.number().min(0).max(1_000_000_000).catch(0),
})

/** A token with how long it may be kept, in milliseconds. */
async function askToken(platform: PlatformAccess, scopes: readonly string[]): Promise<TokenAnswer & { lifetime: number }> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
    client_assertion: await assertionFor(platform),
    scope: scopes.join(' '),
  })
  const headers = { 'content-type': 'application/x-www-form-urlencoded' }
  const answer = await callService(platform.tokenUrl, { method: 'POST', headers, body: body.toString() })
  const failed = (trouble: Trouble) => ({ ok: false as const, trouble: { ...trouble, platform: true }, lifetime: 0 })
  if (!answer.ok) return failed({ ...silence, problem: silenceOf(answer.problems) })
  const { status, header, json } = answer.value
  // Whatever is wrong with who asks, where or what for (RFC 6749, section 5.2), an administrator may put right.
  if (status >= 400 && status < 500 && !passing.has(status)) return failed({ ...garbled, problem: { code: isScope(json) ? 'platformScope' : 'platformToken', path: '' } })
  const trouble = troubleOf(status, header('retry-after'), Date.now())
  if (trouble) return failed({ ...trouble, again: true })
  const parsed = granted.safeParse(json)
  if (!parsed.success) return failed(garbled)
  return { ok: true, token: parsed.data.access_token, lifetime: Math.max(0, parsed.data.expires_in * 1_000 - margin) }
}

const passing = new Set([401, 408, 409, 425, 429])
const isScope = (json: unknown) => z.object({ error: z.literal('invalid_scope') }).safeParse(json).success

async function assertionFor({ clientId, tokenUrl, tokenAudience }: PlatformAccess): Promise<string> {
  const { kid, alg, key } = await signingKey()
  return new SignJWT()
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(clientId)
    .setSubject(clientId)
    .setAudience(tokenAudience ?? tokenUrl)
    .setIssuedAt()
    .setExpirationTime('5 minutes')
    .setJti(randomUUID())
    .sign(key)
}

/** An address that must not be asked is said as it is; whatever else failed on the way is silence. */
export const silenceOf = (problems: readonly Trouble['problem'][]): Trouble['problem'] => {
  const [first] = problems
  return first && first.code.startsWith('address') && first.code !== 'addressUnknown' ? { ...first, path: '' } : silence.problem
}
