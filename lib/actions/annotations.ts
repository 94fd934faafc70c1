'use server'

import { z } from 'zod'
import { annotationContent, newAnnotation, type AnnotationChange, type ReaderAnnotation } from '@/lib/domain/annotation'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as annotations from '@/lib/server/annotations'
import { turnedAway } from './turned-away'
import { senderOf } from './sender'

const named = z.object({ id: z.uuid() })
const deletion = named.extend({ version: z.int().positive().optional() })
const change = named.extend({ version: z.int().positive(), content: annotationContent })

/** Flags a passage for the signed-in reader; input is a `NewAnnotation`, parsed here. */
export async function flagPassage(input: unknown): Promise<Result<ReaderAnnotation>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = newAnnotation.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const sender = await senderOf(input)
  if (!sender.ok) return sender
  return annotations.createAnnotation(sender.value, parsed.data)
}

/** Replaces what one's annotation says; input is `{ id, version, content }`, the version that the change is meant for. */
export async function changeAnnotation(input: unknown): Promise<AnnotationChange<ReaderAnnotation>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = change.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const sender = await senderOf(input)
  if (!sender.ok) return sender
  return annotations.updateAnnotation(sender.value, parsed.data.id, parsed.data)
}

/** Deletes an annotation; input is `{ id, version }`, the version that the reader saw; left out where they saw none yet. */
export async function deleteAnnotation(input: unknown): Promise<AnnotationChange<{ id: string; version: number }>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = deletion.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const sender = await senderOf(input)
  if (!sender.ok) return sender
  return annotations.deleteSeen(sender.value, parsed.data.id, parsed.data.version)
}

/** Brings back an annotation that its author deleted; input is `{ id }`. */
export async function restoreAnnotation(input: unknown): Promise<Result<ReaderAnnotation>> {
  const away = await turnedAway(input)
  if (away) return away
  const parsed = named.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const sender = await senderOf(input)
  if (!sender.ok) return sender
  return annotations.restoreAnnotation(sender.value, parsed.data.id)
}
