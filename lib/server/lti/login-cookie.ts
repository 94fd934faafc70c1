import 'server-only'
import { siteAddress } from '../site-address'

/** What the cookie is called by which a browser is known that began a login; no other site can set one of this name where there is TLS. */
export const loginCookieName = () => `${siteAddress().startsWith('https:') ? '__Host-' : ''}gloss-lti`

/**
 * The header that gives a browser its secret. A platform posts from its own site, so that the cookie must be sent from there
 * too, which browsers allow for secure cookies only: they count this machine's own name as secure, and where else the site
 * has no TLS there is none, so that everybody is asked. Partitioned, it names nobody to other sites.
 */
export function loginCookie(secret: string): string | null {
  const { protocol, hostname } = new URL(siteAddress())
  if (protocol !== 'https:' && hostname !== 'localhost') return null
  return `${loginCookieName()}=${secret}; Path=/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned`
}

/** A cookie's value, where it looks like a secret of ours. */
export const secretOf = (value: string | undefined | null): string | null => (value && /^[\w-]{43}$/.test(value) ? value : null)
