import 'server-only'
import { functions } from './functions'
import { inPortions, type Portion } from './portions'
import type { TaskName } from './tasks'

/** What this process is asked. */
export type Asked = { name: TaskName; input: unknown }
/** What it says: that the task's function is loaded, then what came of it, long lists beforehand and in portions. */
export type Said = { begun: true } | Portion | { result: unknown } | { failed: true }

const say = (said: Said) => process.send?.(said)

// The process that computes over what may be hostile: it has no settings, no database and no secrets, and can be killed.
process.on('message', (asked: Asked) => void answer(asked))
process.on('disconnect', () => process.exit())
process.send?.({ ready: true })

async function answer({ name, input }: Asked): Promise<void> {
  try {
    const run = (await functions[name]()) as (input: unknown) => unknown
    say({ begun: true })
    say({ result: inPortions(await run(input), say) })
  } catch (error) {
    console.error(`The task ${name} failed:`, error)
    say({ failed: true })
  }
}
