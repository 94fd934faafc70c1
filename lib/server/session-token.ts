import 'server-only'
import { decode, encode, type JWT } from 'next-auth/jwt'
import { env } from './env'
import { hostCookie } from './host-cookie'

/** Seconds after which a session ends however busy it is. */
export const longestSession = 90 * 24 * 60 * 60

/** Where a browser keeps its session; the same cookie whichever way somebody signed in. */
export const sessionCookie = () => hostCookie('next-auth.session-token')

/** What the token holds: the name of a row, nothing of the person. */
export const tokenOf = (sessionId: string): JWT => ({ sid: sessionId })

/** The encrypted token that names a session's row. */
export const sealSession = (sessionId: string): Promise<string> =>
  encode({ token: tokenOf(sessionId), secret: env('NEXTAUTH_SECRET'), maxAge: longestSession })

/** The session that a token names, or null for one that is not ours, was changed or is too old. */
export async function unsealSession(token: string | undefined): Promise<string | null> {
  if (!token) return null
  // The library reports every bad token by throwing, with errors that it does not export.
  const payload = await decode({ token, secret: env('NEXTAUTH_SECRET') }).catch(() => null)
  return typeof payload?.sid === 'string' ? payload.sid : null
}
