'use server'

import { z } from 'zod'
import { importRequest, type ImportPreview } from '@/lib/domain/formats/import-request'
import { problemsOf, type Result } from '@/lib/domain/problem'
import * as imports from '@/lib/server/import-annotations'
import { currentViewer } from '@/lib/server/session'
import { overLimit } from './metered'

const input = importRequest.extend({ layerId: z.string() })

/** Says what importing a file would do; input is `{ layerId, format, text, mapping, partial }`. */
export async function previewImport(sent: unknown): Promise<Result<ImportPreview>> {
  const over = await overLimit()
  if (over) return over
  const parsed = input.safeParse(sent)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return imports.planImport(await currentViewer(), parsed.data.layerId, parsed.data)
}

/** Imports a file; the same input. */
export async function importAnnotations(sent: unknown): Promise<Result<{ created: number }>> {
  const over = await overLimit()
  if (over) return over
  const parsed = input.safeParse(sent)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  return imports.runImport(await currentViewer(), parsed.data.layerId, parsed.data)
}
