import { unstable_rethrow } from 'next/navigation'
import type { Problem, Result } from '@/lib/domain/problem'

/**
 * What a request that failed is to whoever sent it. An action rejects when the server cannot be reached, which fetch tells
 * by a TypeError, when it breaks down, and when it was replaced by a version that does not know the page any more. None of
 * them is a reason to lose what was typed. What the framework throws to lead elsewhere goes on its way.
 */
export function problemOfFailure(error: unknown): Problem {
  unstable_rethrow(error)
  return { code: error instanceof TypeError ? 'unreachable' : 'unavailable', path: '' }
}

/** The answer of the server, or null where there is none. */
export async function attempt<T>(action: () => Promise<T>): Promise<T | null> {
  try {
    return await action()
  } catch (error) {
    problemOfFailure(error)
    return null
  }
}

/** The answer of the server, or as a refusal that there is none. */
export async function answerTo<T>(action: () => Promise<Result<T>>): Promise<Result<T>> {
  try {
    return await action()
  } catch (error) {
    return { ok: false, problems: [problemOfFailure(error)] }
  }
}
