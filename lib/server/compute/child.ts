import 'server-only'
import { spawn, type ChildProcess } from 'node:child_process'
import { constants, setPriority } from 'node:os'
import { gather } from './portions'
import type { Asked, Said } from './process'

/** A child process that computes: busy with one task at a time, and idle without keeping this process from ending. */
export type Child = ChildProcess

type Ending = { kind: 'answered'; result: unknown } | { kind: 'failed' | 'slow' | 'ended' | 'left' }
/**
 * What became of a task: its answer, or that its function failed, that the clock stopped it, that its process ended, or
 * that nobody waits for it any more. `spent`: the milliseconds that it was under way.
 */
export type Outcome = Ending & { spent: number }

/** How long a process may take to start, or to load a task's function, in milliseconds. */
const longestStart = 60_000

/**
 * Starts a process that is told nothing but where to find programs: no database, no secret.
 * @throws where it does not start.
 */
export async function startChild(megabytes: number): Promise<Child> {
  const { PATH, HOME, TMPDIR, NODE_ENV } = process.env
  const flags = ['--conditions=react-server', '--import', 'tsx', `--max-old-space-size=${megabytes}`]
  const child = spawn(process.execPath, [...flags, 'lib/server/compute/process.ts'], {
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    serialization: 'advanced',
    env: { NODE_ENV, PATH, ...(HOME && { HOME }), ...(TMPDIR && { TMPDIR }) },
  })
  // Whoever answers requests goes first.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL)
  endWithUs(child)
  await new Promise<void>((done, fail) => {
    const clock = setTimeout(() => child.kill('SIGKILL'), longestStart)
    const settle = (finish: () => void) => {
      clearTimeout(clock)
      child.removeAllListeners('message').removeAllListeners('exit')
      finish()
    }
    child.once('message', () => settle(done))
    // Kept for good: what is sent to a process that has just ended is told by its end.
    child.on('error', (error) => settle(() => fail(error)))
    child.once('exit', (code) => settle(() => fail(new Error(`The computing process ended at its start (code ${code})`))))
  })
  return child
}

/**
 * Has a child do one task. After any outcome but an answer or a failure the process is gone.
 * @throws DataCloneError for an input that cannot be sent.
 */
export function runInChild(child: Child, asked: Asked, { milliseconds, signal }: { milliseconds: number; signal: AbortSignal }): Promise<Outcome> {
  return new Promise((done, fail) => {
    const gathered = gather()
    let began = performance.now()
    let clock = setTimeout(() => stop({ kind: 'slow' }), longestStart)
    const settle = () => {
      clearTimeout(clock)
      child.removeAllListeners('message').removeAllListeners('exit')
      signal.removeEventListener('abort', abort)
    }
    const end = (outcome: Ending) => {
      settle()
      done({ ...outcome, spent: performance.now() - began })
    }
    const stop = (outcome: Ending) => {
      child.kill('SIGKILL')
      end(outcome)
    }
    const abort = () => stop({ kind: 'left' })
    child.once('exit', () => end({ kind: 'ended' }))
    child.on('message', (said: Said) => {
      if ('portion' in said) {
        gathered.add(said)
        // Asked for in the next turn: in one alone all that a pipe holds would be taken in.
        return void setImmediate(() => child.connected && child.send({ more: true } satisfies Asked))
      }
      if ('result' in said) return end({ kind: 'answered', result: gathered.whole(said.result) })
      if ('failed' in said) return end({ kind: 'failed' })
      clearTimeout(clock)
      began = performance.now()
      clock = setTimeout(() => stop({ kind: 'slow' }), milliseconds)
    })
    signal.addEventListener('abort', abort)
    try {
      child.send(asked)
    } catch (error) {
      settle()
      child.kill('SIGKILL')
      fail(error instanceof Error ? error : new Error(String(error)))
    }
  })
}

/** While it is idle a child keeps neither a script nor a test from ending. */
export function rest(child: Child): void {
  child.unref()
  child.channel?.unref()
}

/** Undoes `rest`, for the time of a task. */
export function hold(child: Child): void {
  child.ref()
  child.channel?.ref()
}

// A busy child does not notice that this process has ended.
const alive = new Set<Child>()
const held = globalThis as typeof globalThis & { glossEndsChildren?: boolean }

function endWithUs(child: Child): void {
  alive.add(child)
  child.once('close', () => alive.delete(child))
  if (held.glossEndsChildren) return
  held.glossEndsChildren = true
  process.once('exit', () => alive.forEach((each) => each.kill('SIGKILL')))
}
