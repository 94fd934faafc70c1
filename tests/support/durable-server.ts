import fs from 'node:fs'
import path from 'node:path'
import type { Client } from 'pg'
import { migrate } from '../../scripts/steps/migrate.mjs'
import { temporaryServerFolder } from '../../scripts/steps/postgres-home.mjs'
import { startPostgres } from '../../scripts/steps/postgres.mjs'
import { pause } from '../../scripts/steps/run.mjs'
import { withConnection } from '../../scripts/steps/sql.mjs'

export type DurableServer = {
  address: string
  /** Ends the server as a power cut would: nothing is finished, nothing written out. Then starts it again. */
  crash: () => Promise<void>
  /** What the server wrote in its log. */
  log: () => string
  stop: () => Promise<void>
}

/** A PostgreSQL of a test's own with the settings of a real one: a commit is answered when it is on the disk. */
export async function startDurableServer(): Promise<DurableServer> {
  const folder = temporaryServerFolder()
  let server = await startPostgres(folder)
  await withConnection(server.address('postgres'), (client: Client) => client.query('CREATE DATABASE gloss'))
  const address = server.address('gloss')
  await migrate(address)
  return {
    address,
    crash: async () => {
      await endAtOnce(folder)
      server = await startPostgres(folder)
      // Whoever writes goes on with the address they know.
      if (server.address('gloss') !== address) throw new Error('The server came back on another port.')
    },
    log: () => fs.readFileSync(path.join(folder, 'server.log'), 'utf8'),
    stop: async () => {
      await server.stop()
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

/** What `pg_ctl stop -m immediate` does. */
async function endAtOnce(folder: string): Promise<void> {
  const note = path.join(folder, 'postmaster.pid')
  process.kill(Number(fs.readFileSync(note, 'utf8').split('\n')[0]), 'SIGQUIT')
  for (let waited = 0; fs.existsSync(note); waited += 20) {
    if (waited > 10_000) throw new Error('The server did not end.')
    await pause(20)
  }
}
