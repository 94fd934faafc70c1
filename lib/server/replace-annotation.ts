import 'server-only'
import { narrowed } from '@/lib/domain/codebook/narrowed'
import { foreignOf, type Foreign, type Json } from '@/lib/domain/formats/foreign'
import type { IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { listOf } from '@/lib/domain/formats/read-json'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { findForChange } from './annotation-changes'
import { parseContextOf } from './annotation-json'
import { confidenceToRow } from './annotation-rows'
import { audit } from './audit'
import { db } from './db'
import { ownerOf } from './compute/compute'
import { contentOfIncoming, type IncomingContent } from './incoming-content'
import { incomingNotes } from './incoming-note'
import { placeIncoming, readHome } from './incoming-places'
import type { LayerContext } from './layers'
import { otherPeople } from './other-people'
import type { AnchorRow } from './place-anchors'
import { siteAddress } from './site-address'

/**
 * Replaces everything that an annotation says by one from elsewhere, which may stand on another passage: its id, author
 * and time of creation stay. Its version goes up. Refused: `ifMatchStale` where it is no longer at `version` (left out:
 * whichever it is at), `idOther` where what comes calls itself something else, `propertyFixed` where it has another
 * `canonical` or `via` than the annotation came with; leaving these out keeps them.
 */
export async function replaceFromW3c(
  viewer: Viewer,
  { layerId, id }: { layerId: string; id: string },
  incoming: IncomingAnnotation,
  { version }: { version?: number } = {},
): Promise<Result<{ version: number }>> {
  const found = await findForChange(viewer, id, 'annotation.update')
  if (!found.ok) return found
  const home = found.value.layerId === layerId ? await readHome(viewer, layerId) : null
  if (!home) return refuse('notFound')
  const { layer } = home
  const stored = await db.annotation.findUniqueOrThrow({ where: { id }, select: { foreign: true, createdAt: true } })
  const before = foreignOf(stored.foreign)
  const clash = clashWith(before, incoming, containerAddress(siteAddress(), layerId) + id)
  if (clash) return clash

  const settings = { codebook: narrowed(parseContextOf(layer).codebook, found.value.allowed), authorId: found.value.authorId, others: await otherPeople(found.value.authorId, layerId, [incoming]) }
  const notes = await incomingNotes([incoming], { owner: ownerOf(viewer) })
  if (!notes.ok) return notes
  const content = contentOfIncoming({ ...incoming, origin: null }, notes.value[0]!, settings)
  if (!content.ok) return content
  const placed = await placeIncoming(viewer, home, [incoming])
  if (!placed.ok) return placed
  const [anchors] = placed.value
  if (!anchors?.ok) return anchors ?? refuse('invalid')
  const said = { ...content.value, foreign: keptAfter(content.value.foreign, before, stored.createdAt.toISOString()) }
  const outcome = await write(viewer, layer, { id, version, said, anchors: anchors.value })
  if (outcome === 'stale') return refuse('ifMatchStale', 'If-Match')
  // The article was saved anew between placing and writing: place it on that revision as well.
  return outcome === 'revised' ? replaceFromW3c(viewer, { layerId, id }, incoming, { version }) : accept({ version: outcome })
}

/** What the model calls other identities was settled when the annotation came. */
function clashWith(before: Foreign | null, { origin, foreign }: IncomingAnnotation, address: string) {
  const { canonical, via } = before?.properties ?? {}
  const known = listOf(via)
  if (origin !== null && origin !== address && !known.includes(origin)) return refuse('idOther', 'id')
  const given = foreign?.properties ?? {}
  if (canonical !== undefined && given.canonical !== undefined && !same(listOf(canonical), listOf(given.canonical))) {
    return refuse('propertyFixed', 'canonical', { name: 'canonical' })
  }
  if (via !== undefined && given.via !== undefined && !same(known, listOf(given.via))) return refuse('propertyFixed', 'via', { name: 'via' })
  return null
}

const same = (some: Json[], others: Json[]) => JSON.stringify(some.toSorted()) === JSON.stringify(others.toSorted())

/** Keeps the identities, and not the times that we told and tell ourselves. */
function keptAfter(kept: Foreign | null, before: Foreign | null, createdAt: string): Foreign | null {
  const { canonical, via } = before?.properties ?? {}
  const { modified: _, created, ...properties } = kept?.properties ?? {}
  const all = {
    ...properties,
    ...(created !== undefined && created !== createdAt && { created }),
    ...(canonical !== undefined && { canonical }),
    ...(via !== undefined && { via }),
  }
  const { properties: __, ...rest } = kept ?? {}
  const some: Foreign = Object.keys(all).length > 0 ? { ...rest, properties: all } : rest
  return Object.keys(some).length > 0 ? some : null
}

type Change = { id: string; version: number | undefined; said: IncomingContent; anchors: readonly AnchorRow[] }

/** The new version; `stale` where it is no longer at the one it was to replace. */
async function write(viewer: Viewer, layer: LayerContext, { id, version, said, anchors }: Change): Promise<number | 'stale' | 'revised'> {
  return db.$transaction(async (tx) => {
    const [article] = await tx.$queryRaw<{ revision: number }[]>`
      select revision from "Article" where id = ${layer.articleId}::uuid for share`
    if (article?.revision !== layer.article.revision) return 'revised'
    const { foreign, labels, evidence, ...content } = said
    const [row] = await tx.annotation.updateManyAndReturn({
      where: { id, deletedAt: null, ...(version !== undefined && { version }) },
      data: {
        version: { increment: 1 },
        updatedAt: new Date(),
        note: content.note ?? Prisma.DbNull,
        confidence: confidenceToRow(content.confidence),
        sourceName: content.sourceName,
        foreign: foreign ?? Prisma.DbNull,
        codebookSlug: layer.codebookSlug,
        codebookVersion: layer.codebookVersion,
      },
      select: { version: true },
    })
    if (!row) return 'stale'
    await tx.annotationLabel.deleteMany({ where: { annotationId: id } })
    await tx.evidence.deleteMany({ where: { annotationId: id } })
    await tx.annotationLabel.createMany({ data: labels.map((label) => ({ ...label, annotationId: id })) })
    await tx.evidence.createMany({ data: evidence.map((link, position) => ({ ...link, position, annotationId: id })) })
    const detail = { version: row.version, content: structuredClone({ ...content, labels, evidence }) }
    await audit(tx, viewer, 'annotation.changed', id, { layerId: layer.id, detail })
    await moveTo(tx, viewer, layer, id, anchors)
    return row.version
  })
}

/** Puts the annotation on its new passage, where that is another one; earlier revisions keep the place it had on them. */
async function moveTo(tx: Prisma.TransactionClient, viewer: Viewer, layer: LayerContext, id: string, anchors: readonly AnchorRow[]): Promise<void> {
  const select = { start: true, end: true, quote: true, state: true, revisionId: true }
  const standing = await tx.anchor.findMany({ where: { annotationId: id }, select })
  const on = (revisionId: string) => standing.find((anchor) => anchor.revisionId === revisionId)
  const [named] = anchors
  const there = named && on(named.revisionId)
  if (!named || (there && there.start === named.start && there.end === named.end)) return
  for (const anchor of anchors) {
    const key = { annotationId_revisionId: { annotationId: id, revisionId: anchor.revisionId } }
    const data = { ...anchor, repair: null }
    await tx.anchor.upsert({ where: key, create: { annotationId: id, ...data }, update: data, select: { state: true } })
  }
  const last = anchors.at(-1)!
  const { start, end, quote, state = 'exact' } = last
  const detail = { revision: layer.article.revision, before: placeOf(on(last.revisionId)), after: { start, end, quote, state } }
  await audit(tx, viewer, 'annotation.reanchored', id, { layerId: layer.id, detail })
}

function placeOf(anchor: { start: number; end: number; quote: string; state: string } | undefined) {
  return anchor ? { start: anchor.start, end: anchor.end, quote: anchor.quote, state: anchor.state } : null
}
