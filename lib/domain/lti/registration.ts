import { z } from 'zod'
import { accept, refuse, type Result } from '../problem'
import { shownLine } from './person-name'
import { platformAddress } from './platform-address'
import { platformIdentifier, platformLimits, type NewPlatform } from './platform'

const platformClaim = 'https://purl.imsglobal.org/spec/lti-platform-configuration'
const toolClaim = 'https://purl.imsglobal.org/spec/lti-tool-configuration'

/** What a platform publishes of itself, as far as it is needed here. */
export type PlatformConfiguration = Omit<NewPlatform, 'clientId' | 'deploymentId'> & { registrationUrl: string }

/**
 * Reads what a platform publishes of itself at `from` (LTI Dynamic Registration 1.0, section 3.3). Refused: `platformIssuer`
 * where the issuer is of another host than `from`, so that nobody registers in the name of somebody else; else
 * `platformGarbled`. @param allowed `host:port` of platforms that may be spoken to without TLS
 */
export function platformConfiguration(json: unknown, from: string, allowed: readonly string[]): Result<PlatformConfiguration> {
  const address = z.string().transform((value, context) => platformAddress(value, allowed) ?? (context.addIssue('addressScheme'), z.NEVER))
  const shape = z.looseObject({
    issuer: z.string().min(1).max(platformLimits.identifier),
    authorization_endpoint: address,
    token_endpoint: address,
    jwks_uri: address,
    registration_endpoint: address,
    authorization_server: z.string().min(1).max(2_000).optional().catch(undefined),
    [platformClaim]: z.looseObject({ product_family_code: z.string().optional().catch(undefined) }).optional().catch(undefined),
  })
  const parsed = shape.safeParse(json)
  if (!parsed.success) return refuse('platformGarbled')
  const { issuer, [platformClaim]: about } = parsed.data
  if (platformAddress(issuer, allowed) === null || hostOf(issuer) !== hostOf(from)) return refuse('platformIssuer', '', { issuer: shownLine(issuer) ?? '?' })
  const family = shownLine(about?.product_family_code)
  const host = hostOf(issuer)
  const name = [...(family ? `${family} (${host})` : host)].slice(0, platformLimits.name).join('')
  return accept({
    name,
    issuer,
    authorizationUrl: parsed.data.authorization_endpoint,
    tokenUrl: parsed.data.token_endpoint,
    keysUrl: parsed.data.jwks_uri,
    tokenAudience: parsed.data.authorization_server ?? null,
    registrationUrl: parsed.data.registration_endpoint,
  })
}

/** Host and port of an address. */
export const hostOf = (address: string): string => /^https?:\/\/([^/?#\\]+)/i.exec(address)?.[1]?.toLowerCase() ?? ''

/** Words of a registration: the name of this site and what its links are called, in the platform's main language and others. */
export type ToolWords = { name: string; description: string; choose: string }

/** What a platform is told of this site (section 3.4): where it begins, where it returns to, its keys, what it takes and asks for. */
export function toolRegistration(site: string, words: ToolWords, others: Record<string, ToolWords>, scopes: readonly string[]) {
  const launch = `${site}/lti/launch`
  const inOthers = (name: string, of: keyof ToolWords) => Object.fromEntries(Object.entries(others).map(([language, each]) => [`${name}#${language}`, each[of]]))
  return {
    application_type: 'web',
    response_types: ['id_token'],
    grant_types: ['implicit', 'client_credentials'],
    initiate_login_uri: `${site}/lti/login`,
    redirect_uris: [launch],
    client_name: words.name,
    ...inOthers('client_name', 'name'),
    client_uri: site,
    jwks_uri: `${site}/lti/keys`,
    token_endpoint_auth_method: 'private_key_jwt',
    scope: scopes.join(' '),
    [toolClaim]: {
      domain: hostOf(site),
      description: words.description,
      ...inOthers('description', 'description'),
      target_link_uri: launch,
      claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
      messages: [
        { type: 'LtiResourceLinkRequest', target_link_uri: launch, label: words.name },
        { type: 'LtiDeepLinkingRequest', target_link_uri: launch, label: words.choose, ...inOthers('label', 'choose') },
      ],
    },
  }
}

const registered = z.looseObject({
  client_id: platformIdentifier,
  [toolClaim]: z.looseObject({ deployment_id: platformIdentifier.optional().catch(undefined) }).optional().catch(undefined),
})

/** What a platform answers: who this site is to it, and in which deployment, where it has one already. */
export function registeredClient(json: unknown): Result<Pick<NewPlatform, 'clientId' | 'deploymentId'>> {
  const parsed = registered.safeParse(json)
  if (!parsed.success) return refuse('platformGarbled')
  return accept({ clientId: parsed.data.client_id, deploymentId: parsed.data[toolClaim]?.deployment_id ?? null })
}
