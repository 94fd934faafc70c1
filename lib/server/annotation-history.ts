import 'server-only'
import type { AnchorState } from '@/lib/domain/annotation'
import { can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import type { AnchorRepair } from '@/prisma/generated/client'
import { db } from './db'
import { recordLayerSight } from './first-sights'
import { seesAll, subjectFor } from './layer-standing'
import { seesPrivate } from './revisions'

/** Where an annotation stood from revision `from` to revision `to`, in the same words and state on all of them. */
export type HistoryStep = { from: number; to: number; state: AnchorState; repair: AnchorRepair | null; quote: string }
/** One annotation through the revisions of its article. `heldBy` is the last revision that has its words. */
export type AnnotationHistory = { id: string; author: { id: string; name: string }; steps: HistoryStep[]; heldBy: number | null }

/** An anchor as histories are made of them, in the order of the revisions. */
export type PastAnchor = { state: AnchorState; repair: AnchorRepair | null; quote: string; revision: { number: number } }

export const pastAnchor = { state: true, repair: true, quote: true, revision: { select: { number: true } } } as const

/** Each revision an annotation of this layer lived on; null where there is none, or none for this viewer. */
export async function readAnnotationHistory(viewer: Viewer, layerId: string, id: string): Promise<AnnotationHistory | null> {
  const row = await db.annotation.findFirst({
    where: { id, layerId },
    select: {
      id: true,
      author: { select: { id: true, name: true } },
      deletedAt: true,
      deletedById: true,
      layer: { select: { kind: true, article: { select: { visibility: true, ownerId: true } } } },
      anchors: { select: { ...pastAnchor, revision: { select: { number: true, private: true } } }, orderBy: { revision: { number: 'asc' } } },
    },
  })
  if (!row) return null
  const deletedBy = row.deletedAt ? row.deletedById : null
  const article = await subjectFor(viewer, layerId, { kind: row.layer.kind, ...row.layer.article })
  const subject = { authorId: row.author.id, deletedBy, article }
  const named = seesAll(article) || (viewer.kind === 'user' && viewer.id === row.author.id)
  if (!named || !can(viewer, 'annotation.read', subject)) return null
  if (viewer.kind === 'user' && viewer.id !== row.author.id) await recordLayerSight(viewer, layerId, article.standing)
  // A class reads the revision that it was given, whoever else may.
  const anchors = article.standing || seesPrivate(viewer, article) ? row.anchors : row.anchors.filter(({ revision }) => !revision.private)
  return { id, author: row.author, ...historyOf(anchors) }
}

/** Anchors as steps: revisions that changed nothing about the annotation are told together. */
export function historyOf(anchors: readonly PastAnchor[]): Pick<AnnotationHistory, 'steps' | 'heldBy'> {
  const steps: HistoryStep[] = []
  for (const { state, repair, quote, revision } of anchors) {
    const last = steps.at(-1)
    const stays = last && last.quote === quote && repair === null && (state === 'exact' || (state === 'orphaned' && last.state === state))
    if (stays) last.to = revision.number
    else steps.push({ from: revision.number, to: revision.number, state, repair, quote })
  }
  return { steps, heldBy: anchors.findLast(({ state }) => state !== 'orphaned')?.revision.number ?? null }
}
