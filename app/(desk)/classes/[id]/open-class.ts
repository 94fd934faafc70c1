import { notFound, redirect } from 'next/navigation'
import { pathWithNext } from '@/lib/domain/next-path'
import type { SignedIn } from '@/lib/domain/viewer'
import { readClass, type ClassView } from '@/lib/server/classes'
import { currentViewer } from '@/lib/server/session'

/** The class of an address, for a viewer who may `see` this page of it: for others there is no such page. */
export async function openClass(id: string, see: (view: ClassView) => boolean = () => true): Promise<{ viewer: SignedIn; view: ClassView }> {
  const viewer = await currentViewer()
  if (viewer.kind !== 'user') redirect(pathWithNext('/sign-in', `/classes/${id}`))
  const view = await readClass(viewer, id)
  return view && see(view) ? { viewer, view } : notFound()
}
