import 'server-only'
import { functions } from './functions'
import type { TaskName } from './tasks'

/** What this process is asked, and what it says: that the task's function is loaded, then what came of it. */
export type Asked = { name: TaskName; input: unknown }
export type Said = { begun: true } | { result: unknown } | { failed: true }

const say = (said: Said) => process.send?.(said)

// The process that computes over what may be hostile: it has no settings, no database and no secrets, and can be killed.
process.on('message', (asked: Asked) => void answer(asked))
process.on('disconnect', () => process.exit())
process.send?.({ ready: true })

async function answer({ name, input }: Asked): Promise<void> {
  try {
    const run = (await functions[name]()) as (input: unknown) => unknown
    say({ begun: true })
    say({ result: await run(input) })
  } catch (error) {
    console.error(`The task ${name} failed:`, error)
    say({ failed: true })
  }
}
