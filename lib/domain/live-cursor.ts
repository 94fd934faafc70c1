/**
 * How far a reader of live events has come: everything that was committed in the database's `snapshot`, as PostgreSQL
 * writes one (`xmin:xmax:xip,...`). Ids are given out before their transactions commit, so "everything after row 7"
 * would miss a row 6 that commits later; "everything that this snapshot could not see" misses nothing. `row` is the
 * audit row of the event that carried the cursor, 0 where none did.
 */
export type LiveCursor = { snapshot: string; row: string }

/** The longest cursor that is read, in characters: a snapshot that names some hundreds of open transactions. */
const longest = 6000

/** A cursor as the `id` of an event: digits, colons and commas, a point before the row. `735:739:736,738.42` */
export const formatCursor = ({ snapshot, row }: LiveCursor): string => `${snapshot}.${row}`

/** What `formatCursor` wrote, or null for anything that PostgreSQL would not take for a snapshot. */
export function parseCursor(text: string): LiveCursor | null {
  if (text.length > longest) return null
  const parts = /^((\d{1,20}):(\d{1,20}):((?:\d{1,20}(?:,\d{1,20})*)?))\.(\d{1,18})$/.exec(text)
  if (!parts) return null
  const [, snapshot = '', least = '', end = '', open = '', row = ''] = parts
  const from = BigInt(least)
  const to = BigInt(end)
  const running = open === '' ? [] : open.split(',').map(BigInt)
  const ascending = running.every((id, at) => id >= from && id < to && (at === 0 || id > (running[at - 1] ?? 0n)))
  return from > 0n && from <= to && to < 2n ** 64n && ascending ? { snapshot, row } : null
}
