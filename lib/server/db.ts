import 'server-only'
import { PrismaPg } from '@prisma/adapter-pg'
import { Pool } from 'pg'
import { PrismaClient } from '@/prisma/generated/client'
import { env } from './env'

type Connections = { pool: Pool; client: PrismaClient }

// Held by the process, not by the module: a development server reloads modules and would leak a pool each time.
const held = globalThis as typeof globalThis & { glossConnections?: Connections }

/**
 * The database. It connects at the first query, so that modules may import it where there is none (a build).
 * @throws Error at the first use where DATABASE_URL is missing or malformed.
 */
export const db = whenUsed(() => connections().client)

/** The same connections for what does not go through Prisma: the rate limiter's store, bulk SQL. */
export const pool = whenUsed(() => connections().pool)

/** Ends every connection of this process: for scripts and tests, which would otherwise wait for idle ones. */
export async function disconnect(): Promise<void> {
  const open = held.glossConnections
  held.glossConnections = undefined
  await open?.client.$disconnect()
  await open?.pool.end()
}

function connections(): Connections {
  return (held.glossConnections ??= connect())
}

/**
 * What a connection may be held for, in milliseconds, kept by PostgreSQL itself: one statement, and a transaction in which
 * nothing is asked. Ten connections are all that a process has, so that ten stuck ones would be the end of it.
 */
export const connectionLimits = { statement_timeout: 30_000, idle_in_transaction_session_timeout: 60_000 } as const

function connect(): Connections {
  const shared = new Pool({ connectionString: env('DATABASE_URL'), max: 10, connectionTimeoutMillis: 10_000, ...connectionLimits })
  // An idle connection that the server closes is replaced by the pool; unheard, the event would end the process.
  shared.on('error', (error) => console.error(`A database connection was lost: ${error.message}`))
  return { pool: shared, client: new PrismaClient({ adapter: new PrismaPg(shared) }) }
}

/** An object that is made at the first use of one of its properties. */
function whenUsed<T extends object>(make: () => T): T {
  return new Proxy({} as T, {
    get(_, key) {
      const made = make()
      const value: unknown = Reflect.get(made, key)
      // Methods run on the object itself: private fields cannot be reached through a proxy.
      return typeof value === 'function' && key !== 'constructor' ? value.bind(made) : value
    },
  })
}
