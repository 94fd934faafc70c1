import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import type { SignedIn } from '@/lib/domain/viewer'
import { createAnnotation, updateAnnotation } from '@/lib/server/annotations'
import { rewritten, written } from './written-annotation'

/**
 * A process that writes annotations until it is killed, several at a time, and prints what it tried (`try`), what was
 * acknowledged (`made`, `changed`) and what failed (`lost`), each with the annotation's id. Every second failure is sent
 * again under the same id, as a browser does; the others are given up, so that what they left behind can be seen.
 */
async function write(by: SignedIn, layerId: string, quote: string, at: number): Promise<never> {
  for (let round = at; ; round += 1) {
    const id = randomUUID()
    const target = { start: 0, end: [...quote].length }
    const made = await until(id, 'made', round % 2 === 0, () =>
      createAnnotation(by, { id, layerId, revision: 1, target, quote, ...written }),
    )
    if (made && round % 3 === 0) await until(id, 'changed', false, () => updateAnnotation(by, id, { version: 1, content: rewritten }))
  }
}

async function until(id: string, done: string, again: boolean, send: () => Promise<{ ok: boolean }>): Promise<boolean> {
  for (;;) {
    say('try', id)
    try {
      const outcome = await send()
      say(outcome.ok ? done : 'refused', id)
      return outcome.ok
    } catch {
      // The database is away: whether it took the write is not known.
      say('lost', id)
      if (!again) return false
      await pause(50)
    }
  }
}

/** Out of the process before anything else happens: what was said here was said, even by a process killed right after. */
const say = (word: string, id: string) => void writeSync(1, `${word} ${id}\n`)

const { by, layerId, quote } = JSON.parse(process.argv[2] ?? '') as { by: SignedIn; layerId: string; quote: string }
for (let at = 0; at < 6; at += 1) void write(by, layerId, quote, at)
