import 'server-only'
import { isIP, isIPv4 } from 'node:net'

/**
 * The address to count a client's tries under, from `X-Forwarded-For` as this server's door leaves it
 * (`scripts/steps/client-door.mjs`): its last entry is always the socket's address. Each proxy appends whom it heard from,
 * so with `proxies` of our own in front the client stands that many entries before the last; what stands further to the
 * left may be invented. Who came past a proxy, or whose entry is no address, counts as whom the socket says. An IPv6
 * client counts as its /64 network, the smallest that is handed out.
 * @returns null where there is no socket, as in a test that calls a door by itself
 */
export function clientAddress(forwardedFor: string | null, proxies: number): string | null {
  const entries = (forwardedFor ?? '').split(',')
  return addressOf(entries.at(-1 - proxies)) ?? addressOf(entries.at(-1))
}

function addressOf(entry = ''): string | null {
  const plain = entry.trim()
  const bare = plain.startsWith('[') ? plain.slice(1).replace(/\].*$/, '') : plain.replace(/^([\d.]+):\d+$/, '$1')
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
