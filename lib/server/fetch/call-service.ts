import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { env } from '../env'
import { isAllowedHost } from './allowed-hosts'
import { ask, inTime, type AskLimits, type Question } from './ask'
import type { Resolve } from './resolve-host'
import { safeAddress } from './safe-address'

/** What one request to a learning platform may cost: milliseconds, and bytes. */
export const serviceLimits: AskLimits = { connect: 5_000, silence: 10_000, total: 15_000, bytes: 4_000_000 }

/** What a service answered, whatever its status. `header` takes a name in lower case, '' where there is none; `json` is undefined where the body is none. */
export type ServiceAnswer = { status: number; header: (name: string) => string; json: unknown }

type Options = {
  signal?: AbortSignal
  /** For tests. */
  resolve?: Resolve
  limits?: AskLimits
  allowed?: readonly string[]
}

/**
 * Asks a service of a learning platform, under the guards of `fetchPage`: no inner networks but the hosts of
 * `LTI_ALLOW_HOSTS`, and nothing unencrypted but to those. A redirect is an answer like any other, so that what is sent
 * goes nowhere else. Refuses at `address` what `safeAddress`, `resolveHost`, `ask` and `inTime` refuse, and
 * `addressInsecure`.
 * @throws the signal's reason when the caller gives up.
 */
export async function callService(address: string, question: Question, { signal = never, resolve, limits = serviceLimits, allowed = env('LTI_ALLOW_HOSTS') }: Options = {}): Promise<Result<ServiceAnswer>> {
  const url = serviceAddress(address, allowed)
  if (!url.ok) return url
  const headers = { accept: 'application/json', 'user-agent': 'Gloss/1.0 (an LTI tool)', ...question.headers }
  return inTime(signal, limits, (end) =>
    ask(url.value, { ...question, headers }, { signal: end, limits, allowed, ...(resolve && { resolve }) }, async ({ status, header, read }) => {
      const bytes = await read()
      return bytes.ok ? accept({ status, header: (name) => header(name).join(', '), json: parsed(bytes.value) }) : bytes
    }),
  )
}

/** An address that a platform may be asked at, as far as can be told before it is resolved. Refuses at `path`. */
export function serviceAddress(address: string, allowed: readonly string[] = env('LTI_ALLOW_HOSTS'), path = 'address'): Result<URL> {
  const url = safeAddress(address, allowed, path)
  if (url.ok && url.value.protocol !== 'https:' && !isAllowedHost(url.value, allowed)) return refuse('addressInsecure', path)
  return url
}

function parsed(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    // What JSON and the decoder throw for what is neither.
    if (error instanceof SyntaxError || error instanceof TypeError) return undefined
    throw error
  }
}

const never = new AbortController().signal
