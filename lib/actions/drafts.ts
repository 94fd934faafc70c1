'use server'

import { z } from 'zod'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as comparison from '@/lib/server/comparison'
import type { DraftComparison } from '@/lib/server/comparison'
import * as drafts from '@/lib/server/drafts'
import { currentViewer } from '@/lib/server/session'
import { turnedAway } from './turned-away'
import { senderOf } from './sender'

const named = z.object({ id: z.uuid() })

/** Keeps an unsaved edit; input is `{ id, baseRevision, document, replaced, known }`. */
export async function keepDraft(input: unknown): Promise<Result<{ updatedAt: string }>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = named.and(drafts.draftInput).safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const sender = await senderOf(input)
  if (!sender.ok) return sender
  return drafts.saveDraft(sender.value, parsed.data.id, parsed.data)
}

/** A draft beside the current revision; input is `{ id, document }`. */
export async function compareDraft(input: unknown): Promise<Result<DraftComparison>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = named.extend({ document: z.unknown() }).safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return comparison.compareDraft(await currentViewer(), parsed.data.id, parsed.data.document)
}

/** Drops one's unsaved edit; input is `{ id }`. */
export async function dropDraft(input: unknown): Promise<Result<null>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = named.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return drafts.discardDraft(await currentViewer(), parsed.data.id)
}
