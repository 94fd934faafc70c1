import 'server-only'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { importLimits, type ImportPreview, type ImportRequest } from '@/lib/domain/formats/import-request'
import type { Parsed } from '@/lib/domain/formats/exchange'
import { formatIn } from '@/lib/domain/formats/registry'
import { suggestLabel } from '@/lib/domain/formats/suggest-label'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import type { LabelWords } from '@/lib/i18n/label-words'
import { locales } from '@/lib/i18n/locales'
import { messagesOf } from '@/lib/i18n/messages'
import { parseContextOf } from './annotation-json'
import { compute, ownerOf } from './compute/compute'
import { planIncoming, writeIncoming } from './incoming-annotations'
import { readLayer } from './layers'

/**
 * What importing a file into a layer would do, writing nothing: how many annotations can be held, which of its labels
 * the codebook has and which it probably means, and what is wrong with the others (of the first 50). Refused: what the
 * format's `parse` refuses whole, a file that is too large, and what the viewer may not do.
 */
export async function planImport(viewer: Viewer, layerId: string, request: ImportRequest): Promise<Result<ImportPreview>> {
  const read = await readFile(viewer, layerId, request)
  if (!read.ok) return read
  const { parsed, codebook } = read.value
  const plan = await planIncoming(viewer, layerId, parsed, { mapping: request.mapping })
  if (!plan.ok) return plan
  const { ready, whole, labels, examples, refused } = plan.value
  const namesOf = await labelNames()
  const suggested = labels.map((label) => ({ ...label, suggested: label.ref ? null : suggestLabel(label.name, codebook, namesOf) }))
  const shown = refused.slice(0, importLimits.problems).flatMap(({ problems }) => problems.slice(0, 1))
  return accept({ total: parsed.annotations.length + parsed.refused.length, ready, whole, labels: suggested, examples, refused: refused.length, problems: shown })
}

/**
 * Does it, in one transaction, as the viewer's annotations: all of them, or with `partial` those that can be held. Answers
 * how many were made.
 */
export async function runImport(viewer: Viewer, layerId: string, request: ImportRequest): Promise<Result<{ created: number }>> {
  const read = await readFile(viewer, layerId, request)
  if (!read.ok) return read
  const { mapping, partial } = request
  const written = await writeIncoming(viewer, layerId, read.value.parsed, { mapping, partial })
  if (!written.ok) return written
  const { created, refused } = written.value
  const whole = refused.length > 0 && !partial
  return whole ? { ok: false, problems: refused.flatMap(({ problems }) => problems).slice(0, importLimits.problems) } : accept({ created: created.length })
}

async function readFile(viewer: Viewer, layerId: string, { format: name, text }: ImportRequest): Promise<Result<{ parsed: Parsed; codebook: ReturnType<typeof parseContextOf>['codebook'] }>> {
  const layer = await readLayer(viewer, layerId)
  if (!layer) return refuse('notFound')
  if (!can(viewer, 'annotation.create', layer.article)) return refusal(viewer, 'annotation.create', layer.article)
  if (!formatIn(name)) return refuse('fileFormat', 'format')
  if (Buffer.byteLength(text) > importLimits.bytes) return refuse('fileTooLarge', 'text', { limit: importLimits.bytes })
  const context = parseContextOf(layer)
  const parsed = await compute('parse-annotations', { format: name, text, context }, { owner: ownerOf(viewer), path: 'text' })
  return parsed.ok ? accept({ parsed: parsed.value, codebook: context.codebook }) : parsed
}

/** What a label is called, in every language of the interface. */
async function labelNames(): Promise<(ref: LabelRef) => string[]> {
  const all = await Promise.all(locales.map(messagesOf))
  return ({ dimension, label }) =>
    all.flatMap(({ codebook }) => {
      const words: Record<string, LabelWords | undefined> = codebook.labels[dimension]
      return words[label]?.name ?? []
    })
}
