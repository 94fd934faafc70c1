import type { Launch } from './launch'

const vocabulary = 'http://purl.imsglobal.org/vocab/'
const membership = `${vocabulary}lis/v2/membership`
const institution = `${vocabulary}lis/v2/institution/person`

/** Kinds of instructor who help rather than run a course. */
const helping = /^(TeachingAssistant|Grader)/
/** The roles in a course by their bare words, which may still stand for them. */
const bare = /^(Administrator|ContentDeveloper|Instructor|Learner|Mentor|Manager|Member|Officer|TeachingAssistant)$/

/**
 * What somebody is in a course, from the roles that a platform names (LTI 1.3 core, A.2.2): the vocabulary's addresses, or
 * their bare words, which may still stand for roles in a course. Roles in the institution or the system say nothing about
 * the course; who merely administers, designs or watches it is nobody in the class here: null. Of several the one with the
 * most powers counts, but a teaching assistant is announced as an instructor too, and stays an assistant. Who has no role
 * that the vocabulary knows has the least: a student's.
 */
export function courseRole(roles: readonly string[]): Launch['role'] {
  const found = roles.flatMap((role) => partsOf(role) ?? [])
  const instructor = found.filter(({ principal }) => principal === 'Instructor')
  const helps = instructor.some(({ kind }) => kind !== null && helping.test(kind))
  const runs = instructor.some(({ kind }) => (kind === null ? !helps : !helping.test(kind)))
  if (runs) return 'teacher'
  if (helps || found.some(({ principal, kind }) => kind === null && helping.test(principal))) return 'assistant'
  if (found.some(({ principal }) => principal === 'Learner')) return 'student'
  return roles.some((role) => role.startsWith(vocabulary) || bare.test(role)) ? null : 'student'
}

/**
 * The same for who was sent to choose a link for a course: platforms send only those who may make one, and some say of them
 * no more than that they teach at the institution.
 */
export function choosingRole(roles: readonly string[]): Launch['role'] {
  return courseRole(roles) ?? (roles.some((role) => role === `${institution}#Instructor` || role === `${institution}#Faculty`) ? 'teacher' : null)
}

/** `…/membership#Learner` and `Learner` are the role itself, `…/membership/Instructor#Grader` a kind of it. */
function partsOf(role: string): { principal: string; kind: string | null } | null {
  if (!role.startsWith(membership)) return bare.test(role) ? { principal: role, kind: null } : null
  const [, principal, kind] = /^(?:\/([A-Za-z]+))?#([A-Za-z]+)$/.exec(role.slice(membership.length)) ?? []
  if (kind === undefined) return null
  return principal === undefined ? { principal: kind, kind: null } : { principal, kind }
}
