import { notFound, redirect } from 'next/navigation'
import { cache } from 'react'
import { pathWithNext } from '@/lib/domain/next-path'
import type { SignedIn } from '@/lib/domain/viewer'
import { readAssignment, type AssignmentView } from '@/lib/server/assignment-view'
import { currentViewer } from '@/lib/server/session'

/** The title in the head and the page itself need the same assignment once. */
const assignmentAt = cache(async (id: string) => readAssignment(await currentViewer(), id))

/** The assignment of an address, for a viewer who may `see` this page of it: for others there is no such page. */
export async function openAssignment(id: string, see: (view: AssignmentView) => boolean = () => true): Promise<{ viewer: SignedIn; view: AssignmentView }> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', `/assignments/${id}`))
  const view = await assignmentAt(id)
  return view && see(view) ? { viewer, view } : notFound()
}
