import fs from 'node:fs'
import { Fault, command } from './steps/command.mjs'
import { bringUpToDate, hasSamples } from './steps/database.mjs'
import { webPort } from './steps/port.mjs'
import { requireInstalled } from './steps/prepare.mjs'
import { createIfMissing } from './steps/sql.mjs'
import { serve } from './steps/web.mjs'

// `npm start`: production. It makes up nothing: the database and the secret come from the environment.
command(async () => {
  requireInstalled()
  if (!fs.existsSync('.next/BUILD_ID')) throw new Fault('There is no build yet: run `npm run build` first.')
  const database = required('DATABASE_URL', 'the address of a PostgreSQL database, as in postgres://user:password@host:5432/gloss')
  if (required('NEXTAUTH_SECRET', 'a secret of at least 32 characters, as made by `openssl rand -base64 32`').length < 32) {
    throw new Fault('NEXTAUTH_SECRET is too short: set it to at least 32 characters, as made by `openssl rand -base64 32`.')
  }
  // Behind a proxy of one's own, whoever reached the port itself would pass the proxy by, its TLS and its limits.
  const host = process.env.HOST || (Number(process.env.TRUST_PROXY) > 0 ? '127.0.0.1' : undefined)
  const port = await webPort('start', host ?? '::')
  await createIfMissing(database)
  await bringUpToDate(database)
  if (await hasSamples(database)) console.warn('Warning: this database holds the accounts of the samples, whose passwords are public, one of them an administrator\'s: delete them, or give them other passwords.')
  const address = process.env.NEXTAUTH_URL || `http://localhost:${port}`
  if (!process.env.NEXTAUTH_URL) console.warn(`Warning: NEXTAUTH_URL is not set, so that links in mails will begin with ${address}; set it to the public address.`)
  const { ended } = await serve('start', { port, host, env: { NODE_ENV: 'production', NEXTAUTH_URL: address } })
  console.log(`Gloss is ready at ${address}, listening on ${host ? `${host} only` : 'every interface'}, port ${port}`)
  await ended
}, 0)

function required(name, what) {
  if (process.env[name]) return process.env[name]
  throw new Fault(`${name} is not set: set it to ${what}.`)
}
