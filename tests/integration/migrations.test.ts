import { createHash } from 'node:crypto'
import { appendFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeEach, describe, expect, inject, test } from 'vitest'
import { migrate } from '../../scripts/steps/migrate.mjs'
import { dropDatabase } from '../../scripts/steps/test-server.mjs'

const folder = mkdtempSync(path.join(tmpdir(), 'gloss-migrations-'))
const shipped = readdirSync('prisma/migrations', { withFileTypes: true }).filter((each) => each.isDirectory()).map(({ name }) => name).sort()
let address: string

// Each test migrates an empty database, from a copy of our migrations that it may change.
beforeEach(async () => {
  rmSync(folder, { recursive: true, force: true })
  cpSync('prisma/migrations', folder, { recursive: true })
  address = await emptyDatabase()
})
afterEach(() => dropDatabase(address))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

test('all of them are applied to an empty database, in order, and recorded as Prisma records them', async () => {
  expect(await migrate(address, folder)).toEqual(shipped)
  const rows = await query('SELECT * FROM "_prisma_migrations" ORDER BY migration_name')
  expect(rows.map((row) => row.migration_name)).toEqual(shipped)
  for (const row of rows) {
    const sql = readFileSync(path.join(folder, row.migration_name, 'migration.sql'))
    expect(row.checksum).toBe(createHash('sha256').update(sql).digest('hex'))
    expect(row).toMatchObject({ applied_steps_count: 1, rolled_back_at: null, logs: null })
    expect(row.finished_at.getTime()).toBeGreaterThanOrEqual(row.started_at.getTime())
  }
})

test('a second time nothing is left to do', async () => {
  await migrate(address, folder)
  expect(await migrate(address, folder)).toEqual([])
})

test('two processes at once apply each of them once', async () => {
  const applied = await Promise.all([migrate(address, folder), migrate(address, folder)])
  expect(applied.flat()).toEqual(shipped)
})

describe('refused with a sentence:', () => {
  test('a migration that fails, of which nothing stays', async () => {
    await migrate(address, folder)
    add('99990101000000_broken', 'CREATE TABLE half (id int); SELECT nonsense;')
    await expect(migrate(address, folder)).rejects.toThrow(/99990101000000_broken failed and nothing of it was kept/)
    expect(await query(`SELECT to_regclass('half') AS half`)).toEqual([{ half: null }])
    add('99990101000000_broken', 'CREATE TABLE half (id int);')
    expect(await migrate(address, folder)).toEqual(['99990101000000_broken'])
  })

  test('one that was changed after it was applied', async () => {
    await migrate(address, folder)
    appendFileSync(path.join(folder, shipped[0] ?? '', 'migration.sql'), '\n-- changed\n')
    await expect(migrate(address, folder)).rejects.toThrow(/was changed after it was applied/)
  })

  test('a database that is newer than the program', async () => {
    add('99990101000000_newer', 'SELECT 1;')
    await migrate(address, folder)
    rmSync(path.join(folder, '99990101000000_newer'), { recursive: true })
    await expect(migrate(address, folder)).rejects.toThrow(/99990101000000_newer, which this version of Gloss does not know/)
  })
})

function add(name: string, sql: string) {
  mkdirSync(path.join(folder, name), { recursive: true })
  writeFileSync(path.join(folder, name, 'migration.sql'), sql)
}

async function emptyDatabase(): Promise<string> {
  const url = new URL(inject('template'))
  url.pathname = '/postgres'
  const name = `gloss_empty_${Date.now()}`
  await query(`CREATE DATABASE ${name}`, url.href)
  url.pathname = `/${name}`
  return url.href
}

async function query(sql: string, at = address) {
  const client = new pg.Client({ connectionString: at })
  await client.connect()
  try {
    return (await client.query(sql)).rows
  } finally {
    await client.end()
  }
}
