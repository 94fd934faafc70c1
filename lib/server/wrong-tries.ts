import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { pool } from './db'
import { limitKey } from './limits'

/**
 * How guessing is slowed down without ever locking anybody out: so many wrong tries are `free`, each further one makes the
 * pause before the next twice as long, from `first` to `longest` seconds, and all are forgotten `forget` minutes after the
 * last. A refused try makes no pause longer. What one counts under is chosen so that strangers' tries stay theirs: a
 * browser that signed in to the account before counts by itself.
 */
const table = {
  'sign-in:browser': { free: 10, first: 60, longest: 900, forget: 60 },
  'sign-in:account-client': { free: 10, first: 60, longest: 900, forget: 60 },
  /** All strangers together: 60 guesses an hour at most, however many addresses they come from. */
  'sign-in:account': { free: 100, first: 15, longest: 60, forget: 24 * 60 },
  /** One address that tries many accounts; a whole school may stand behind it. */
  'sign-in:client': { free: 100, first: 5, longest: 10, forget: 60 },
  /** Codes of classes and of students without an address; a whole class types them behind one address. */
  'code:client': { free: 200, first: 5, longest: 30, forget: 60 },
  'code:browser': { free: 50, first: 5, longest: 60, forget: 60 },
  'code:account': { free: 50, first: 5, longest: 60, forget: 60 },
} satisfies Record<string, { free: number; first: number; longest: number; forget: number }>

/** Every kind of try there is. */
export const tryNames = Object.keys(table)
export type WrongTry = readonly [name: keyof typeof table, ...key: (string | null)[]]

/** A try that counts as wrong until it is given back. */
export type Try = {
  /** Says that it was right: it counts for nothing, and leaves the pause of others as it was. */
  giveBack(): Promise<void>
}

/**
 * Counts a try under each of `counts` before it is made, so that a hundred at once are a hundred. Refused as `rateLimited`
 * with the minutes to wait while a pause lasts; then nothing is counted.
 * @throws when the database does not answer: a try that cannot be counted is not made
 */
export async function beginTry(...counts: WrongTry[]): Promise<Result<Try>> {
  const begun: Counted[] = []
  const giveBack = async () => {
    for (const counted of begun) await undo(counted)
  }
  for (const count of counts) {
    const counted = await take(count)
    if ('wait' in counted) {
      await giveBack()
      return refuse('rateLimited', '', { minutes: Math.max(1, Math.ceil(counted.wait / 60_000)) })
    }
    begun.push(counted)
  }
  return accept({ giveBack })
}

/** Until when a count is kept now, and until when it was before (milliseconds since 1970). */
type Counted = { key: string; until: number; before: number | null }

async function take([name, ...rest]: WrongTry): Promise<Counted | { wait: number }> {
  const { free, first, longest, forget } = table[name]
  const [key, now, kept] = [limitKey(name, rest), Date.now(), forget * 60_000]
  const values = [key, now, kept, free, first * 1000, longest * 1000]
  const { rows: [row] } = await pool.query<{ counted: boolean; before: number | null; wait: number | null }>({ name: 'gloss-begin-try', text: begin, values })
  return row?.counted ? { key, until: now + kept, before: row.before } : { wait: row?.wait ?? 0 }
}

/** Milliseconds since 1970 at which the next try may be made: the last one was `forget` before the count ends. */
const nextTry = '(kept.expire - $3::bigint + least($6::bigint, $5::bigint * power(2, least(kept.points - $4::int, 20)))::bigint)'

const begin = `
  with before as materialized (
    select points, expire::float8, ${nextTry} - $2::bigint as wait from "RateLimit" kept where key = $1
  ), counted as (
    insert into "RateLimit" as kept (key, points, expire) values ($1, 1, $2::bigint + $3::bigint)
    on conflict (key) do update set
      points = case when kept.expire <= $2::bigint then 1 else kept.points + 1 end, expire = excluded.expire
    where kept.expire <= $2::bigint or kept.points < $4::int or ${nextTry} <= $2::bigint
    returning 1
  )
  select exists (select from counted) as counted, (select expire from before) as before, (select wait::float8 from before) as wait`

const undo = ({ key, until, before }: Counted) =>
  pool.query({
    name: 'gloss-give-try-back',
    text: `update "RateLimit" set points = greatest(points - 1, 0), expire = case when expire = $2::bigint then coalesce($3::bigint, expire) else expire end where key = $1`,
    values: [key, until, before],
  })
