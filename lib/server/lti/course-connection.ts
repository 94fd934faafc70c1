import 'server-only'
import type { ClassDetails } from '@/lib/domain/classroom/class'
import { classLimits, className } from '@/lib/domain/classroom/class'
import { can } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { audit } from '../audit'
import { createClass, findManaged, listClasses } from '../classes'
import { db } from '../db'
import { findContext } from './contexts'
import { landLaunch } from './land'
import { findLaunch, type KeptLaunch } from './launches'

/** A course that waits to be connected: its name there, a name for a class here, and the viewer's classes that it may become. */
export type Connecting = { platform: string; course: string | null; name: string; connected: boolean; classes: { id: string; name: string }[] }

/** The course of a viewer's own launch by whoever teaches in it; null for a ticket of somebody else, or of no use any more. */
export async function readConnecting(viewer: Viewer, ticket: string): Promise<Connecting | null> {
  const kept = await findTeaching(viewer, ticket)
  if (!kept.ok) return null
  const { platform, launch } = kept.value
  const classes = await listClasses(viewer)
  return {
    platform: platform.name,
    course: launch.context?.title ?? null,
    name: className.safeParse([...(launch.context?.title ?? '')].slice(0, classLimits.name).join('')).data ?? '',
    connected: (await findContext(platform.id, launch)) !== null,
    classes: classes.filter(({ role, archived }) => !archived && can(viewer, 'class.manage', { role })).map(({ id, name }) => ({ id, name })),
  }
}

/**
 * Says which class a course is, a new one or one that the viewer runs, and goes on with the launch. Whoever teaches in the
 * course runs the class from then on, and its students come in by their launches. Refused: `launchOver`,
 * `courseTeachersOnly`, `courseTaken` where it became another class meanwhile, `classArchived`.
 */
export async function connectCourse(
  viewer: Viewer,
  { ticket, waiting, to }: { ticket: string; waiting: boolean; to: { classId: string } | ClassDetails },
): Promise<Result<{ path: string }>> {
  const kept = await findTeaching(viewer, ticket)
  if (!kept.ok) return kept
  const { platform, launch } = kept.value
  const connected = await connect(viewer, kept.value, to)
  return connected.ok ? landLaunch(viewer, { platformId: platform.id, launch, ticket, waiting }) : connected
}

async function connect(viewer: Viewer, { platform, launch }: KeptLaunch, to: { classId: string } | ClassDetails): Promise<Result<void>> {
  const { deploymentId, context, lineItems, memberships } = launch
  if (!context) return refuse('launchWithoutCourse')
  const managed = 'classId' in to ? await findManaged(viewer, to.classId) : null
  if (managed && !managed.ok) return managed
  if (managed?.value.archived) return refuse('classArchived')
  return db.$transaction(async (tx) => {
    // Two who connect one course at once: the second waits, and finds it connected, before another class is made.
    const [deployment] = await tx.$queryRaw<{ id: string }[]>`
      select id from "LtiDeployment" where "platformId" = ${platform.id}::uuid and "deploymentId" = ${deploymentId} and "allowedAt" is not null for update`
    if (!deployment) return refuse('deploymentUnknown', '', { deployment: deploymentId })
    const at = { deploymentId: deployment.id, contextId: context.id }
    const there = await tx.ltiContext.findUnique({ where: { deploymentId_contextId: at }, select: { classId: true } })
    if (there) return 'classId' in to && there.classId === to.classId ? accept(undefined) : refuse('courseTaken')
    const made = 'classId' in to ? accept({ id: to.classId }) : await createClass(viewer, to, tx)
    if (!made.ok) return made
    const classId = made.value.id
    const data = { ...at, classId, title: context.title ?? context.id, lineItemsUrl: lineItems?.lineItems ?? null, membershipsUrl: memberships }
    const { id } = await tx.ltiContext.create({ data, select: { id: true } })
    await audit(tx, viewer, 'class.course-connected', classId, { detail: { course: id, platform: platform.id } })
    return accept(undefined)
  })
}

/** The viewer's own launch as a teacher. */
async function findTeaching(viewer: Viewer, ticket: string): Promise<Result<KeptLaunch>> {
  const kept = await findLaunch(ticket)
  if (!kept || viewer.kind !== 'user' || kept.userId !== viewer.id) return refuse('launchOver')
  return kept.launch.role === 'teacher' ? accept(kept) : refuse('courseTeachersOnly')
}
