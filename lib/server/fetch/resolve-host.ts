import 'server-only'
import { lookup, type LookupAddress } from 'node:dns'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { isAllowedHost } from './allowed-hosts'
import { isPublicAddress } from './safe-address'

/** Asks for every address of a name. */
export type Resolve = (hostname: string) => Promise<LookupAddress[]>

/**
 * Every address of a host, asked for once: the socket is then opened to one of these and to no other. A single address
 * inside a private network refuses the host, since nobody knows which would be taken. Refuses at `address`.
 */
export async function resolveHost(url: URL, resolve: Resolve, allowed: readonly string[]): Promise<Result<LookupAddress[]>> {
  const hostname = url.hostname.replace(/^\[|\]$/g, '')
  const addresses = await resolve(hostname).catch((error: unknown) => {
    if (error instanceof Error && 'code' in error) return []
    throw error
  })
  if (addresses.length === 0) return refuse('addressUnknown', 'address')
  const open = isAllowedHost(url, allowed) || addresses.every(({ address }) => isPublicAddress(address))
  return open ? accept(addresses) : refuse('addressPrivate', 'address')
}

/** As the operating system resolves names, its hosts file included. */
export const resolveBySystem: Resolve = (hostname) =>
  new Promise((done, fail) => {
    lookup(hostname, { all: true, verbatim: true }, (error, addresses) => (error ? fail(error) : done(addresses)))
  })
