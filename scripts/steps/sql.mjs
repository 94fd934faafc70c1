import { Fault } from './command.mjs'

/** A connection by pg, which is imported late because it may have been installed a moment ago. */
export async function connect(address) {
  const { default: pg } = await import('pg')
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 10_000 })
  client.on('error', () => {})
  await client.connect()
  return client
}

/** Does something with one connection. @throws Fault where the database cannot be reached */
export async function withConnection(address, work) {
  const client = await connect(address).catch((error) => {
    throw unreachable(address, error)
  })
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

/** Makes the database of an address where the server is there and only the database is missing. */
export async function createIfMissing(address) {
  const missing = await connect(address).then(
    (client) => client.end(),
    (error) => {
      if (error.code === '3D000') return true
      throw unreachable(address, error)
    },
  )
  if (!missing) return
  const { hostname, pathname } = new URL(address)
  const name = decodeURIComponent(pathname.slice(1))
  const server = new URL(address)
  server.pathname = '/postgres'
  await withConnection(server.href, (client) =>
    client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`).catch((error) => {
      // Another command made it at the same moment.
      if (error.code === '42P04' || error.code === '23505') return
      throw new Fault(`The server ${hostname} has no database "${name}" and does not let us make one (${error.message}): make it, and run the command again.`)
    }),
  )
}

function unreachable(address, error) {
  let where = 'named by DATABASE_URL'
  try {
    const { hostname, port, pathname } = new URL(address)
    where = `${pathname.slice(1)} at ${hostname}:${port || 5432}`
  } catch {
    return new Fault('DATABASE_URL is not an address: it looks like postgres://user:password@host:5432/gloss.')
  }
  const reason = error.code ?? error.message
  return new Fault(`The database ${where} cannot be reached (${reason}): start it, or correct DATABASE_URL, and run the command again.`)
}
