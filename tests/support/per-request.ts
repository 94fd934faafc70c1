import { AsyncLocalStorage } from 'node:async_hooks'

/** What is kept of calls: by the function, then by each argument in turn. */
type Kept = { next: Map<unknown, Kept>; answer?: { value: unknown } }
const request = new AsyncLocalStorage<Kept>()

/** Does the work of one request for a page: what is looked up once in it is looked up once here, too. */
export const inRequest = <T>(work: () => T): T => request.run({ next: new Map() }, work)

/**
 * Stands in for `react` where no framework makes a request of what is asked: its `cache`, which remembers nothing outside a
 * page, and an id that is always the same. A test file takes it by
 * `vi.mock('react', async (load) => ({ ...(await load<object>()), ...(await import('../support/per-request')) }))`.
 */
export function cache<A extends unknown[], T>(read: (...args: A) => T): (...args: A) => T {
  return (...args) => {
    const all = request.getStore()
    if (!all) return read(...args)
    const kept = [read, ...args].reduce<Kept>(under, all)
    kept.answer ??= { value: read(...args) }
    return kept.answer.value as T
  }
}

export const useId = () => 'id'

function under({ next }: Kept, key: unknown): Kept {
  const kept = next.get(key) ?? { next: new Map<unknown, Kept>() }
  next.set(key, kept)
  return kept
}

/** A component that is rendered once, outside of React, has nothing to remember. */
export const useMemo = <T>(make: () => T): T => make()
