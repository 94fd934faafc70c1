import 'server-only'
import { readdir } from 'node:fs/promises'
import { pool } from './db'

export type Readiness = { ready: true } | { ready: false; reason: 'database' | 'migrations' }

/**
 * Whether requests can be served: the database answers, and every migration this version ships has been applied to it.
 * Asked by load balancers, so it concerns nobody's data and takes no viewer.
 */
export async function readiness(): Promise<Readiness> {
  const applied = await appliedMigrations()
  if (!applied) return { ready: false, reason: 'database' }
  const shipped = await shippedMigrations()
  return shipped.every((name) => applied.has(name)) ? { ready: true } : { ready: false, reason: 'migrations' }
}

async function appliedMigrations(): Promise<Set<string> | null> {
  try {
    const table = await pool.query<{ there: boolean }>(`SELECT to_regclass('"_prisma_migrations"') IS NOT NULL AS there`)
    if (!table.rows[0]?.there) return new Set()
    const { rows } = await pool.query<{ name: string }>(
      'SELECT migration_name AS name FROM "_prisma_migrations" WHERE finished_at IS NOT NULL AND rolled_back_at IS NULL',
    )
    return new Set(rows.map(({ name }) => name))
  } catch (error) {
    console.error('The database does not answer:', error)
    return null
  }
}

async function shippedMigrations(): Promise<string[]> {
  const entries = await readdir('prisma/migrations', { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name)
}
