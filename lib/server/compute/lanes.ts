import 'server-only'
import { hold, rest, runInChild, startChild, type Child, type Outcome } from './child'
import { fairQueue, type FairQueue } from './fair-queue'
import type { Asked } from './process'

/**
 * The lanes: so many processes at once with so much heap each, and the longest that a task may take there in milliseconds.
 * `idle`: how long a process waits for more work; the lane for small work keeps its own for good, as starting one takes
 * longer than the work.
 */
const lanes = {
  small: { processes: 1, megabytes: 256, milliseconds: 3_000, idle: null },
  large: { processes: 2, megabytes: 768, milliseconds: Infinity, idle: 60_000 },
} as const

export type LaneName = keyof typeof lanes

/** Who a task is for in the queue, and how many of theirs may wait. */
export type Waiter = { owner: string; most: number }

/** Above this many in a lane, whoever they are for, nobody waits: they would have left before their turn. */
const mostWaiting = 500

/**
 * Has a lane do a task when its owner's turn comes; null where there is no place left to wait.
 * @throws where no process starts.
 */
export function runInLane(name: LaneName, { owner, most }: Waiter, asked: Asked, { milliseconds, signal }: Limits): Promise<Outcome | null> {
  const lane = laneOf(name)
  const clock = Math.min(milliseconds, lanes[name].milliseconds)
  return new Promise((done, fail) => {
    const item: Item = {
      waits: true,
      drop: fail,
      begin: async (child) => {
        signal.removeEventListener('abort', leave)
        // A process that took its time to start need not be ended for somebody who left meanwhile.
        if (!signal.aborted) done(await runInChild(child, asked, { milliseconds: clock, signal }))
      },
    }
    const leave = () => {
      if (item.waits) {
        lane.queue.remove(owner, item)
        lane.waiting -= 1
      }
      done({ kind: 'left', spent: 0 })
    }
    if (signal.aborted) return done({ kind: 'left', spent: 0 })
    if (lane.waiting >= mostWaiting || !lane.queue.add(owner, item, most)) return done(null)
    lane.waiting += 1
    signal.addEventListener('abort', leave, { once: true })
    pump(name)
  })
}

type Limits = { milliseconds: number; signal: AbortSignal }
type Item = { waits: boolean; begin: (child: Child) => Promise<void>; drop: (error: Error) => void }
type Lane = { queue: FairQueue<Item>; waiting: number; busy: number; idle: Map<Child, NodeJS.Timeout | null> }

// Held by the process, not by the module, as the database's connections are.
const held = globalThis as typeof globalThis & { glossLanes?: Partial<Record<LaneName, Lane>> }

function laneOf(name: LaneName): Lane {
  held.glossLanes ??= {}
  return (held.glossLanes[name] ??= { queue: fairQueue(), waiting: 0, busy: 0, idle: new Map() })
}

/** Begins whatever can begin. */
function pump(name: LaneName): void {
  const lane = laneOf(name)
  while (lane.busy < lanes[name].processes) {
    const next = lane.queue.next()
    if (!next) return
    const { owner, item } = next
    item.waits = false
    lane.waiting -= 1
    lane.busy += 1
    void work(name, item).finally(() => {
      lane.busy -= 1
      lane.queue.done(owner)
      pump(name)
    })
  }
}

async function work(name: LaneName, item: Item): Promise<void> {
  try {
    const child = takeIdle(name) ?? (await startChild(lanes[name].megabytes))
    hold(child)
    await item.begin(child)
    if (child.connected && !child.killed) keep(name, child)
  } catch (error) {
    item.drop(error instanceof Error ? error : new Error(String(error)))
  }
}

function takeIdle(name: LaneName): Child | null {
  const { idle } = laneOf(name)
  for (const [child, clock] of idle) {
    idle.delete(child)
    if (clock) clearTimeout(clock)
    child.removeAllListeners('exit')
    if (child.connected && !child.killed) return child
  }
  return null
}

function keep(name: LaneName, child: Child): void {
  const { idle } = laneOf(name)
  const { idle: milliseconds } = lanes[name]
  rest(child)
  const clock = milliseconds === null ? null : setTimeout(() => (idle.delete(child), child.kill()), milliseconds).unref()
  idle.set(child, clock)
  child.once('exit', () => {
    if (clock) clearTimeout(clock)
    idle.delete(child)
  })
}
