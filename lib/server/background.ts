import 'server-only'

const running = new Set<Promise<void>>()

/**
 * Work that an answer must not wait for, so that its time tells nothing (whether an address has an account, say). What
 * fails is printed with `what`, since nobody is left to be told.
 */
export function inBackground(what: string, work: () => Promise<unknown>): void {
  const done = work().then(
    () => undefined,
    (error: unknown) => console.error(`${what} failed:`, error),
  )
  running.add(done)
  void done.finally(() => running.delete(done))
}

/** Waits for everything begun so far: for tests, and for scripts before they end. */
export async function backgroundDone(): Promise<void> {
  while (running.size > 0) await Promise.all(running)
}
