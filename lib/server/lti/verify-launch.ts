import 'server-only'
import { createLocalJWKSet, errors, jwtVerify, type JSONWebKeySet, type JWTPayload, type JWTVerifyGetKey, type JWTVerifyOptions } from 'jose'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { hashedSecret } from './hashed-secret'
import { platformKeys } from './key-set'

/** Signatures that only the holder of a private key can make: never `none`, never one with a shared secret. */
const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519']
/** Characters of a token; those of real platforms are a tenth of it. */
const longest = 100_000
/** How far the clocks may be apart, and how old a launch may be, in seconds. */
const [leeway, oldest] = [60, 600]

/** What a launch is verified against: its platform, and the hash of the nonce that its login went out with. */
export type Expected = { issuer: string; clientId: string; keysUrl: string; nonceHash: string }

/**
 * The claims of a launch's token, once everything that makes them trustworthy holds (1EdTech Security Framework 1.0, section
 * 5.1.3): signature, sender, addressee, times and nonce. Refused as `launchTooLarge`, `launchExpired` (the times),
 * `launchUnverified` with the claim or part that failed, or `platformKeys`.
 */
export async function verifyLaunch(token: string, { issuer, clientId, keysUrl, nonceHash }: Expected, now = new Date()): Promise<Result<JWTPayload>> {
  if (token.length > longest) return refuse('launchTooLarge')
  const options = { algorithms, issuer, audience: clientId, clockTolerance: leeway, maxTokenAge: oldest, requiredClaims: ['exp', 'nonce'], currentDate: now }
  const verified = await verifyWithKeys(token, keysUrl, options)
  if (!verified.ok) return verified
  const { aud, azp, nonce } = verified.value
  const several = Array.isArray(aud) && aud.length > 1
  if ((several || azp !== undefined) && azp !== clientId) return unverified('azp')
  if (typeof nonce !== 'string' || hashedSecret(nonce) !== nonceHash) return unverified('nonce')
  return verified
}

async function verifyWithKeys(token: string, keysUrl: string, options: JWTVerifyOptions): Promise<Result<JWTPayload>> {
  const keys = await platformKeys(keysUrl)
  if (!keys.ok) return keys
  const first = await verifyWith(token, keys.value, options)
  if (first !== 'no key') return first
  // The platform may have renewed its keys since.
  const newer = await platformKeys(keysUrl, keys.value)
  if (!newer.ok) return newer
  const second = newer.value === keys.value ? first : await verifyWith(token, newer.value, options)
  return second === 'no key' ? unverified('kid') : second
}

async function verifyWith(token: string, keys: JSONWebKeySet, options: JWTVerifyOptions): Promise<Result<JWTPayload> | 'no key'> {
  try {
    const find = createLocalJWKSet(keys)
    const named: JWTVerifyGetKey = (header, jws) => {
      if (typeof header.kid !== 'string' || header.kid === '') throw new NamelessKey()
      return find(header, jws)
    }
    return accept((await jwtVerify(token, named, options)).payload)
  } catch (error) {
    if (error instanceof NamelessKey) return unverified('kid')
    return error instanceof errors.JWKSNoMatchingKey ? 'no key' : refusalOf(error)
  }
}

/** A token must say which key it is signed with: nothing is to be guessed. */
class NamelessKey extends Error {}

const times: ReadonlySet<string> = new Set(['iat', 'nbf', 'exp'])

function refusalOf(error: unknown): Result<never> {
  if (error instanceof errors.JWTExpired) return refuse('launchExpired')
  if (error instanceof errors.JWTClaimValidationFailed) {
    return times.has(error.claim) && error.reason === 'check_failed' ? refuse('launchExpired') : unverified(error.claim)
  }
  if (error instanceof errors.JWSSignatureVerificationFailed) return unverified('signature')
  if (error instanceof errors.JOSEAlgNotAllowed) return unverified('alg')
  if (error instanceof errors.JOSEError) return unverified('id_token')
  // What the library and the platform beneath it throw for keys of the set that are too short or malformed.
  if (error instanceof TypeError || error instanceof DOMException || error instanceof SyntaxError) return refuse('platformKeys')
  throw error
}

const unverified = (claim: string) => refuse('launchUnverified', '', { claim })
