import 'server-only'
import { isIP, isIPv4 } from 'node:net'

/**
 * The address to count a client's tries under, from `X-Forwarded-For`. Each proxy appends whom it heard from, so with
 * `proxies` of our own in front the client is that many entries from the end; what stands before may be invented. With
 * none, anybody could write anything, and the answer is null: not known. An IPv6 client counts as its /64 network, the
 * smallest that is handed out.
 */
export function clientAddress(forwardedFor: string | null, proxies: number): string | null {
  if (proxies < 1) return null
  const entry = (forwardedFor ?? '').split(',').at(-proxies)?.trim() ?? ''
  const bare = entry.startsWith('[') ? entry.slice(1).replace(/\].*$/, '') : entry.replace(/^([\d.]+):\d+$/, '$1')
  const mapped = bare.replace(/^::ffff:(?=[\d.]+$)/i, '')
  if (isIPv4(mapped)) return mapped
  return isIP(bare) === 6 ? network(bare) : null
}

/** The first four groups of an IPv6 address. */
function network(address: string): string {
  const [head = '', tail] = (address.split('%')[0] ?? '').split('::')
  const groups = head === '' ? [] : head.split(':')
  const end = tail ? tail.split(':') : []
  const filled = tail === undefined ? groups : [...groups, ...Array<string>(Math.max(0, 8 - groups.length - end.length)).fill('0'), ...end]
  const first = filled.slice(0, 4).map((group) => parseInt(group, 16).toString(16))
  return `${first.join(':')}::/64`
}
