import 'server-only'
import postgres from 'postgres'

export type Listener = { close(): Promise<void> }

/**
 * Hears PostgreSQL's notices on a connection of its own, one for the process. A connection that was lost is made again
 * until it stands; then `onListening` is called, as at the first time, since notices were missed meanwhile. Resolves
 * when it listens.
 * @throws where the database cannot be reached now.
 */
export async function listen(
  address: string,
  channels: Record<string, (payload: string) => void>,
  onListening: () => void,
): Promise<Listener> {
  const sql = postgres(address, {
    max: 1,
    connect_timeout: 10,
    keep_alive: 15,
    backoff: (tries: number) => Math.min(2, 0.05 * 2 ** tries) * (0.5 + Math.random() / 2),
    connection: { application_name: 'gloss-live' },
    onnotice: () => {},
  })
  try {
    await Promise.all(Object.entries(channels).map(([name, hear]) => sql.listen(name, hear, onListening)))
  } catch (error) {
    await sql.end({ timeout: 0 })
    throw error
  }
  return { close: () => sql.end({ timeout: 0 }) }
}
