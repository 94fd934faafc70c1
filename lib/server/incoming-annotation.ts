import 'server-only'
import type { ExportedAnnotation, IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import { readExportedOne } from './annotation-export'
import { mostTries, prepareIncoming } from './incoming-annotations'
import { readHome, type Home } from './incoming-places'
import { insertOne, type AnnotationToWrite, type Stored } from './insert-annotations'
import { openWorkIn } from './submissions'

/**
 * Writes one annotation from elsewhere as the viewer's, as `writeIncoming` does, and tells it as it leaves the house. It
 * gets the first of `ids` that nothing has yet. One statement, if nobody saves the article meanwhile.
 */
export async function createIncoming(viewer: Viewer, home: Home, incoming: IncomingAnnotation, ids: readonly string[]): Promise<Result<ExportedAnnotation>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const now = tries === 0 ? home : await readHome(viewer, home.layer.id)
    const prepared = await prepareIncoming(viewer, now, { annotations: [incoming], refused: [] }, { ids })
    if (!prepared.ok) return prepared
    const { author, layer, rows: [row], refused: [refused] } = prepared.value
    if (!row) return { ok: false, problems: refused?.problems ?? [] }
    await openWorkIn(author, layer)
    const stored = await insertOne(author, layer, row)
    if (stored === 'revised') continue
    if (stored === null) {
      ids = []
      continue
    }
    const exported = exportedOf(author, row, stored, layer.article.revision) ?? (await readExportedOne(viewer, layer.id, row.id))
    return exported === null || exported === 'deleted' ? refuse('notFound') : accept(exported)
  }
  return refuse('conflict')
}

/** What reading it would give; null for one that came on an earlier revision, of which the current one may not have all. */
function exportedOf({ id, name }: SignedIn, row: AnnotationToWrite, stored: Stored, revision: number): ExportedAnnotation | null {
  const { anchors: [anchor, another], note, evidence, confidence, sourceName } = row
  if (!anchor || another) return null
  const { start, end, quote, prefix, suffix } = anchor
  const { createdAt, labels, foreign } = stored
  return {
    id: row.id, author: { id, name }, start, end, quote, prefix, suffix, revision, labels, note, evidence, confidence, sourceName,
    version: 1, createdAt, updatedAt: createdAt, foreign,
  }
}
