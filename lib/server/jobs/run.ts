import 'server-only'
import type PgBoss from 'pg-boss'
import { closeQueue, openQueue, type QueueName } from './queue'
import { jobs } from './registry'

/**
 * Begins to do jobs in this process, beside whatever other processes do; they never take the same one. Where the database
 * does not answer it tries again until it does. @returns how to stop: jobs under way are told to end and go back.
 */
export function startJobs(): () => Promise<void> {
  const stopping = new AbortController()
  const started = begin(stopping.signal)
  return async () => {
    stopping.abort(new Error('This process ends'))
    await started
    await closeQueue()
  }
}

/** Does jobs until this process is told to end. */
export function runJobs(): void {
  const stop = startJobs()
  const end = () => void stop().catch((error: unknown) => console.error('The jobs did not end well:', error))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

async function begin(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const queue = await openQueue('working')
      for (const name of Object.keys(jobs) as QueueName[]) await take(queue, name, signal)
      return
    } catch (error) {
      console.error('The job queue does not start; trying again in three seconds:', error)
      await new Promise((go) => setTimeout(go, 3_000).unref())
    }
  }
}

async function take<Name extends QueueName>(queue: PgBoss, name: Name, signal: AbortSignal): Promise<void> {
  const { work, atOnce, every, cron } = jobs[name]
  if (cron) await queue.schedule(name, cron, {})
  for (let worker = 0; worker < atOnce; worker += 1) {
    await queue.work<Parameters<typeof work>[0]>(name, { pollingIntervalSeconds: every, includeMetadata: true }, async ([job]) => {
      if (!job) return
      await work(job.data, { signal, last: job.retryCount >= job.retryLimit }).catch((error: unknown) => {
        if (!signal.aborted) console.error(`The job ${name} failed:`, error)
        throw error
      })
    })
  }
}
