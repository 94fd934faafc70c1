import 'server-only'
import { functions } from './functions'
import { inPortions, type Portion } from './portions'
import type { TaskName } from './tasks'

/** What this process is asked: to do a task, or for more of a long list. */
export type Asked = { name: TaskName; input: unknown } | { more: true }
/** What it says: that the task's function is loaded, then what came of it, long lists beforehand and in portions. */
export type Said = { begun: true } | Portion | { result: unknown } | { failed: true }

const say = (said: Said) => process.send?.(said)

// The process that computes over what may be hostile: it has no settings, no database and no secrets, and can be killed.
process.on('message', (asked: Asked) => void ('name' in asked && answer(asked)))
process.on('disconnect', () => process.exit())
process.send?.({ ready: true })

/** Sends some of a list, and waits until it is taken in. */
async function portionTaken(portion: Portion): Promise<void> {
  say(portion)
  await new Promise<void>((taken) => process.once('message', () => taken()))
}

async function answer({ name, input }: Extract<Asked, { name: TaskName }>): Promise<void> {
  try {
    const run = (await functions[name]()) as (input: unknown) => unknown
    say({ begun: true })
    say({ result: await inPortions(await run(input), portionTaken) })
  } catch (error) {
    console.error(`The task ${name} failed:`, error)
    say({ failed: true })
  }
}
