import 'server-only'
import { contentItemOf, contentItems, type ContentItem } from '@/lib/domain/lti/content-item'
import type { Launch } from '@/lib/domain/lti/launch'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { listAssignments, type AssignmentEntry } from '../assignment-list'
import { audit } from '../audit'
import type { ClassContext } from '../class-context'
import { findManaged } from '../classes'
import { db } from '../db'
import { isUuid } from '../layers'
import { siteAddress } from '../site-address'
import { findContext, type CourseContext } from './contexts'
import { findLaunch, type KeptLaunch } from './launches'
import { keepLink } from './links'

/** What is chosen for: `deep-linking` a link that the platform is to make, `resource-link` one that is there (`link`: its name). */
export type Choosing = {
  platform: string
  message: Launch['message']
  link: string | null
  class: { id: string; name: string; timeZone: string; archived: boolean }
  /** What was chosen, by title; null while nothing was, and empty where it was to be nothing. */
  chosen: string[] | null
  assignments: AssignmentEntry[]
}

/** The viewer's own launch that waits for an assignment, with those of its class; null where there is none, or none for them. */
export async function readChoosing(viewer: Viewer, ticket: string): Promise<Choosing | null> {
  const found = await findChoosing(viewer, ticket)
  if (!found.ok) return null
  const { kept: { platform, launch, chosen }, of: { id, name, timeZone, archived } } = found.value
  return {
    platform: platform.name,
    message: launch.message,
    link: launch.resourceLink?.title ?? null,
    class: { id, name, timeZone, archived },
    chosen: chosen === null ? null : contentItems.parse(chosen).map(({ title }) => title),
    assignments: (await listAssignments(viewer, id)) ?? [],
  }
}

/** A ticket and whether a page of ours waits, in another window, for what is chosen. */
type Waiting = { ticket: string; waiting: boolean }

/**
 * Chooses an assignment of the course's class: what the launched link opens from now on, or what the platform is handed
 * for a link of its own. Choosing the same again changes nothing. Refused: `launchOver` for who did not come by this
 * launch, or once something else was chosen; `notAllowed` for who does not run the class; `notFound` for another class's.
 * @returns where to go on to
 */
export async function chooseAssignment(viewer: Viewer, { ticket, waiting }: Waiting, assignmentId: string): Promise<Result<{ path: string }>> {
  const found = await findChoosing(viewer, ticket)
  if (!found.ok) return found
  const { kept, context, of } = found.value
  const assignment = isUuid(assignmentId) ? await db.assignment.findFirst({ where: { id: assignmentId, classId: of.id }, select: fields }) : null
  if (!assignment) return refuse('notFound')
  const { launch } = kept
  if (launch.message === 'resource-link') {
    await db.$transaction(async (tx) => {
      await keepLink(tx, context.id, launch, assignment.id)
      await audit(tx, viewer, 'assignment.linked', assignment.id, { detail: { course: context.id } })
    })
    return accept({ path: `/assignments/${assignment.id}` })
  }
  const { opensAt, dueAt, ...rest } = assignment
  const choice = { ...rest, opens: opensAt?.getTime() ?? null, due: dueAt?.getTime() ?? null }
  const takes = { lineItem: launch.deepLinking?.takesLineItem ?? false, window: launch.deepLinking?.windows ?? false }
  return handOver(kept, { ticket, waiting }, [contentItemOf(choice, `${siteAddress()}/lti/launch`, takes)])
}

/** Ends deep linking without a choice: the platform is handed an empty list, and goes on. */
export async function chooseNothing(viewer: Viewer, { ticket, waiting }: Waiting): Promise<Result<{ path: string }>> {
  const found = await findChoosing(viewer, ticket)
  if (!found.ok) return found
  const { kept } = found.value
  return kept.launch.message === 'deep-linking' ? handOver(kept, { ticket, waiting }, []) : refuse('notAllowed')
}

const fields = { id: true, title: true, points: true, opensAt: true, dueAt: true } as const

/** How long the answer can be fetched with the ticket once something was chosen, in milliseconds: it is handed over at once. */
const handingOver = 10 * 60_000

async function handOver({ id }: KeptLaunch, { ticket, waiting }: Waiting, items: ContentItem[]): Promise<Result<{ path: string }>> {
  const data = { chosen: items, expiresAt: new Date(Date.now() + handingOver) }
  const { count } = await db.ltiLaunch.updateMany({ where: { id, chosen: { equals: Prisma.DbNull } }, data })
  if (count === 0) {
    const there = await db.ltiLaunch.findUnique({ where: { id }, select: { chosen: true } })
    const before = contentItems.safeParse(there?.chosen).data
    // What was handed over first is what the platform has.
    if (before?.[0]?.custom.assignment !== items[0]?.custom.assignment) return refuse('launchOver')
  }
  return accept({ path: waiting ? `/lti/choose?${new URLSearchParams({ ticket, waiting: '1' })}` : `/lti/return?${new URLSearchParams({ ticket })}` })
}

async function findChoosing(viewer: Viewer, ticket: string): Promise<Result<{ kept: KeptLaunch; context: CourseContext; of: ClassContext }>> {
  const kept = await findLaunch(ticket)
  if (!kept || viewer.kind !== 'user' || kept.userId !== viewer.id) return refuse('launchOver')
  const context = await findContext(kept.platform.id, kept.launch)
  if (!context) return refuse('courseUnconnected')
  const of = await findManaged(viewer, context.classId)
  return of.ok ? accept({ kept, context, of: of.value }) : of
}
