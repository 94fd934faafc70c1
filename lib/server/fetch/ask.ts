import 'server-only'
import type { Readable } from 'node:stream'
import { Agent, request } from 'undici'
import { refuse, type Result } from '@/lib/domain/problem'
import { readBody } from './read-body'
import { resolveBySystem, resolveHost, type Resolve } from './resolve-host'

/** What one request may cost: milliseconds to connect, of silence and altogether, and bytes (as sent, and unpacked again). */
export type AskLimits = { connect: number; silence: number; total: number; bytes: number }
/** What is asked of an address. */
export type Question = { method?: 'GET' | 'POST' | 'PUT' | 'DELETE'; headers: Record<string, string>; body?: string }
export type Asking = {
  signal: AbortSignal
  limits: AskLimits
  /** Hosts with their ports that may be in any network. */
  allowed: readonly string[]
  /** For tests. */
  resolve?: Resolve
}
/** What came back: its status, every value of one header by its name in lower case, and its bytes, once. */
export type Answer = { status: number; header: (name: string) => string[]; read: (received?: (bytes: number) => void) => Promise<Result<Uint8Array>> }

/**
 * Asks one address, which `safeAddress` let pass, without being led into a private network: it is resolved once, its every
 * IP address looked at, and the socket opened to just these. Redirects are not followed. What `take` leaves unread of the
 * answer is not fetched. Refuses at `address` what `resolveHost` refuses and bodies beyond `limits.bytes`.
 * @throws what the network fails with: see `inTime`.
 */
export async function ask<T>(url: URL, question: Question, { signal, limits, allowed, resolve = resolveBySystem }: Asking, take: (answer: Answer) => Promise<Result<T>>): Promise<Result<T>> {
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
    const { method = 'GET', headers, body } = question
    const answer = await request(url, { dispatcher: agent, signal, method, headers: { 'accept-encoding': 'gzip, deflate, br', ...headers }, body: body ?? null })
    // Given up unread, or half read, it has nobody else to tell; unheard, the event would end this process.
    answer.body.on('error', () => {})
    return await take({ status: answer.statusCode, header: (name) => [answer.headers[name] ?? []].flat(), read: (received) => wholeBody(answer, limits.bytes, received) })
  } finally {
    // Whatever was not read of the answer is not wanted.
    await agent.destroy()
  }
}

/**
 * Does work that asks the network within `limits.total`. Refuses at `address`: `fetchTooSlow` when time is over,
 * `fetchFailed` for whatever the network, TLS, HTTP or unpacking failed with.
 * @throws the signal's reason when the caller gives up, and bugs.
 */
export async function inTime<T>(signal: AbortSignal, limits: AskLimits, work: (end: AbortSignal) => Promise<Result<T>>): Promise<Result<T>> {
  const clock = AbortSignal.timeout(limits.total)
  try {
    return await work(AbortSignal.any([signal, clock]))
  } catch (error) {
    signal.throwIfAborted()
    if (clock.aborted || slowCodes.has(codeOf(error) ?? '')) return refuse('fetchTooSlow', 'address', { limit: Math.ceil(limits.total / 1000) })
    if (codeOf(error) !== undefined) return refuse('fetchFailed', 'address')
    throw error
  }
}

type Came = { headers: Record<string, string | string[] | undefined>; body: Readable }

async function wholeBody({ headers, body }: Came, limit: number, received: (bytes: number) => void = () => {}): Promise<Result<Uint8Array>> {
  if (Number([headers['content-length'] ?? ''].flat()[0]) > limit) return refuse('fetchTooLarge', 'address', { limit })
  return readBody(body, { encoding: [headers['content-encoding'] ?? ''].flat().join(','), limit, received })
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
