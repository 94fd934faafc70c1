import fs from 'node:fs'
import path from 'node:path'
import { randomBytes } from 'node:crypto'
import { migrate } from './migrate.mjs'
import { temporaryServerFolder } from './postgres-home.mjs'
import { startPostgres, stopPostgres } from './postgres.mjs'
import { alive, textOf } from './run.mjs'
import { withConnection } from './sql.mjs'

const template = 'gloss_template'
const notes = '.gloss/test-servers'

/**
 * A PostgreSQL for tests alone, in a temporary folder, with a migrated database to copy from. It keeps nothing, so it
 * does not wait for the disk.
 * @returns {Promise<{ address: string, stop: () => Promise<void> }>} the address of the database to copy
 */
export async function startTestServer() {
  await removeForgotten()
  const folder = temporaryServerFolder()
  fs.mkdirSync(notes, { recursive: true })
  const note = path.join(notes, String(process.pid))
  fs.writeFileSync(note, folder)
  const settings = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }
  const server = await startPostgres(folder, settings)
  await withConnection(server.address('postgres'), (client) => client.query(`CREATE DATABASE ${template}`))
  await migrate(server.address(template))
  const stop = async () => {
    await server.stop()
    fs.rmSync(folder, { recursive: true, force: true })
    fs.rmSync(note, { force: true })
  }
  return { address: server.address(template), stop }
}

/** A new database, copied from the one at `address`, to which nobody may be connected. @returns its address */
export async function copyDatabase(address) {
  const { admin, name } = split(address)
  const copy = `gloss_${randomBytes(8).toString('hex')}`
  await withConnection(admin, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(copy)} TEMPLATE ${client.escapeIdentifier(name)}`))
  const made = new URL(address)
  made.pathname = `/${copy}`
  return made.href
}

/** Ends whatever is connected to a database and removes it. */
export async function dropDatabase(address) {
  const { admin, name } = split(address)
  await withConnection(admin, (client) =>
    client.query(`DROP DATABASE IF EXISTS ${client.escapeIdentifier(name)} WITH (FORCE)`))
}

function split(address) {
  const url = new URL(address)
  const name = decodeURIComponent(url.pathname.slice(1))
  url.pathname = '/postgres'
  return { admin: url.href, name }
}

/** Servers whose tests were killed before they could stop them. */
async function removeForgotten() {
  for (const name of fs.existsSync(notes) ? fs.readdirSync(notes) : []) {
    if (alive(Number(name))) continue
    const folder = textOf(path.join(notes, name))
    if (folder && path.basename(folder).startsWith('gloss-test-') && fs.existsSync(folder)) {
      await stopPostgres(folder)
      fs.rmSync(folder, { recursive: true, force: true })
    }
    fs.rmSync(path.join(notes, name), { force: true })
  }
}
