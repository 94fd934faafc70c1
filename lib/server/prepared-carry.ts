import 'server-only'
import { carryAnchors, type Anchor, type CarriedAnchor } from '@/lib/domain/anchoring/carry'
import type { Replaced } from '@/lib/domain/anchoring/replaced'
import { accept, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { compute, ownerOf } from './compute/compute'
import { db } from './db'

/** Texts up to this many characters are compared within the transaction: that takes less than asking another process. */
const atOnce = 20_000

/** What became of the anchors of one revision, worked out before the transaction that saves the next. */
export type PreparedCarry = { revisionId: string; carried: ReadonlyMap<string, CarriedAnchor> }

/**
 * Works out where the anchors of an article's revision come to stand in a next text, in another process and before
 * anything is locked; null where the texts are short, or there is no such revision. Refuses what could not be compared in
 * time, and whoever has too much waiting.
 */
export async function prepareCarry(
  viewer: Viewer,
  { articleId, number, after, replaced }: { articleId: string; number: number; after: string; replaced?: readonly Replaced[] },
): Promise<Result<PreparedCarry | null>> {
  const before = await db.revision.findUnique({ where: { articleId_number: { articleId, number } }, select: { id: true, text: true } })
  if (!before || Math.max(before.text.length, after.length) <= atOnce || before.text === after) return accept(null)
  const rows = await db.anchor.findMany({
    where: { revisionId: before.id, state: { not: 'orphaned' }, end: { gt: 0 } },
    select: { annotationId: true, start: true, end: true },
  })
  const anchors = rows.map(({ annotationId: id, start, end }) => ({ id, start, end }))
  const made = await compute('carry-anchors', { before: before.text, after, anchors, replaced }, { owner: ownerOf(viewer), path: 'document' })
  if (!made.ok) return made
  return accept({ revisionId: before.id, carried: new Map(made.value.map((anchor, i) => [keyOf(anchors[i]!), anchor])) })
}

/** The anchors carried, as far as it was worked out before; those that came meanwhile are carried now. */
export function carryWith(
  prepared: PreparedCarry | null,
  from: { id: string; text: string },
  after: string,
  anchors: readonly Anchor[],
  replaced?: readonly Replaced[],
): CarriedAnchor[] {
  const known = prepared?.revisionId === from.id ? prepared.carried : new Map<string, CarriedAnchor>()
  const fresh = anchors.filter((anchor) => !known.has(keyOf(anchor)))
  const made = fresh.length === 0 ? [] : carryAnchors(from.text, after, fresh, replaced)
  return [...anchors.flatMap((anchor) => known.get(keyOf(anchor)) ?? []), ...made]
}

const keyOf = ({ id, start, end }: Anchor) => `${id} ${start} ${end}`
