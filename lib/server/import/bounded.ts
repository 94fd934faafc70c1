import 'server-only'
import { Script, createContext } from 'node:vm'
import { accept, refuse, type Result } from '@/lib/domain/problem'

/** What it may cost to read one source. An honest text of 2 MB takes about a third of the time on a small idle machine. */
export const importLimits = { milliseconds: 10_000, domDepth: 500, tags: 100_000 } as const

// One for all sources, as making it can take longer than reading them; nothing but our own function is ever in it.
const apart = createContext({})
const script = new Script('run()')

/**
 * Does work on a source from outside, and gives up on what takes too long or nests too deep for the stack. The parsers
 * are linear for honest text, yet each has inputs that make it quadratic: no count of characters or tags tells them
 * apart beforehand, so the clock does, by the only means that stops a running function.
 */
export function bounded<T>(work: () => Result<T>, path: string, limit: number = importLimits.milliseconds): Result<T> {
  let result: Result<T> | undefined
  apart.run = () => {
    result = work()
  }
  try {
    script.runInContext(apart, { timeout: limit })
  } catch (error) {
    if (isTimeout(error)) return refuse('bodyTooSlow', path, { limit: Math.round(limit / 1000) })
    if (isOverflow(error)) return refuse('bodyTooDeep', path, { limit: importLimits.domDepth })
    throw error
  } finally {
    delete apart.run
  }
  return result ?? accept(undefined as T)
}

const isTimeout = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
const isOverflow = (error: unknown) => error instanceof RangeError && error.message.includes('call stack')
