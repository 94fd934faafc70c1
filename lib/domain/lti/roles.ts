import type { Launch } from './launch'

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'

/** Kinds of instructor who help rather than run a course. */
const helping = /^(TeachingAssistant|Grader)/

/**
 * What somebody is in a course, from the roles that a platform names (LTI 1.3 core, A.2.2): the vocabulary's addresses, or
 * their bare words, which may still stand for roles in a course. Roles in the institution or the system say nothing about
 * the course; who merely administers, designs or watches it is nobody in the class here: null. Of several the one with the
 * most powers counts, but a teaching assistant is announced as an instructor too, and stays an assistant.
 */
export function courseRole(roles: readonly string[]): Launch['role'] {
  const found = roles.flatMap((role) => partsOf(role) ?? [])
  const instructor = found.filter(({ principal }) => principal === 'Instructor')
  const helps = instructor.some(({ kind }) => kind !== null && helping.test(kind))
  const runs = instructor.some(({ kind }) => (kind === null ? !helps : !helping.test(kind)))
  if (runs) return 'teacher'
  if (helps || found.some(({ principal, kind }) => kind === null && helping.test(principal))) return 'assistant'
  return found.some(({ principal }) => principal === 'Learner') ? 'student' : null
}

/** `…/membership#Learner` and `Learner` are the role itself, `…/membership/Instructor#Grader` a kind of it. */
function partsOf(role: string): { principal: string; kind: string | null } | null {
  if (!role.startsWith(membership)) return /^[A-Za-z]+$/.test(role) ? { principal: role, kind: null } : null
  const [, principal, kind] = /^(?:\/([A-Za-z]+))?#([A-Za-z]+)$/.exec(role.slice(membership.length)) ?? []
  if (kind === undefined) return null
  return principal === undefined ? { principal: kind, kind: null } : { principal, kind }
}
