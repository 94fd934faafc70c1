import { execFileSync } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'

/** What an attack did to the site: the longest wait for an answer of another, in ms, and resident memory in MB. */
export type Harm = { longest: number; before: number; highest: number; after: number; children: number }

/** Milliseconds without an attack, before its memory is what stays. */
const quiet = 12_000

// In a thread of its own: what this process sends must not delay what it measures.
const asking = `
  const { parentPort, workerData } = require('node:worker_threads')
  let longest = 0
  parentPort.on('message', () => { parentPort.postMessage(longest); longest = 0 })
  void (async () => {
    for (;;) {
      const began = performance.now()
      await fetch(workerData + '/api/health/live', { signal: AbortSignal.timeout(180000) }).then((answer) => answer.text(), () => new Promise((go) => setTimeout(go, 20)))
      longest = Math.max(longest, performance.now() - began)
      await new Promise((go) => setTimeout(go, 5))
    }
  })()`

/** Watches a site, whose process is `pid`, while it is attacked. */
export function watchSite(site: string, pid: number) {
  const worker = new Worker(asking, { eval: true, workerData: site })
  worker.unref()
  const longest = () => new Promise<number>((done) => (worker.once('message', done), worker.postMessage('longest')))
  return async (attack: () => Promise<unknown>): Promise<Harm> => {
    await pause(500)
    await longest()
    const before = memoryOf(pid).own
    let highest = before
    const clock = setInterval(() => (highest = Math.max(highest, memoryOf(pid).own)), 200)
    await attack()
    // What was begun may outlast its answer.
    await pause(1_000)
    const harm = await longest()
    clearInterval(clock)
    await pause(quiet)
    const { own, children } = memoryOf(pid)
    return { longest: harm, before, highest, after: own, children }
  }
}

/** Resident memory of a process and of its children, in MB; 0 where it is gone. */
function memoryOf(pid: number): { own: number; children: number } {
  const rows = execFileSync('ps', ['-A', '-o', 'pid=,ppid=,rss='], { encoding: 'utf8' }).trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number))
  const sum = (some: number[][]) => Math.round(some.reduce((total, [, , kilobytes = 0]) => total + kilobytes, 0) / 1024)
  return { own: sum(rows.filter(([id]) => id === pid)), children: sum(rows.filter(([, parent]) => parent === pid)) }
}
