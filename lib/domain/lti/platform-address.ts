import { webAddress } from '../web-address'

/**
 * An address of a platform that something of people will be sent to: https, or a `host:port` that whoever runs this site
 * allowed (a platform in the same building). Its normal form, or null for what is none.
 */
export function platformAddress(value: unknown, allowed: readonly string[]): string | null {
  const parsed = webAddress.safeParse(value)
  if (!parsed.success) return null
  const { protocol, hostname, port, username, password, href } = new URL(parsed.data)
  if (username !== '' || password !== '') return null
  return protocol === 'https:' || allowed.includes(`${hostname}:${port || '80'}`) ? href : null
}
