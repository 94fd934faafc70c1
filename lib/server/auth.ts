import 'server-only'
import type { OAuthConfig } from 'next-auth/providers/oauth'
import { z } from 'zod'
import { emailAddress, limits, personName } from '@/lib/domain/account'
import { env } from './env'

/** What providers tell of a person, as far as it is used: OpenID Connect Core 1.0 (section 5.1) and GitHub's words. */
type Claims = {
  sub?: string
  id?: number
  name?: string | null
  preferred_username?: string
  login?: string
  email?: string | null
  email_verified?: boolean | string
}
export type Provider = OAuthConfig<Claims>
type Keys = { clientId: string; clientSecret: string }

/** Where people may sign in besides here. A provider appears when its keys are set; a new one is one entry. */
const table: (() => Provider | null)[] = [
  () => openId('google', 'Google', 'https://accounts.google.com', keys(env('GOOGLE_CLIENT_ID'), env('GOOGLE_CLIENT_SECRET'))),
  () => gitHub(keys(env('GITHUB_CLIENT_ID'), env('GITHUB_CLIENT_SECRET'))),
  () => openId('oidc', env('OIDC_NAME'), env('OIDC_ISSUER'), keys(env('OIDC_CLIENT_ID'), env('OIDC_CLIENT_SECRET'))),
]

/** The providers whose keys are set, as next-auth takes them. */
export const authProviders = (): Provider[] => table.map((make) => make()).filter((provider) => provider !== null)

/** What a page shows of them. */
export const signInProviders = () => authProviders().map(({ id, name }) => ({ id, name }))

const keys = (clientId?: string, clientSecret?: string): Keys | null =>
  clientId && clientSecret ? { clientId, clientSecret } : null

/** Any provider that follows OpenID Connect Discovery 1.0. */
function openId(id: string, name: string | undefined, issuer: string | undefined, given: Keys | null): Provider | null {
  if (!issuer || !given) return null
  return {
    ...given,
    id,
    name: name ?? new URL(issuer).hostname,
    type: 'oauth',
    wellKnown: `${issuer.replace(/\/$/, '')}/.well-known/openid-configuration`,
    authorization: { params: { scope: 'openid email profile' } },
    idToken: true,
    checks: ['pkce', 'state', 'nonce'],
    userinfo: {
      // Many keep name and address out of the id token, which was verified by now.
      request: async ({ client, tokens }) => {
        const proved = subject.parse(JSON.parse(Buffer.from(tokens.id_token?.split('.')[1] ?? '', 'base64url').toString()))
        if (!client.issuer.metadata.userinfo_endpoint || !tokens.access_token) return proved
        const told = await client.userinfo(tokens.access_token)
        if (told.sub !== proved.sub) throw new Error('The provider answered with the claims of somebody else.')
        return { ...proved, ...told }
      },
    },
    profile: personOf,
  }
}

const subject = z.looseObject({ sub: z.string().min(1) })

/** GitHub does not say which of its addresses were confirmed, so none is asked for. */
function gitHub(given: Keys | null): Provider | null {
  if (!given) return null
  return {
    ...given,
    id: 'github',
    name: 'GitHub',
    type: 'oauth',
    issuer: 'https://github.com/login/oauth',
    authorization: { url: 'https://github.com/login/oauth/authorize', params: { scope: 'read:user' } },
    token: 'https://github.com/login/oauth/access_token',
    userinfo: 'https://api.github.com/user',
    checks: ['pkce', 'state'],
    profile: personOf,
  }
}

/**
 * The person behind a provider's claims. Only an address that the provider vouches for is kept, since who holds the
 * address can take the account over; pictures are not, since no page loads anything from elsewhere.
 */
export function personOf(claims: Claims) {
  const confirmed = claims.email_verified === true || claims.email_verified === 'true'
  const email = emailAddress.safeParse(confirmed ? claims.email : null)
  const wishes = [claims.name, claims.preferred_username, claims.login]
  const names = wishes.map((name) => personName.safeParse(name?.slice(0, limits.name)))
  return {
    id: String(claims.sub ?? claims.id ?? ''),
    name: names.find((name) => name.success)?.data ?? 'Reader',
    email: email.success ? email.data : null,
    image: null,
  }
}
