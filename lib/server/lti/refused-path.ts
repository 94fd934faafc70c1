import 'server-only'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { problemCodes, type Problem } from '@/lib/domain/problem'
import { env } from '../env'

/** The page that says why a launch goes no further. */
const page = '/lti/refused'

/** Where a launch that was genuine leads back to, and what its platform is called. */
export type WayBack = { platform: string; address: string }

/**
 * The address of the page that says why a launch goes no further. What the platform said in its own words stands in the
 * sentence, so the address is sealed: nobody else can make this site say something, or lead somewhere.
 */
export function refusedPath({ code, values = {} }: Problem, back: WayBack | null = null): string {
  const words = Object.fromEntries(Object.entries(values).map(([name, value]) => [`v.${name}`, String(value)]))
  const said = new URLSearchParams({ code, ...words, ...(back && { back: back.address, platform: back.platform }) })
  said.sort()
  return `${page}?${said}&seal=${sealOf(said)}`
}

/** What the address of that page says; null for one that was not made here. */
export function readRefusedPath(search: Record<string, string | string[] | undefined>): { problem: Problem; back: WayBack | null } | null {
  const { seal, ...rest } = search
  const pairs = Object.entries(rest).filter((pair): pair is [string, string] => typeof pair[1] === 'string' && /^(code|back|platform|v\.\w+)$/.test(pair[0]))
  const said = new URLSearchParams(pairs)
  said.sort()
  const code = problemCodes.find((each) => each === said.get('code'))
  if (typeof seal !== 'string' || !code || !alike(seal, sealOf(said))) return null
  const values = Object.fromEntries(pairs.filter(([name]) => name.startsWith('v.')).map(([name, value]) => [name.slice(2), value]))
  const [address, platform] = [said.get('back'), said.get('platform')]
  return { problem: { code, path: '', values }, back: address && platform ? { platform, address } : null }
}

const sealOf = (said: URLSearchParams) => createHmac('sha256', env('NEXTAUTH_SECRET')).update(`refused launch ${said}`).digest('base64url').slice(0, 22)

function alike(given: string, right: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(right)]
  return one.length === other.length && timingSafeEqual(one, other)
}
