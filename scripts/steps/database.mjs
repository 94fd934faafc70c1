import fs from 'node:fs'
import path from 'node:path'
import { Fault, atEnd } from './command.mjs'
import { alone } from './lock.mjs'
import { migrate, warnOfLocale } from './migrate.mjs'
import { dataFolder } from './postgres-home.mjs'
import { startPostgres, stopPostgres } from './postgres.mjs'
import { alive, installed, must } from './run.mjs'
import { createIfMissing, withConnection } from './sql.mjs'
import { localSecret } from './web.mjs'

const addressFile = '.gloss/database-url'
const usersFolder = '.gloss/database-users'
const seededFile = '.gloss/seeded'

/**
 * The database of DATABASE_URL, else our own, started where it is not running and stopped when the last command that
 * uses it ends.
 * @returns its address; the database exists, its tables may not
 */
export async function openDatabase() {
  const given = process.env.DATABASE_URL
  if (!given) return openOwn()
  await createIfMissing(given)
  return given
}

async function openOwn() {
  return alone('database', 'starting the database', async () => {
    const folder = dataFolder()
    fs.mkdirSync(usersFolder, { recursive: true })
    const us = path.join(usersFolder, String(process.pid))
    fs.writeFileSync(us, '')
    atEnd(() => closeOwn(folder, us))
    const server = await startPostgres(folder)
    if (server.made) fs.rmSync(seededFile, { force: true })
    const address = server.address('gloss')
    await createIfMissing(address)
    fs.writeFileSync(addressFile, `${address}\n`, { mode: 0o600 })
    return address
  })
}

async function closeOwn(folder, us) {
  await alone('database', 'stopping the database', async () => {
    fs.rmSync(us, { force: true })
    for (const name of fs.readdirSync(usersFolder)) {
      if (alive(Number(name))) return
      fs.rmSync(path.join(usersFolder, name), { force: true })
    }
    await stopPostgres(folder)
  })
}

/** Brings the tables up to date and says what it did. */
export async function bringUpToDate(address) {
  const applied = await migrate(address)
  if (applied.length > 0) console.log(`Migrations applied: ${applied.join(', ')}`)
  await warnOfLocale(address)
}

/** Whether an account of the samples is in a database: their passwords are public. */
export async function hasSamples(address) {
  const { demoAccounts } = await import('../../prisma/demo/accounts.mjs')
  return (await accountsAmong(address, 'id = any($1::uuid[])', demoAccounts)) > 0
}

/**
 * Refuses a database that is somebody's site: among the samples' accounts is an administrator with a public password. Our
 * own is for the samples, and people may have signed up in it.
 * @throws Fault where DATABASE_URL names one with other accounts than the samples'
 */
async function refuseForeign(address) {
  if (!process.env.DATABASE_URL) return
  const { demoAccounts } = await import('../../prisma/demo/accounts.mjs')
  if ((await accountsAmong(address, 'id <> all($1::uuid[])', demoAccounts)) === 0) return
  throw new Fault('The database of DATABASE_URL has accounts of its own, and the samples would add an administrator whose password is public: nothing was written. Use an empty database for the samples.')
}

function accountsAmong(address, condition, accounts) {
  return withConnection(address, async (client) => {
    const { rows } = await client.query(`select count(*)::int as found from "User" where ${condition}`, [accounts.map(({ id }) => id)])
    return rows[0].found
  })
}

/** Fills a database with the samples; what is there already stays as it is. */
export async function seed(address) {
  await refuseForeign(address)
  console.log('Writing the sample articles and their readers ...')
  const sentence = 'The samples could not be written: see the message above, and run `npm run seed` when it is put right.'
  await must(sentence, process.execPath, [installed.tsx, '--conditions=react-server', 'prisma/seed.ts'], {
    quiet: true,
    // What counts the writer's requests does so under keyed hashes.
    env: { ...process.env, DATABASE_URL: address, NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || localSecret() },
  })
}

/** Seeds each database once, so that what its people deleted does not come back. */
export async function seedOnce(address) {
  const { host, pathname } = new URL(address)
  const oid = await withConnection(address, async (client) => {
    const { rows } = await client.query('SELECT oid FROM pg_database WHERE datname = current_database()')
    return rows[0].oid
  })
  // Our own server may change its port; a database that was dropped and made again has another number.
  const identity = `${process.env.DATABASE_URL ? host : 'own'}${pathname}#${oid}`
  const known = fs.existsSync(seededFile) ? fs.readFileSync(seededFile, 'utf8').split('\n') : []
  if (known.includes(identity)) return
  await seed(address)
  fs.appendFileSync(seededFile, `${identity}\n`)
}
