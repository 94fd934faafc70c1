import 'server-only'
import { createHash, randomUUID } from 'node:crypto'
import { decode, encode } from 'next-auth/jwt'
import { z } from 'zod'
import { env } from './env'
import { hostCookie } from './host-cookie'

/** A browser in which people signed in before: a name of its own, and a mark of each account, the latest first. */
export type KnownBrowser = { id: string; accounts: string[] }

/** Seconds for which a browser is remembered after the last sign-in. */
export const browserMemory = 365 * 24 * 60 * 60
/** Accounts that one browser is remembered for: a computer of a school has many. */
const most = 20
const salt = 'gloss known browser'

/** Where a browser keeps the proof. It lets nobody in: it only keeps strangers' wrong tries apart from this browser's. */
export function browserCookie() {
  const { name, options } = hostCookie('gloss-browser')
  return { name, options: { ...options, maxAge: browserMemory } }
}

/** Has this account been signed in to in this browser before? */
export const knows = (browser: KnownBrowser | null | undefined, userId: string): browser is KnownBrowser =>
  browser?.accounts.includes(markOf(userId)) ?? false

/** The same browser, or a new one, with an account that has just been signed in to. */
export function withAccount(browser: KnownBrowser | null, userId: string): KnownBrowser {
  const mark = markOf(userId)
  const others = browser?.accounts.filter((known) => known !== mark) ?? []
  return { id: browser?.id ?? randomUUID(), accounts: [mark, ...others].slice(0, most) }
}

/** The encrypted proof that a browser keeps. */
export const sealBrowser = (browser: KnownBrowser): Promise<string> =>
  encode({ token: browser, secret: env('NEXTAUTH_SECRET'), salt, maxAge: browserMemory })

/** The browser that a proof is of, or null for one that is not ours, was changed or is too old. */
export async function unsealBrowser(proof: string | undefined): Promise<KnownBrowser | null> {
  if (!proof) return null
  // The library reports every bad token by throwing, with errors that it does not export.
  const payload = await decode({ token: proof, secret: env('NEXTAUTH_SECRET'), salt }).catch(() => null)
  const read = shape.safeParse(payload)
  return read.success ? read.data : null
}

const shape = z.object({ id: z.uuid(), accounts: z.array(z.string()).max(most) })

const markOf = (userId: string) => createHash('sha256').update(userId).digest('base64url').slice(0, 12)
