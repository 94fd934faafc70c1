import 'server-only'
import { cookies, headers } from 'next/headers'
import { getLocale } from 'next-intl/server'
import { cache } from 'react'
import { leaverCookie } from '@/lib/domain/leaver-cookie'
import { signedOutViewer, type Viewer } from '@/lib/domain/viewer'
import { writeAuth, type Way } from './auth-log'
import { clientAddress } from './client-address'
import { env } from './env'
import { hostCookie } from './host-cookie'
import { browserCookie, sealBrowser, unsealBrowser, withAccount } from './known-browser'
import { loginCookieName, secretOf } from './lti/login-cookie'
import { longestSession, sealSession, sessionCookie, unsealSession } from './session-token'
import { endSession, openSession, readSession, type OpenSession } from './sessions'
import type { Visitor } from './visitor'

/** The session of this request, looked up once in it; null for who is signed out or whose session was ended. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const id = await unsealSession((await cookies()).get(sessionCookie().name)?.value)
  return id ? readSession(id) : null
})

/** Who asks, in this request. */
export async function currentViewer(): Promise<Viewer> {
  return (await currentSession())?.viewer ?? signedOutViewer
}

/** The interface language that the signed-in person chose, if any. */
export async function preferredLocale(): Promise<string | null> {
  return (await currentSession())?.locale ?? null
}

/** The secret that this browser got when a learning platform's login was begun in it, if any. */
export async function loginSecret(): Promise<string | null> {
  return secretOf((await cookies()).get(loginCookieName())?.value)
}

/** The address that this request's tries are counted under. */
export async function currentAddress(): Promise<string | null> {
  return clientAddress((await headers()).get('x-forwarded-for'), env('TRUST_PROXY'))
}

/** Who stands at the door of this request. */
export async function currentVisitor(): Promise<Visitor> {
  const [header, address] = [await headers(), await currentAddress()]
  return { address, userAgent: header.get('user-agent'), locale: await getLocale(), browser: await currentBrowser() }
}

const currentBrowser = async () => unsealBrowser((await cookies()).get(browserCookie().name)?.value)

/**
 * Opens a session for this browser, ends the one it may have had, and remembers that this account was signed in to here; a
 * provider's sign-in sets the session's cookie itself.
 * @returns the new session's id
 */
export async function replaceSession(userId: string, way: Way): Promise<string> {
  const before = await currentSession()
  if (before) await endSession(before.viewer, before.id)
  const { name, options } = browserCookie()
  ;(await cookies()).set(name, await sealBrowser(withAccount(await currentBrowser(), userId)), options)
  await writeAuth('auth.signed-in', { userId, client: await currentAddress(), way })
  return openSession(userId, (await headers()).get('user-agent'))
}

/** Signs somebody in whose identity was just proved. In an action or a route only: a page cannot set cookies. */
export async function startSession(userId: string, way: Way = 'password'): Promise<void> {
  const { name, options } = sessionCookie()
  const token = await sealSession(await replaceSession(userId, way))
  ;(await cookies()).set(name, token, { ...options, maxAge: longestSession })
}

/**
 * Ends this browser's session and forgets its cookie. The next page removes what was kept for its owner in the browser:
 * another cookie, which scripts can read, says whose.
 */
export async function leaveSession(): Promise<void> {
  const [session, jar, { name, options }] = [await currentSession(), await cookies(), sessionCookie()]
  jar.set(name, '', { ...options, maxAge: 0 })
  if (!session) return
  // Of an account that was deleted a moment ago there is nothing left to end.
  const ended = await endSession(session.viewer, session.id)
  if (ended.ok) await writeAuth('auth.signed-out', { userId: session.viewer.id, client: await currentAddress() })
  jar.set(leaverCookie, session.viewer.id, { ...options, httpOnly: false, maxAge: 24 * 60 * 60 })
}

/** What a browser remembers of how its person likes the pages. */
type Choice = 'locale' | 'theme'

/** A choice kept in this browser, if any. */
export async function keptChoice(name: Choice): Promise<string | null> {
  return (await cookies()).get(hostCookie(name).name)?.value ?? null
}

/** Keeps a choice in this browser for a year, or forgets it. In an action or a route only. */
export async function keepChoice(name: Choice, value: string | null): Promise<void> {
  const { name: cookie, options } = hostCookie(name)
  ;(await cookies()).set(cookie, value ?? '', { ...options, maxAge: value === null ? 0 : 365 * 24 * 60 * 60 })
}

/**
 * The page this request came from, with its question mark and what follows but without the parameter `name`; null where
 * the page did not have it, or did not say where it is.
 */
export async function pageWithout(name: string): Promise<string | null> {
  const referer = (await headers()).get('referer')
  if (!referer || !URL.canParse(referer)) return null
  const { pathname, searchParams } = new URL(referer)
  if (!searchParams.has(name)) return null
  searchParams.delete(name)
  return searchParams.size > 0 ? `${pathname}?${searchParams}` : pathname
}
