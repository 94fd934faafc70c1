import 'server-only'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { spendRequest } from './limits'

/** Counts something that a page of ours asks to be done: for a person, or for the address of who is signed out. Refused as `rateLimited`. */
export async function spendAction(viewer: Viewer, address: string | null): Promise<Result<void>> {
  const { allowed, seconds } = await spendRequest(viewer.kind === 'user' ? ['action:account', viewer.id] : ['action:client', address])
  return allowed ? accept(undefined) : refuse('rateLimited', '', { minutes: Math.ceil(seconds / 60) })
}
