import { signedOutViewer, type Viewer } from '@/lib/domain/viewer'
import { continueLaunch } from '@/lib/server/lti/going-on'
import { answerArrival, answerLaunch, answerLogin } from '@/lib/server/lti/launch-door'
import { sessionCookie, unsealSession } from '@/lib/server/session-token'
import { readSession } from '@/lib/server/sessions'
import type { Platform, Visit } from './platform'
import { jar } from './request'

type Browser = { /** What the browser says it will do with the answer; null: it does not say. */ destination?: string | null; /** Whether it brings the login's cookie. */ cookie?: 'kept' | 'lost' | 'other' }

/** What a door answered: where it led, with which session. */
export type Led = { status: number; to: URL }

/** Goes through a whole launch as a browser does: our login, the platform, our launch. */
export async function launchFrom(platform: Platform, visit: Visit, browser: Browser = {}): Promise<Led> {
  return postLaunch(platform, await returnFrom(platform, visit), browser)
}

/** The first two steps: what the platform would have the browser post. */
export async function returnFrom(platform: Platform, visit: Visit, more: Record<string, string> = {}): Promise<URLSearchParams> {
  const login = await answerLogin(new Request(platform.loginAddress(visit, more), { headers: { cookie: cookieHeader() } }))
  keep(login)
  const to = login.headers.get('location') ?? ''
  if (!to.startsWith(platform.authorizationUrl)) throw new Error(`The login was refused: ${login.status} ${to}`)
  return (await platform.authorize(to)).form
}

/** The last step, with what our own site adds to it where the browser follows. */
export async function postLaunch(platform: Platform, form: URLSearchParams | string, { destination = 'document', cookie = 'kept' }: Browser = {}): Promise<Led> {
  const headers = new Headers({ 'content-type': 'application/x-www-form-urlencoded' })
  if (destination) headers.set('sec-fetch-dest', destination)
  if (cookie === 'kept') headers.set('cookie', cookieHeader())
  if (cookie === 'other') headers.set('cookie', `gloss-lti=${'x'.repeat(43)}`)
  const answer = await answerLaunch(new Request(`${platform.site}/lti/launch`, { method: 'POST', headers, body: String(form) }))
  keep(answer)
  const led = ledBy(answer, platform)
  return led.to.pathname === '/lti/arrive' ? ledBy(await answerArrival(new Request(led.to)), platform) : led
}

/** A visit by a link that opens the class as a whole. */
export const visit = (about: Visit = {}): Visit => ({ custom: { open: 'class' }, ...about })

/** Who is signed in, in the browser that launched. */
export async function signedIn() {
  const id = await unsealSession(jar.get(sessionCookie().name))
  return (id && (await readSession(id))?.viewer) || null
}

/** The ticket of a launch that waits. */
export const ticketOf = ({ to }: Led): string => to.searchParams.get('ticket') ?? ''

/** Somebody who shows a ticket, in the browser that launched. */
export const bearer = (viewer: Viewer = signedOutViewer) => ({ viewer, secret: jar.get('gloss-lti') ?? null })

/** Goes on with a launch that waits, in that browser. */
export const going = (ticket: string, viewer?: Viewer, account: 'own' | 'new' = 'new') => continueLaunch(bearer(viewer), ticket, { account, waiting: false })

const ledBy = (answer: Response, { site }: Platform): Led => ({ status: answer.status, to: new URL(answer.headers.get('location') ?? 'about:blank', site) })

const cookieHeader = () => [...jar].map(([name, value]) => `${name}=${value}`).join('; ')

function keep(answer: Response): void {
  for (const cookie of answer.headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(cookie) ?? []
    jar.set(name, value)
  }
}
