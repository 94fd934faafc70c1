import 'server-only'
import { randomUUID } from 'node:crypto'
import { inBackground } from './background'
import { countReaders, forgetReaders, reportReaders } from './live-presence'

/** Keeps the count of readers of each layer, over all processes, and tells it when it changes. */
export type Attendance = {
  /** Somebody came to a layer or left it, through this process. */
  changed(layerId: string): void
  /** A process, this one included, said that somebody came or left. */
  heard(layerId: string): void
  /** Says again who is here, so that they keep counting, and counts anew, so that who fell silent no longer does. */
  beat(layerIds: readonly string[]): void
  end(): Promise<void>
}

/** Milliseconds in which comings and goings fold into one. */
const fold = 250

/**
 * `readersOf` names who reads a layer through this process; `tell` is called with each count, changed or not; `said` with
 * the layers of which every process can now know who reads them.
 */
export function keepAttendance(
  readersOf: (layerId: string) => readonly string[],
  tell: (layerId: string, readers: number) => void,
  said: (layerIds: readonly string[]) => void,
): Attendance {
  const processId = randomUUID()
  let last: Promise<unknown> = Promise.resolve()
  let over = false

  // In turn, so that an older list never comes to stand over a newer one.
  const inTurn = (what: string, work: () => Promise<void>) => {
    const done = last.then(() => (over ? undefined : work()))
    last = done.catch(() => undefined)
    inBackground(what, () => done)
  }
  const report = (layerIds: readonly string[], how: 'aloud' | 'silently') =>
    reportReaders(processId, new Map(layerIds.map((id) => [id, readersOf(id)])), how)
  const count = async (layerIds: readonly string[]) => {
    const counts = await countReaders(layerIds)
    for (const id of layerIds) tell(id, counts.get(id) ?? 0)
  }
  const changed = folded((ids) =>
    inTurn('Saying who reads', async () => {
      await report(ids, 'aloud')
      said(ids)
    }),
  )
  const heard = folded((ids) => inTurn('Counting readers', () => count(ids)))

  return {
    changed: changed.add,
    heard: heard.add,
    beat(ids) {
      if (ids.length === 0) return
      inTurn('Counting readers', async () => {
        await report(ids, 'silently')
        await forgetReaders()
        await count(ids)
      })
    },
    async end() {
      over = true
      changed.stop()
      heard.stop()
      await last
      await forgetReaders(processId)
    },
  }
}

/** Gathers what is added and hands it on together a moment later. */
function folded(handOn: (ids: readonly string[]) => void): { add(id: string): void; stop(): void } {
  const gathered = new Set<string>()
  let timer: NodeJS.Timeout | undefined
  const flush = () => {
    timer = undefined
    const ids = [...gathered]
    gathered.clear()
    handOn(ids)
  }
  return {
    add(id) {
      gathered.add(id)
      timer ??= setTimeout(flush, fold).unref()
    },
    stop: () => clearTimeout(timer),
  }
}
