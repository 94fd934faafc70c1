import 'server-only'
import { silence, troubleOf, type Trouble } from '@/lib/domain/lti/trouble'
import { callService, type ServiceAnswer } from '../fetch/call-service'
import type { Question } from '../fetch/ask'
import { silenceOf, tokenFor, type PlatformAccess } from './service-token'

/** What a platform answered, or what is wrong. */
export type PlatformAnswer = { ok: true; value: ServiceAnswer } | { ok: false; trouble: Trouble }

/**
 * Asks a service of a platform with a token for `scopes`. A token that it no longer takes is replaced once. Whatever is not
 * an answer in the two hundreds is said as `trouble`.
 */
export async function callPlatform(platform: PlatformAccess, scopes: readonly string[], address: string, question: Question): Promise<PlatformAnswer> {
  let refused: string | null = null
  for (;;) {
    const granted = await tokenFor(platform, scopes, refused)
    if (!granted.ok) return granted
    const headers = { ...question.headers, authorization: `Bearer ${granted.token}` }
    const answer = await callService(address, { ...question, headers })
    if (!answer.ok) {
      const problem = silenceOf(answer.problems)
      // An address that must not be asked says nothing about the platform's others.
      return { ok: false, trouble: problem.code === silence.problem.code ? silence : { problem, platform: false, again: false, wait: null } }
    }
    if (answer.value.status === 401 && refused === null) {
      refused = granted.token
      continue
    }
    const trouble = troubleOf(answer.value.status, answer.value.header('retry-after'), Date.now())
    return trouble ? { ok: false, trouble } : { ok: true, value: answer.value }
  }
}

const ags = 'https://purl.imsglobal.org/spec/lti-ags/scope/'

/** The rights that are asked of a platform, by what they are for (AGS 2.0, section 3; NRPS 2.0, section 2.3). */
export const serviceScopes = {
  lineItem: `${ags}lineitem`,
  lineItemReading: `${ags}lineitem.readonly`,
  score: `${ags}score`,
  memberships: 'https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
} as const
