import 'server-only'
import { isStaff, type ClassRole } from '@/lib/domain/classroom/class-role'
import type { Launch } from '@/lib/domain/lti/launch'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from '../db'
import { findContext, refreshContext } from './contexts'
import { joinCourse } from './course-membership'
import { keepLaunch, keepLonger } from './launches'
import { openLink } from './links'

/** A verified launch; `ticket`: the one it was kept under, if it was. `waiting`: a page of ours waits for what is chosen. */
export type Landing = { platformId: string; launch: Launch; ticket?: string; waiting?: boolean }

/**
 * Where a launch leads whoever was sent by it, now that they are signed in: they are put into the class of the course, as
 * what the platform says they are, and go on to the assignment; or to connect the course, or to choose what a link is to
 * open. Refused where a sentence is all there is: `courseUnconnected`, `courseTeachersOnly`, `courseRoleMissing`,
 * `courseArchived`, `launchWithoutCourse`, `linkUnset`, `notYetOpen`; `notAllowed` for who is not the account of the launch.
 */
export async function landLaunch(viewer: Viewer, landing: Landing): Promise<Result<{ path: string }>> {
  const { platformId, launch } = landing
  if (viewer.kind !== 'user') return refuse('signInFirst')
  const account = await db.ltiAccount.findUnique({ where: { platformId_subject: { platformId, subject: launch.subject } }, select: { userId: true } })
  if (account?.userId !== viewer.id) return refuse('notAllowed')
  if (!launch.context) return launch.message === 'deep-linking' ? refuse('launchWithoutCourse') : accept({ path: '/classes' })
  const page = async (path: '/lti/connect' | '/lti/choose') => accept({ path: await pathWithTicket(path, viewer.id, landing) })
  const context = await findContext(platformId, launch)
  if (!context) return launch.role === 'teacher' ? page('/lti/connect') : refuse(unconnected(launch.role))
  const joined = await joinCourse(viewer, context, launch.role)
  if (!joined.ok) return joined
  if (launch.role !== null) await db.ltiParticipant.createMany({ data: [{ ltiContextId: context.id, userId: viewer.id }], skipDuplicates: true })
  await refreshContext(context.id, launch)
  const role = joined.value
  const runs = can(viewer, 'class.manage', { role })
  if (launch.message === 'deep-linking') return runs ? page('/lti/choose') : refuse('courseTeachersOnly')
  if (opensClass(launch)) return accept({ path: `/classes/${context.classId}` })
  const link = await openLink(context, launch)
  if (link) return (await isYetToOpen(role, link.assignmentId)) ? refuse('notYetOpen') : accept({ path: `/assignments/${link.assignmentId}` })
  return runs ? page('/lti/choose') : refuse(isStaff(role) ? 'courseTeachersOnly' : 'linkUnset')
}

const unconnected = (role: Launch['role']) =>
  role === 'student' ? 'courseUnconnected' : role === null ? 'courseRoleMissing' : 'courseTeachersOnly'

/** A link to the class as a whole: told so, or one in a course's navigation, which some platforms name like the course. */
const opensClass = ({ custom, resourceLink, context }: Launch) => custom.open === 'class' || resourceLink?.id === context?.id

async function isYetToOpen(role: ClassRole, id: string): Promise<boolean> {
  if (isStaff(role)) return false
  return (await db.assignment.count({ where: { id, opensAt: { gt: new Date() } } })) > 0
}

async function pathWithTicket(path: string, userId: string, { platformId, launch, ticket, waiting }: Landing): Promise<string> {
  const good = ticket ?? (await keepLaunch({ platformId, launch, userId })).ticket
  await keepLonger(good)
  return `${path}?${new URLSearchParams({ ticket: good, ...(waiting && { waiting: '1' }) })}`
}
