import 'server-only'
import { membersOf, mostMembers, mostPages, nextPage, type CourseMember } from '@/lib/domain/lti/membership'
import { garbled, type Trouble } from '@/lib/domain/lti/trouble'
import { callPlatform, serviceScopes } from './call-platform'
import type { PlatformAccess } from './service-token'

/** Everybody in a course, each once, or why the list cannot be had. */
export type CourseList = { ok: true; members: CourseMember[] } | { ok: false; trouble: Trouble }

/** The most that is waited for a list, in milliseconds: somebody sits before the page. */
const longest = 45_000

/**
 * The people of a course as its platform lists them, page by page (Names and Role Provisioning Services 2.0). A list whose
 * pages lead in a circle, elsewhere or on without end is no list.
 */
export async function fetchCourseList(platform: PlatformAccess, membershipsUrl: string): Promise<CourseList> {
  const [people, seen]: [Map<string, CourseMember>, Set<string>] = [new Map(), new Set()]
  const end = Date.now() + longest
  for (let page: string | null = membershipsUrl; page !== null; ) {
    if (seen.has(page) || seen.size >= mostPages || people.size > mostMembers || Date.now() > end) return { ok: false, trouble: garbled }
    seen.add(page)
    const answer = await callPlatform(platform, [serviceScopes.memberships], page, { headers: { accept: 'application/vnd.ims.lti-nrps.v2.membershipcontainer+json' } })
    if (!answer.ok) return answer
    const members = membersOf(answer.value.json)
    if (!members.ok) return { ok: false, trouble: garbled }
    for (const member of members.value) people.set(member.subject, member)
    const next = nextPage(answer.value.header('link'))
    // The token that reads the list is shown to nobody but whom it is from.
    if (next !== null && !(URL.canParse(next, page) && new URL(next, page).origin === new URL(membershipsUrl).origin)) return { ok: false, trouble: garbled }
    page = next === null ? null : new URL(next, page).href
  }
  return { ok: true, members: [...people.values()] }
}
