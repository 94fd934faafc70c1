import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { spendRequest, type Count } from '../limits'
import type { Outcome } from './child'
import { runInLane, type LaneName, type Waiter } from './lanes'
import { shared } from './shared'
import { tasks, type Input, type Output, type Task, type TaskName } from './tasks'

/**
 * Who waits for a computation and pays for it: an account, a client by its address (null: not known), or everybody, for
 * what is computed once for all of them and not counted.
 */
export type Owner = { account: string } | { client: string | null } | 'everybody'

export type Options = {
  owner: Owner
  /** Gives the task up: the request's own, or a job's. */
  signal?: AbortSignal
  /** Names everything that the answer depends on; callers with one key share one computation. */
  key?: string
  /** The field that a refusal is about. */
  path?: string
  /** Less time than the task may take, in milliseconds. */
  milliseconds?: number
}

/** Who pays for what a viewer sends; somebody who is not signed in, by their address. */
export const ownerOf = (viewer: Viewer, address: string | null = null): Owner => (viewer.kind === 'user' ? { account: viewer.id } : { client: address })

/**
 * Has a task done in another process, fairly by person. Refuses what the task refuses, at `path` what takes too long or
 * too much memory, `waitingFull` where too many of the owner's wait, `rateLimited` where the owner's seconds of this hour
 * are used up, and `unavailable` where the whole queue is full.
 * @throws the signal's reason when the caller gives up, and what a process that does not start throws.
 */
export async function compute<Name extends TaskName>(name: Name, input: Input<Name>, options: Options): Promise<Result<Output<Name>>> {
  const { signal, key } = options
  signal?.throwIfAborted()
  const result = await (key === undefined
    ? computeAlone(name, input, options, signal ?? new AbortController().signal)
    : shared(`${name} ${key}`, signal, (given) => computeAlone(name, input, options, given)))
  return result as Result<Output<Name>>
}

/**
 * How many of an owner's may wait in a lane while one is under way: a school may stand behind one address, and a program
 * sends small things side by side.
 */
const mostWaiting = {
  small: { account: 20, client: 50, everybody: 100 },
  large: { account: 3, client: 20, everybody: 100 },
} satisfies Record<LaneName, Record<string, number>>
/** How many times its time counts what was refused or stopped. */
export const refusedCosts = 10
/** What starting a process costs, in milliseconds: whoever makes one end pays for the next. */
const startCosts = 2_000

async function computeAlone<Name extends TaskName>(name: Name, input: Input<Name>, { owner, path = '', milliseconds }: Options, signal: AbortSignal): Promise<Result<unknown>> {
  const task: Task<Input<Name>> = tasks[name]
  const paid = await charge(owner, 1)
  if (!paid.ok) return paid
  signal.throwIfAborted()
  const clock = Math.min(task.milliseconds, milliseconds ?? Infinity)
  const lane = task.small?.(input) ? 'small' : 'large'
  const waiter = waiterOf(owner, lane)
  const outcome = await runInLane(lane, waiter, { name, input }, { milliseconds: clock, signal })
  if (outcome === null) return owner === 'everybody' ? refuse('unavailable') : refuse('waitingFull', '', { limit: waiter.most })
  await charge(owner, costOf(outcome))
  if (outcome.kind === 'answered') return outcome.result as Result<unknown>
  signal.throwIfAborted()
  return outcome.kind === 'slow' ? task.slow(path, clock) : task.ended(path, clock)
}

function costOf(outcome: Outcome): number {
  const { kind, spent } = outcome
  if (kind === 'left') return spent === 0 ? 0 : startCosts + spent
  if (kind === 'answered') return (outcome.result as Result<unknown>).ok ? spent : refusedCosts * spent
  return startCosts + refusedCosts * spent
}

function waiterOf(owner: Owner, lane: LaneName): Waiter {
  const most = mostWaiting[lane]
  if (owner === 'everybody') return { owner, most: most.everybody }
  return 'account' in owner ? { owner: `account ${owner.account}`, most: most.account } : { owner: `client ${owner.client}`, most: most.client }
}

/** Counts milliseconds of computing, of which an owner has so many an hour. Refuses `rateLimited` once those of this hour are used up. */
export async function charge(owner: Owner, milliseconds: number): Promise<Result<void>> {
  if (owner === 'everybody' || milliseconds === 0) return accept(undefined)
  const count: Count = 'account' in owner ? ['computing:account', owner.account] : ['computing:client', owner.client]
  const { allowed, seconds } = await spendRequest(count, Math.max(1, Math.round(milliseconds)))
  return allowed ? accept(undefined) : refuse('rateLimited', '', { minutes: Math.ceil(seconds / 60) })
}
