import fs from 'node:fs'
import path from 'node:path'
import { createHash, randomUUID } from 'node:crypto'
import { Fault } from './command.mjs'
import { withConnection } from './sql.mjs'

// The lock and the table are Prisma's own, so that `prisma migrate deploy` and `migrate status` agree with us.
const prismaLock = 72_707_369
const table = `
  CREATE TABLE IF NOT EXISTS "_prisma_migrations" (
    "id" VARCHAR(36) PRIMARY KEY NOT NULL,
    "checksum" VARCHAR(64) NOT NULL,
    "finished_at" TIMESTAMPTZ,
    "migration_name" VARCHAR(255) NOT NULL,
    "logs" TEXT,
    "rolled_back_at" TIMESTAMPTZ,
    "started_at" TIMESTAMPTZ NOT NULL DEFAULT now(),
    "applied_steps_count" INTEGER NOT NULL DEFAULT 0
  )`

/**
 * Applies what is missing of `prisma/migrations`, in order, each in a transaction of its own. Prisma's command does the
 * same but needs an engine that it downloads, which many schools' networks do not let through.
 * @returns the names of the migrations it applied
 */
export async function migrate(address, folder = 'prisma/migrations') {
  return withConnection(address, async (client) => {
    await client.query('SELECT pg_advisory_lock($1)', [prismaLock])
    await client.query(table)
    const { rows } = await client.query('SELECT migration_name, checksum, finished_at FROM "_prisma_migrations" WHERE rolled_back_at IS NULL')
    const applied = []
    for (const migration of pending(readMigrations(folder), rows)) {
      await apply(client, migration)
      applied.push(migration.name)
    }
    return applied
  })
}

function readMigrations(folder) {
  const names = fs.readdirSync(folder).filter((name) => fs.existsSync(path.join(folder, name, 'migration.sql')))
  return names.sort().map((name) => {
    const sql = fs.readFileSync(path.join(folder, name, 'migration.sql'), 'utf8')
    return { name, sql, checksum: createHash('sha256').update(sql).digest('hex') }
  })
}

/** The migrations still to apply. @throws Fault where the database and the folder tell different stories */
function pending(migrations, rows) {
  for (const row of rows) {
    const migration = migrations.find(({ name }) => name === row.migration_name)
    if (!migration) throw new Fault(`The database already has the migration ${row.migration_name}, which this version of Gloss does not know: use the newer version.`)
    if (!row.finished_at) throw new Fault(`The migration ${row.migration_name} once failed half-way: put the database right and mark it with \`npx prisma migrate resolve\`.`)
    if (migration.checksum !== row.checksum) throw new Fault(`The migration ${row.migration_name} was changed after it was applied: restore the file and put the change into a new migration.`)
  }
  return migrations.filter(({ name }) => !rows.some((row) => row.migration_name === name))
}

async function apply(client, { name, sql, checksum }) {
  const startedAt = new Date()
  await client.query('BEGIN')
  try {
    await client.query(sql)
    await client.query(
      `INSERT INTO "_prisma_migrations" (id, checksum, migration_name, started_at, finished_at, applied_steps_count)
       VALUES ($1, $2, $3, $4, now(), 1)`,
      [randomUUID(), checksum, name, startedAt],
    )
    await client.query('COMMIT')
  } catch (error) {
    await client.query('ROLLBACK')
    throw new Fault(`The migration ${name} failed and nothing of it was kept (${error.message}): correct its SQL, or the database, and run the command again.`)
  }
}

/** A server that somebody else set up may have a locale in which Chinese cannot be searched: says so in a sentence. */
export async function warnOfLocale(address) {
  const finds = await withConnection(address, async (client) => {
    const { rows } = await client.query(`SELECT show_trgm('維基百科') AS trigrams`)
    return rows[0].trigrams.length > 0
  }).catch((error) => {
    if (error.code === '42883') return false
    throw error
  })
  if (!finds) console.warn('Warning: this database makes no trigrams of Chinese, so that searching finds no Chinese text; make it anew with LC_CTYPE C.UTF-8, as docs/operating.md shows.')
}
