import 'server-only'
import type { Launch } from '@/lib/domain/lti/launch'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'

/** A launch of somebody who is signed in by now; `ticket`: what it was kept under, where it was; `waiting`: a framed page waits. */
export type Landing = { platformId: string; launch: Launch; ticket?: string; waiting?: boolean }

/** Where a launch leads: the path to go on to. */
export async function landLaunch(_: Viewer, { ticket }: Landing): Promise<Result<{ path: string }>> {
  return accept({ path: ticket ? `/lti/choose?ticket=${ticket}` : '/classes' })
}
