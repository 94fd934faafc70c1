import 'server-only'
import ipaddr from 'ipaddr.js'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { isAllowedHost } from './allowed-hosts'

/**
 * An address that may be asked for, as far as can be told before anything is resolved or opened: http or https, no user
 * name or password, a usual port, no name of this machine or its network, and an address in numbers (in whatever form:
 * decimal, octal, hexadecimal, mapped) only where it is a public one. What the operator allows (`IMPORT_ALLOW_HOSTS`,
 * `allowed`) is asked neither for its port nor its network. Refuses at `path`.
 */
export function safeAddress(input: string, allowed: readonly string[], path = 'address'): Result<URL> {
  const address = input.trim()
  if (!URL.canParse(address)) return refuse('addressScheme', path)
  const url = new URL(address)
  if (url.protocol !== 'http:' && url.protocol !== 'https:') return refuse('addressScheme', path)
  if (url.username !== '' || url.password !== '') return refuse('addressCredentials', path)
  url.hash = ''
  if (isAllowedHost(url, allowed)) return accept(url)
  if (isLocalName(url.hostname)) return refuse('addressPrivate', path)
  const numeric = url.hostname.replace(/^\[|\]$/g, '')
  if (ipaddr.isValid(numeric) && !isPublicAddress(numeric)) return refuse('addressPrivate', path)
  return ports.has(url.port) ? accept(url) : refuse('addressPort', path)
}

/**
 * Whether an IP address belongs to the open internet. A list of what is: IPv4 beside every special block, IPv6 within
 * 2000::/3. So whatever carries another address inside (mapped, NAT64, 6to4, Teredo) is none, wherever it leads.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false
  const parsed = ipaddr.parse(address)
  if (parsed.range() !== 'unicast') return false
  return parsed instanceof ipaddr.IPv6 ? parsed.match(globalUnicast) : !cloudServices.has(parsed.toString())
}

// The default ports are empty in a URL.
const ports = new Set(['', '80', '443', '8080', '8443'])
const globalUnicast: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3]
/** Metadata of a cloud that stands at a public address. */
const cloudServices = new Set(['168.63.129.16'])

const localNames = /^(localhost|ip6-localhost|ip6-loopback|broadcasthost)$|\.(localhost|local|localdomain|internal|intranet|lan|home|corp|home\.arpa)$/

const isLocalName = (hostname: string) => localNames.test(hostname.toLowerCase().replace(/\.+$/, ''))
