import 'server-only'
import { pool } from './db'
import { purgePeriods } from './purge-periods'

const day = 24 * 60 * 60 * 1000
/** Rows of one statement, and statements of one run: what is left goes with the next. */
const [rowsAtOnce, mostStatements] = [1_000, 200]

/**
 * Removes or empties whatever is older than its period, a limited number of rows at a time, so that nobody waits for it.
 * Any number of processes may do it at once.
 * @returns how many rows each period had
 */
export async function purge(now = new Date()): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const { name, days, batch } of purgePeriods) counts[name] = await purgeOne(batch, new Date(now.getTime() - days * day))
  return counts
}

async function purgeOne(batch: string, before: Date): Promise<number> {
  // A statement that empties goes on from its last row; of those that remove nothing stays to be passed by.
  const passes = batch.includes('order by')
  let [count, after]: [number, string | null] = [0, null]
  for (let statement = 0; statement < mostStatements; statement += 1) {
    const rows: { id: string }[] = (await pool.query(batch, [before, after, rowsAtOnce])).rows
    count += rows.length
    if (rows.length < rowsAtOnce) break
    if (passes) after = rows.at(-1)?.id ?? null
  }
  return count
}
