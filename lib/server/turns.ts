import 'server-only'
import { setImmediate } from 'node:timers/promises'

/** A request of somebody else needs several turns of the process: so each must be short. In milliseconds. */
const longestTurn = 5

/**
 * For a loop over what may be very much: asked before each entry, it lets others of this process have their turn once a
 * few milliseconds of work are done.
 */
export function turns(): () => Promise<void> {
  let began = performance.now()
  return async () => {
    if (performance.now() - began <= longestTurn) return
    await setImmediate()
    began = performance.now()
  }
}
