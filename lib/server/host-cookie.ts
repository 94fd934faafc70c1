import 'server-only'
import { siteAddress } from './site-address'

/**
 * How a cookie of ours is called and set: out of reach of scripts, of other sites' forms and, where there is TLS, of every
 * other host of the domain, since browsers take a name that begins with `__Host-` from this very host alone.
 */
export function hostCookie(name: string) {
  const secure = siteAddress().startsWith('https:')
  return { name: `${secure ? '__Host-' : ''}${name}`, options: { httpOnly: true, sameSite: 'lax', path: '/', secure } as const }
}
