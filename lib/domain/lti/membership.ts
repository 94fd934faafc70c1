import { z } from 'zod'
import { emailAddress } from '../account'
import { refuse, type Result } from '../problem'
import type { Launch } from './launch'
import { nameOfPerson } from './person-name'
import { courseRole } from './roles'

/** Somebody of a course as the platform lists them: `subject` is its name of them, `role` what they are in the course. */
export type CourseMember = Pick<Launch, 'subject' | 'name' | 'email' | 'role'>

/** The most people of a course that are read, and the most pages that they may come on. */
export const mostMembers = 5_000
export const mostPages = 200

const subject = z.string().min(1).max(255)
const page = z.object({ members: z.array(z.looseObject({ user_id: subject, status: z.string().optional(), roles: z.array(z.string().max(1_000)).max(200) })).max(mostMembers) })

/**
 * Those who are in a course now, from one page of its list (Names and Role Provisioning Services 2.0, section 2.2): who is
 * `Inactive` or `Deleted` is not. Refused as `platformGarbled` where it is no such page.
 */
export function membersOf(json: unknown): Result<CourseMember[]> {
  const parsed = page.safeParse(json)
  if (!parsed.success) return refuse('platformGarbled')
  const active = parsed.data.members.filter(({ status = 'Active' }) => status === 'Active' || status.endsWith('#Active'))
  return {
    ok: true,
    value: active.map((member) => ({
      subject: member.user_id,
      name: nameOfPerson(member),
      email: emailAddress.safeParse(member.email).data ?? null,
      role: courseRole(member.roles),
    })),
  }
}

/** What a `Link` header (RFC 8288) calls the next page, relative to the one it came with; null where there is none. */
export function nextPage(link: string): string | null {
  for (const [, target = '', parameters = ''] of link.matchAll(/<([^<>]*)>((?:\s*;\s*[\w*!#$&+.^`|~-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters)
    if ((relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) return target
  }
  return null
}
