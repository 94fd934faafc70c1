import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { env } from '../env'
import { ask, inTime, type Answer, type AskLimits } from './ask'
import type { Resolve } from './resolve-host'
import { safeAddress } from './safe-address'

/** What fetching one page may cost: milliseconds, bytes (as sent, and unpacked again), redirects. */
export const fetchLimits = { connect: 5_000, silence: 10_000, total: 20_000, bytes: 5_000_000, redirects: 5 } as const
export type FetchLimits = AskLimits & { redirects: number }

/** What came: the bytes (unpacked), what the server called them, and where the redirects ended. */
export type Fetched = { finalAddress: string; contentType: string; bytes: Uint8Array }

type Options = {
  signal: AbortSignal
  /** Told now and then how many bytes have come. */
  received?: (bytes: number) => void
  /** For tests. */
  resolve?: Resolve
  limits?: FetchLimits
  allowed?: readonly string[]
}

/**
 * Fetches what somebody named, without being led into a private network: each address, redirects included, is looked at
 * before it is resolved, resolved once, its every IP address looked at, and the socket opened to just these. It sends no
 * cookies and no referrer. Refuses at `address` what `safeAddress` and `resolveHost` refuse, what costs more than
 * `limits`, and what the server refuses.
 * @throws the signal's reason when the caller gives up.
 */
export async function fetchPage(address: string, { signal, received, resolve, limits = fetchLimits, allowed = env('IMPORT_ALLOW_HOSTS') }: Options): Promise<Result<Fetched>> {
  return inTime(signal, limits, async (end) => {
    let next = safeAddress(address, allowed)
    for (let hops = 0; next.ok; hops += 1) {
      if (hops > limits.redirects) return refuse('fetchTooManyRedirects', 'address', { limit: limits.redirects })
      const url = next.value
      const asking = { signal: end, limits, allowed, ...(resolve && { resolve }) }
      const answer = await ask<Fetched | { location: string }>(url, { headers }, asking, (came) => takePage(url, came, received))
      if (!answer.ok) return answer
      if (!('location' in answer.value)) return accept(answer.value)
      next = safeAddress(answer.value.location, allowed)
    }
    return next
  })
}

async function takePage(url: URL, { status, header, read }: Answer, received?: (bytes: number) => void): Promise<Result<Fetched | { location: string }>> {
  const location = header('location')[0] ?? ''
  if (redirects.has(status) && location !== '') {
    return URL.canParse(location, url) ? accept({ location: new URL(location, url).href }) : refuse('fetchFailed', 'address')
  }
  if (status < 200 || status > 299) return refuse('fetchStatus', 'address', { status })
  const bytes = await read(received)
  return bytes.ok ? accept({ finalAddress: url.href, contentType: header('content-type')[0] ?? '', bytes: bytes.value }) : bytes
}

const redirects = new Set([301, 302, 303, 307, 308])
const headers = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.8,application/pdf;q=0.8,*/*;q=0.1',
  'user-agent': 'Gloss/1.0 (reads one article at the request of a person)',
}
