import { z } from 'zod'
import { unprintable } from '../text/line'
import { accept, refuse, type Result } from '../problem'
import type { Launch } from './launch'
import { nameOfPerson } from './person-name'
import { courseRole } from './roles'

/** Somebody of a course as the platform lists them: `subject` is its name of them, `role` what they are in the course. */
export type CourseMember = Pick<Launch, 'subject' | 'name' | 'role'>

/** The most people of a course that are read. */
export const mostMembers = 5_000

const page = z.object({
  members: z
    .array(z.looseObject({ user_id: z.string().min(1).max(255).refine((value) => !unprintable.test(value)), status: z.string().optional(), roles: z.array(z.string().max(1_000)).max(200) }))
    .max(mostMembers),
})
type Listed = z.infer<typeof page>['members']

/** One page of a course's list (Names and Role Provisioning Services 2.0, section 2.2). Refused as `platformGarbled` where it is none. */
export function listedOn(json: unknown): Result<Listed> {
  const parsed = page.safeParse(json)
  return parsed.success ? accept(parsed.data.members) : refuse('platformGarbled')
}

/**
 * Those who are in a course now, of what stands on all its pages: who is `Inactive` or `Deleted` is not. Somebody who is
 * listed twice is so with the roles of both.
 */
export function membersOf(listed: Listed): CourseMember[] {
  const lines = new Map<string, Listed>()
  for (const member of listed) {
    const { user_id: subject, status = 'Active' } = member
    if (status === 'Active' || status.endsWith('#Active')) lines.set(subject, [...(lines.get(subject) ?? []), member])
  }
  return [...lines].map(([subject, own]) => ({
    subject,
    name: own.map(nameOfPerson).find((name) => name !== null) ?? null,
    role: courseRole(own.flatMap(({ roles }) => roles)),
  }))
}

/** What a `Link` header (RFC 8288) calls the next page, relative to the one it came with; null where there is none. */
export function nextPage(link: string): string | null {
  for (const [, target = '', parameters = ''] of link.matchAll(/<([^<>]*)>((?:\s*;\s*[\w*!#$&+.^`|~-]+\s*=\s*(?:"[^"]*"|[^\s",;]+))*)/g)) {
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters)
    if ((relation?.[1] ?? relation?.[2] ?? '').toLowerCase().split(/\s+/).includes('next')) return target
  }
  return null
}
