import 'server-only'
import type { Result } from '@/lib/domain/problem'

type Computation = { result: Promise<Result<unknown>>; callers: number; giveUp: AbortController }

// Held by the process, not by the module, as the database's connections are.
const held = globalThis as typeof globalThis & { glossComputations?: Map<string, Computation> }

/**
 * One computation per key at a time in this process, for everybody who asks meanwhile. It is given up when the last of
 * them leaves. What is refused for a reason of whoever began it (their waiting or their time is used up) is begun anew by
 * another.
 * @throws the signal's reason when the caller gives up, and what `begin` throws.
 */
export async function shared(key: string, signal: AbortSignal | undefined, begin: (given: AbortSignal) => Promise<Result<unknown>>): Promise<Result<unknown>> {
  for (;;) {
    const found = computations().get(key)
    const result = await follow(key, found ?? start(key, begin), signal)
    if (!found || result.ok || !result.problems.some(({ code }) => ofOwner.has(code))) return result
  }
}

const ofOwner: ReadonlySet<string> = new Set(['rateLimited', 'waitingFull'])
const computations = () => (held.glossComputations ??= new Map())

function start(key: string, begin: (given: AbortSignal) => Promise<Result<unknown>>): Computation {
  const giveUp = new AbortController()
  const made: Computation = { callers: 0, giveUp, result: begin(giveUp.signal).finally(() => forget(key, made)) }
  // Told to whoever still follows; when nobody does, it was given up.
  made.result.catch(() => undefined)
  computations().set(key, made)
  return made
}

function forget(key: string, computation: Computation): void {
  if (computations().get(key) === computation) computations().delete(key)
}

async function follow(key: string, computation: Computation, signal: AbortSignal | undefined): Promise<Result<unknown>> {
  computation.callers += 1
  let leave = () => {}
  const left = new Promise<never>((_, fail) => {
    leave = () => fail(signal?.reason)
    signal?.addEventListener('abort', leave, { once: true })
  })
  try {
    return await (signal ? Promise.race([computation.result, left]) : computation.result)
  } finally {
    signal?.removeEventListener('abort', leave)
    computation.callers -= 1
    if (computation.callers === 0 && signal?.aborted) {
      // Whoever comes now begins anew.
      forget(key, computation)
      computation.giveUp.abort(signal.reason)
    }
  }
}
