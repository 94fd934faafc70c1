import 'server-only'
import { Agent, request } from 'undici'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { env } from '../env'
import { readBody } from './read-body'
import { resolveBySystem, resolveHost, type Resolve } from './resolve-host'
import { safeAddress } from './safe-address'

/** What fetching one page may cost: milliseconds, bytes (as sent, and unpacked again), redirects. */
export const fetchLimits = { connect: 5_000, silence: 10_000, total: 20_000, bytes: 5_000_000, redirects: 5 } as const
export type FetchLimits = { [Name in keyof typeof fetchLimits]: number }

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
export async function fetchPage(address: string, options: Options): Promise<Result<Fetched>> {
  const { signal, limits = fetchLimits, allowed = env('IMPORT_ALLOW_HOSTS') } = options
  const clock = AbortSignal.timeout(limits.total)
  const end = AbortSignal.any([signal, clock])
  const slow = refuse('fetchTooSlow', 'address', { limit: Math.ceil(limits.total / 1000) })
  let next = safeAddress(address, allowed)
  try {
    for (let hops = 0; next.ok; hops += 1) {
      if (hops > limits.redirects) return refuse('fetchTooManyRedirects', 'address', { limit: limits.redirects })
      const answer = await ask(next.value, { ...options, limits, allowed, signal: end })
      if (!answer.ok || !('location' in answer.value)) return answer as Result<Fetched>
      next = safeAddress(answer.value.location, allowed)
    }
    return next
  } catch (error) {
    signal.throwIfAborted()
    if (clock.aborted || slowCodes.has(codeOf(error) ?? '')) return slow
    if (codeOf(error) !== undefined) return refuse('fetchFailed', 'address')
    throw error
  }
}

type Asked = Required<Pick<Options, 'signal' | 'limits' | 'allowed'>> & Options

async function ask(url: URL, { signal, limits, allowed, received = () => {}, resolve = resolveBySystem }: Asked) {
  const addresses = await orAborted(resolveHost(url, resolve, allowed), signal)
  if (!addresses.ok) return addresses
  const agent = new Agent({
    connect: {
      timeout: limits.connect,
      lookup: (_, { all }, done) => {
        const first = addresses.value[0]!
        return all ? done(null, addresses.value) : done(null, first.address, first.family)
      },
    },
    headersTimeout: limits.silence,
    bodyTimeout: limits.silence,
    maxHeaderSize: 32_768,
  })
  try {
    const answer = await request(url, { dispatcher: agent, signal, headers })
    // Given up unread, or half read, it has nobody else to tell; unheard, the event would end this process.
    answer.body.on('error', () => {})
    const one = (name: string) => [answer.headers[name] ?? ''].flat()[0] ?? ''
    const location = one('location')
    if (redirects.has(answer.statusCode) && location !== '') {
      return URL.canParse(location, url) ? accept({ location: new URL(location, url).href }) : refuse('fetchFailed', 'address')
    }
    if (answer.statusCode < 200 || answer.statusCode > 299) return refuse('fetchStatus', 'address', { status: answer.statusCode })
    if (Number(one('content-length')) > limits.bytes) return refuse('fetchTooLarge', 'address', { limit: limits.bytes })
    const body = await readBody(answer.body, { encoding: [answer.headers['content-encoding'] ?? ''].flat().join(','), limit: limits.bytes, received })
    return body.ok ? accept({ finalAddress: url.href, contentType: one('content-type'), bytes: body.value }) : body
  } finally {
    // Whatever was not read of the answer is not wanted.
    await agent.destroy()
  }
}

const redirects = new Set([301, 302, 303, 307, 308])
const headers = {
  accept: 'text/html,application/xhtml+xml,text/plain;q=0.8,application/pdf;q=0.8,*/*;q=0.1',
  'accept-encoding': 'gzip, deflate, br',
  'user-agent': 'Gloss/1.0 (reads one article at the request of a person)',
}

const slowCodes = new Set(['UND_ERR_CONNECT_TIMEOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT', 'ETIMEDOUT'])

/** The code of an error of the network, of TLS, of HTTP or of unpacking; a bug has none. */
function codeOf(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.name === 'HTTPParserError' ? 'HPE' : undefined
}

/** Resolving a name cannot be stopped; waiting for it can. */
async function orAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  signal.throwIfAborted()
  let stop = () => {}
  const aborted = new Promise<never>((_, fail) => {
    stop = () => fail(signal.reason instanceof Error ? signal.reason : new Error('aborted'))
    signal.addEventListener('abort', stop, { once: true })
  })
  return Promise.race([work, aborted]).finally(() => signal.removeEventListener('abort', stop))
}
