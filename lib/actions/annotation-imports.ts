'use server'

import { z } from 'zod'
import { importRequest, type ImportPreview } from '@/lib/domain/formats/import-request'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as imports from '@/lib/server/import-annotations'
import { currentViewer } from '@/lib/server/session'
import { turnedAway } from './turned-away'

const input = importRequest.extend({ layerId: z.string() })

/** Says what importing a file would do; input is `{ layerId, format, text, mapping, partial }`. */
export async function previewImport(sent: unknown): Promise<Result<ImportPreview>> {
  const away = await turnedAway(sent)
  if (away) return away
  const parsed = input.safeParse(sent)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return imports.planImport(await currentViewer(), parsed.data.layerId, parsed.data)
}

/** Imports a file; the same input. */
export async function importAnnotations(sent: unknown): Promise<Result<{ created: number }>> {
  const away = await turnedAway(sent)
  if (away) return away
  const parsed = input.safeParse(sent)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return imports.runImport(await currentViewer(), parsed.data.layerId, parsed.data)
}
