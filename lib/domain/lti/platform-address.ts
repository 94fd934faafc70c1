import { webAddress } from '../web-address'

/**
 * An address of a platform that something of people will be sent to: https, or a `host:port` that whoever runs this site
 * allowed (a platform in the same building), and without a user name. Itself, or null for what is none.
 */
export function platformAddress(value: unknown, allowed: readonly string[]): string | null {
  const address = webAddress.safeParse(value).data
  const [, scheme = '', host = ''] = /^(https?):\/\/([^/?#\\]+)/i.exec(address ?? '') ?? []
  if (!address || host === '' || host.includes('@')) return null
  if (scheme.toLowerCase() === 'https') return address
  return allowed.includes(/:\d+$/.test(host) ? host.toLowerCase() : `${host.toLowerCase()}:80`) ? address : null
}
