import 'server-only'
import type { Launch } from '@/lib/domain/lti/launch'
import { findLaunch } from './launches'

/** What the page shows that a platform has in a frame. `chosen`: deep linking came to its end, and its answer can go. */
export type Opening = { platform: string; message: Launch['message']; chosen: boolean }

/** A launch that waits for a window of its own, for whoever has its ticket; null for one that is unknown or too old. */
export async function readOpening(ticket: unknown): Promise<Opening | null> {
  const kept = await findLaunch(ticket)
  return kept && { platform: kept.platform.name, message: kept.launch.message, chosen: kept.chosen !== null }
}
