'use server'

import { z } from 'zod'
import { annotationContent, newAnnotation, type ReaderAnnotation } from '@/lib/domain/annotation'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as annotations from '@/lib/server/annotations'
import { currentViewer } from '@/lib/server/session'

const named = z.object({ id: z.uuid() })
const change = named.extend({ version: z.int().positive(), content: annotationContent })

/** Flags a passage for the signed-in reader; input is a `NewAnnotation`, parsed here. */
export async function flagPassage(input: unknown): Promise<Result<ReaderAnnotation>> {
  const parsed = newAnnotation.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return annotations.createAnnotation(await currentViewer(), parsed.data)
}

/** Replaces what one's annotation says; input is `{ id, version, content }`. */
export async function changeAnnotation(input: unknown): Promise<Result<ReaderAnnotation>> {
  const parsed = change.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return annotations.updateAnnotation(await currentViewer(), parsed.data.id, parsed.data)
}

/** Deletes an annotation; input is `{ id }`. */
export async function deleteAnnotation(input: unknown): Promise<Result<{ id: string; version: number }>> {
  const parsed = named.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return annotations.deleteAnnotation(await currentViewer(), parsed.data.id)
}

/** Brings back an annotation that its author deleted; input is `{ id }`. */
export async function restoreAnnotation(input: unknown): Promise<Result<ReaderAnnotation>> {
  const parsed = named.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return annotations.restoreAnnotation(await currentViewer(), parsed.data.id)
}
