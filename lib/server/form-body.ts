import 'server-only'
import { refuse } from '@/lib/domain/problem'
import { answerRefused } from './http'
import { sessionCookie, unsealSession } from './session-token'

/** Bytes that a form of somebody signed out may weigh: a name, an address, a password, a code. */
export const longestForm = 64 * 1024

/** Doors that count what they read themselves, and answer with a page. */
const countingDoors: ReadonlySet<string> = new Set(['/lti/launch', '/lti/login'])

/**
 * The answer to a form that is too large (413), given before anything reads it; null for what may go on. Somebody signed
 * out may send 64 kB, to whatever page, since an action can be sent to any; to the doors of sign-in everybody may. Whoever
 * has a session cookie of ours counts as signed in: it says that there was an account, which is all that is asked here.
 * What does not say how long it is, is counted.
 */
export async function refuseLargeForm(request: Request, cookie: (name: string) => string | undefined): Promise<Response | null> {
  if (request.body === null || request.method === 'GET' || request.method === 'HEAD') return null
  const { pathname } = new URL(request.url)
  if (countingDoors.has(pathname)) return null
  const length = request.headers.get('content-length')
  if (length !== null && Number(length) <= longestForm) return null
  const signedIn = !pathname.startsWith('/api/auth/') && (await unsealSession(cookie(sessionCookie().name))) !== null
  if (signedIn || (length === null && !(await isLonger(request.body)))) return null
  return answerRefused(refuse('formTooLarge', '', { limit: longestForm }).problems, { connection: 'close' })
}

async function isLonger(body: ReadableStream<Uint8Array>): Promise<boolean> {
  let bytes = 0
  for await (const part of body) {
    bytes += part.byteLength
    if (bytes > longestForm) return true
  }
  return false
}
