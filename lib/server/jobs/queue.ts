import 'server-only'
import PgBoss from 'pg-boss'
import type { Prisma } from '@/prisma/generated/client'
import { pool } from '../db'

/**
 * The queues, with how long a job may take (seconds) before it counts as lost with its process, and how often it is then
 * begun anew. A job's process may die at any moment, so that every job can be done twice.
 */
export const queues = {
  'import-article': { expireInSeconds: 90, retryLimit: 2, retryDelay: 0 },
  'remove-imports': { expireInSeconds: 300, retryLimit: 1, retryDelay: 60 },
  'remove-classes': { expireInSeconds: 900, retryLimit: 1, retryDelay: 60 },
  'remove-lti-launches': { expireInSeconds: 300, retryLimit: 1, retryDelay: 60 },
  'compare-scores': { expireInSeconds: 600, retryLimit: 1, retryDelay: 60, policy: 'short' },
  'send-scores': { expireInSeconds: 600, retryLimit: 1, retryDelay: 60, policy: 'short' },
  'purge-old': { expireInSeconds: 1_800, retryLimit: 1, retryDelay: 60 },
  'rotate-lti-keys': { expireInSeconds: 60, retryLimit: 3, retryDelay: 60 },
} as const satisfies Record<string, PgBoss.Queue | Omit<PgBoss.Queue, 'name'>>

export type QueueName = keyof typeof queues
/** What each job is told. */
export type JobData = { [Name in Exclude<QueueName, 'import-article' | 'send-scores'>]: Record<string, never> } & {
  'import-article': { importId: string }
  'send-scores': { assignmentId?: string }
}

/** How often lost jobs are looked for, in seconds. */
const maintenance = 30

// Held by the process, not by the module, as the database's connections are.
const held = globalThis as typeof globalThis & { glossQueue?: Promise<PgBoss> }

/**
 * The queue in the same database, in a schema of its own (`pgboss`) that it makes and keeps itself. `working` opens it for
 * doing jobs, which whoever starts them asks first; else it only takes them.
 * @throws when the database does not answer.
 */
export function openQueue(mode: 'working' | 'sending' = 'sending'): Promise<PgBoss> {
  held.glossQueue ??= begin(mode === 'working').catch((error: unknown) => {
    held.glossQueue = undefined
    throw error
  })
  return held.glossQueue
}

/**
 * Puts a job into its queue within `tx`: it is there when the transaction commits, and never if it does not. `queue` is
 * opened before the transaction begins. Where the queue is `short`, one job `about` the same thing waits at a time.
 */
export async function enqueue<Name extends QueueName>(tx: Prisma.TransactionClient, queue: PgBoss, name: Name, data: JobData[Name], about?: string): Promise<void> {
  const executeSql = async (sql: string, values: unknown[]) => ({ rows: await tx.$queryRawUnsafe<unknown[]>(sql, ...values) })
  await queue.send(name, data, { db: { executeSql }, ...(about !== undefined && { singletonKey: about }) })
}

/** Closes the queue: jobs under way are given `milliseconds` to end, then go back to be begun elsewhere. */
export async function closeQueue(milliseconds = 3_000): Promise<void> {
  const open = held.glossQueue
  held.glossQueue = undefined
  await (await open)?.stop({ graceful: true, timeout: milliseconds })
}

async function begin(working: boolean): Promise<PgBoss> {
  const queue = new PgBoss({
    db: { executeSql },
    schema: 'pgboss',
    supervise: working,
    schedule: working,
    maintenanceIntervalSeconds: maintenance,
    archiveCompletedAfterSeconds: 3_600,
    deleteAfterDays: 7,
  })
  queue.on('error', (error) => console.error('The job queue reports:', error.message))
  await oneAtATime(async () => {
    await queue.start()
    for (const [name, options] of Object.entries(queues)) await queue.createQueue(name, { name, ...options })
  })
  return queue
}

/** A connection on which something failed may be left within a transaction: it is not used again. */
async function executeSql(sql: string, values: unknown[]) {
  const client = await pool.connect()
  try {
    const result = await client.query(sql, values)
    client.release()
    return result
  } catch (error) {
    client.release(true)
    throw error
  }
}

/** Processes that start at once would make the same tables. */
async function oneAtATime(work: () => Promise<void>): Promise<void> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [startLock])
    await work()
    await client.query('select pg_advisory_unlock($1)', [startLock])
    client.release()
  } catch (error) {
    // Closing the connection gives the lock back.
    client.release(true)
    throw error
  }
}

/** Any number that nobody else locks. */
const startLock = 7_263_541
