import 'server-only'
import { Script, createContext } from 'node:vm'
import { accept, refuse, type Result } from '@/lib/domain/problem'

/** What it may cost to read one source. An honest text of 2 MB takes about a third of the time on a small idle machine. */
export const importLimits = { milliseconds: 10_000, domDepth: 500, tags: 100_000 } as const

// One for all sources, as making it can take longer than reading them; nothing but our own function is ever in it.
const apart = createContext({})
const script = new Script('run()')

/** Tries of work that the clock stopped although the processor was mostly busy with something else. */
const tries = 5

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
    for (let tried = 1; ; tried += 1) {
      const before = process.cpuUsage()
      try {
        script.runInContext(apart, { timeout: limit })
        return result ?? accept(undefined as T)
      } catch (error) {
        if (isOverflow(error)) return refuse('bodyTooDeep', path, { limit: importLimits.domDepth })
        if (!isTimeout(error)) throw error
        const { user, system } = process.cpuUsage(before)
        if (tried === tries || (user + system) / 1000 > limit / 2) return refuse('bodyTooSlow', path, { limit: Math.max(1, Math.round(limit / 1000)) })
      }
    }
  } finally {
    delete apart.run
  }
}

const isTimeout = (error: unknown) =>
  typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
const isOverflow = (error: unknown) => error instanceof RangeError && error.message.includes('call stack')
