import 'server-only'
import { randomUUID } from 'node:crypto'
import { carryAnchors } from '@/lib/domain/anchoring/carry'
import { describe } from '@/lib/domain/anchoring/describe'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { codePointIndex } from '@/lib/domain/text/code-points'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import { listAnnotations } from './annotation-list'
import { findAssignment } from './assignment-context'
import { audit } from './audit'
import { db } from './db'
import { insertAnnotations } from './insert-annotations'
import { readLayer } from './layers'

/**
 * The layer of an assignment's key, for those who teach. One that was set before every assignment had a key from the
 * beginning gets it now.
 */
export async function openKey(viewer: Viewer, assignmentId: string): Promise<Result<{ layerId: string }>> {
  const found = await findAssignment(viewer, assignmentId, 'class.teach')
  if (!found.ok) return found
  if (found.value.keyLayerId) return accept({ layerId: found.value.keyLayerId })
  return db.$transaction(async (tx) => {
    // Two who open it at once get the same one.
    const [held] = await tx.$queryRaw<{ keyLayerId: string | null }[]>`
      select "keyLayerId" from "Assignment" where id = ${assignmentId}::uuid for update`
    if (held?.keyLayerId) return accept({ layerId: held.keyLayerId })
    const work = await tx.layer.findUniqueOrThrow({
      where: { id: found.value.layerId },
      select: { articleId: true, codebookSlug: true, codebookVersion: true, name: true },
    })
    const layer = await tx.layer.create({ data: { ...work, kind: 'key' }, select: { id: true } })
    await tx.assignment.update({ where: { id: assignmentId }, data: { keyLayerId: layer.id }, select: { id: true } })
    await audit(tx, viewer, 'assignment.key-opened', assignmentId)
    return accept({ layerId: layer.id })
  })
}

/**
 * Takes into the key what stands in another layer of the same article, on the assignment's revision: a curated one, or
 * one's own flags of the open reading (`mine`). Nothing that is in the key is replaced, and what it has already (the same
 * passage with the same labels) is not taken a second time.
 * @returns how many passages were taken
 */
export async function adoptIntoKey(viewer: Viewer, assignmentId: string, fromLayerId: string, whose: 'all' | 'mine'): Promise<Result<{ taken: number }>> {
  const key = await openKey(viewer, assignmentId)
  if (!key.ok) return key
  if (viewer.kind !== 'user') return refuse('notFound')
  const [source, target, revision] = await Promise.all([
    readLayer(viewer, fromLayerId),
    readLayer(viewer, key.value.layerId),
    db.assignment.findUniqueOrThrow({ where: { id: assignmentId }, select: { revision: { select: { id: true, number: true, text: true } } } }),
  ])
  if (!source || !target || source.articleId !== target.articleId) return refuse('notFound', 'layer')
  const { id: revisionId, number, text } = revision.revision
  const [listed, inKey] = await Promise.all([listAnnotations(viewer, source.id, number), listAnnotations(viewer, target.id, number)])
  const there = new Set(inKey?.standing.map(marked))
  const chosen = (listed?.standing ?? []).filter(
    (each) => each.start < each.end && each.labels.length > 0 && (whose === 'all' || each.author.id === viewer.id) && !there.has(marked(each)),
  )
  return takeOver(viewer, target, chosen.map((each) => ({ ...each, anchor: { revisionId, text } })))
}

/** What makes two annotations of a revision the same to a key. */
const marked = ({ start, end, labels }: Pick<ReaderAnnotation, 'start' | 'end' | 'labels'>) =>
  JSON.stringify([start, end, ...labels.map(({ dimension, label }) => `${dimension}:${label}`).sort()])

type Target = NonNullable<Awaited<ReturnType<typeof readLayer>>>
type Chosen = NonNullable<Awaited<ReturnType<typeof listAnnotations>>>['standing'][number] & { anchor: { revisionId: string; text: string } }

async function takeOver(viewer: SignedIn, target: Target, chosen: Chosen[]): Promise<Result<{ taken: number }>> {
  if (chosen.length === 0) return accept({ taken: 0 })
  const { text, revisionId } = chosen[0]!.anchor
  const index = codePointIndex(text)
  const now = await db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: target.articleId, number: target.article.revision } },
    select: { id: true, text: true },
  })
  const places = chosen.map(({ start, end }) => ({ id: randomUUID(), start, end }))
  // Where the article was edited since, each stands on its current revision as well, carried there like every other.
  const carried = now.id === revisionId ? [] : carryAnchors(text, now.text, places)
  const current = new Map(carried.map(({ id, ...anchor }) => [id, { revisionId: now.id, ...anchor }]))
  const rows = chosen.map(({ start, end, labels, note, evidence, confidence, sourceName }, i) => {
    const { id } = places[i]!
    const here = { revisionId, start, end, ...describe(index, { start, end }), state: 'exact' as const }
    const later = current.get(id)
    return { id, labels, note, evidence, confidence, sourceName, anchors: later ? [here, later] : [here] }
  })
  const { revised, made } = await insertAnnotations(viewer, target, rows)
  return revised ? refuse('conflict') : accept({ taken: made.size })
}
