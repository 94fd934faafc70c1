import 'server-only'
import { randomUUID } from 'node:crypto'
import { SignJWT } from 'jose'
import { claims, ltiVersion } from '@/lib/domain/lti/claims'
import { contentItems } from '@/lib/domain/lti/content-item'
import { signingKey } from './keys'
import { findLaunch } from './launches'

/** What a browser posts to a platform to end deep linking. */
export type DeepLinkingAnswer = { platform: string; returnUrl: string; token: string }

/** How long an answer may be on its way, in seconds. */
const lifetime = 5 * 60

/**
 * The signed answer to a deep linking request (Deep Linking 2.0, section 4.5) for whoever has its ticket: the frame that a
 * platform shows us in has no session. Each is new, with a nonce of its own; null as long as nothing was chosen.
 */
export async function deepLinkingAnswer(ticket: string): Promise<DeepLinkingAnswer | null> {
  const kept = await findLaunch(ticket)
  const settings = kept?.launch.deepLinking
  if (!kept || !settings || kept.chosen === null) return null
  const { alg, kid, key } = await signingKey()
  const token = await new SignJWT({
    [claims.deployment]: kept.launch.deploymentId,
    [claims.message]: 'LtiDeepLinkingResponse',
    [claims.version]: ltiVersion,
    [claims.contentItems]: contentItems.parse(kept.chosen),
    ...(settings.data !== null && { [claims.data]: settings.data }),
    nonce: randomUUID(),
  })
    .setProtectedHeader({ alg, kid, typ: 'JWT' })
    .setIssuer(kept.platform.clientId)
    .setAudience(kept.platform.issuer)
    .setIssuedAt()
    .setExpirationTime(`${lifetime} s`)
    .sign(key)
  return { platform: kept.platform.name, returnUrl: settings.returnUrl, token }
}
