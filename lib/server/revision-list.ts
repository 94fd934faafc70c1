import 'server-only'
import { anchorStates, type AnchorState } from '@/lib/domain/annotation'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'
import { readLayer } from './layers'
import { decidesRevisions } from './revision-sight'
import { seesPrivate } from './revisions'

/** How many annotations came out as what. */
export type Carried = Record<AnchorState, number>

/** A revision in the list of an article's; `createdAt` in ISO 8601, UTC, the length in code points. */
export type RevisionEntry = {
  number: number
  author: string
  createdAt: string
  textLength: number
  /** What became of the annotations of the revision before; null for the first. Deleted ones are left out. */
  carried: Carried | null
  /** The one before it that the viewer may see; null: there is none. */
  before: number | null
  /** Only the article's owner sees it. */
  ownerOnly: boolean
}

const revisionsOnAPage = 20

/**
 * The revisions of a layer's article, newest first, at most `revisionsOnAPage` of them: those below the number `before`,
 * else from the current one on. `mayWithdraw`: the viewer decides who sees earlier ones. `next` is what to ask with for the older ones. Null where the layer is not for `viewer`.
 */
export async function readRevisionList(
  viewer: Viewer,
  layerId: string,
  before?: number,
): Promise<{ articleId: string; entries: RevisionEntry[]; next: number | null; mayWithdraw: boolean } | null> {
  const layer = await readLayer(viewer, layerId)
  if (!layer) return null
  const rows = await db.revision.findMany({
    where: { articleId: layer.articleId, ...(!seesPrivate(viewer, layer.article) && { private: false }), ...(before !== undefined && { number: { lt: before } }) },
    orderBy: { number: 'desc' },
    take: revisionsOnAPage + 1,
    select: { number: true, createdAt: true, textLength: true, private: true, author: { select: { name: true } } },
  })
  const shown = rows.slice(0, revisionsOnAPage)
  const carried = await readCarried(layer, shown.map(({ number }) => number))
  return {
    articleId: layer.articleId,
    mayWithdraw: decidesRevisions(viewer, layer.article),
    entries: shown.map(({ number, createdAt, textLength, private: ownerOnly, author }, at) => ({
      number,
      author: author.name,
      createdAt: createdAt.toISOString(),
      textLength,
      carried: number === 1 ? null : (carried.get(number) ?? nothing()),
      before: rows[at + 1]?.number ?? null,
      ownerOnly,
    })),
    next: rows.length > shown.length ? (shown.at(-1)?.number ?? null) : null,
  }
}

/** No annotation of any state. */
export const nothing = (): Carried => Object.fromEntries(anchorStates.map((state) => [state, 0])) as Carried

/** For each of these revisions what became of what stood on the one before it. */
async function readCarried(layer: { id: string; articleId: string }, numbers: number[]): Promise<Map<number, Carried>> {
  const rows = await db.$queryRaw<{ number: number; state: AnchorState; count: number }[]>`
    select revision.number, anchor.state, count(*)::int
    from "Revision" revision
    join "Revision" before on before."articleId" = revision."articleId" and before.number = revision.number - 1
    join "Anchor" anchor on anchor."revisionId" = revision.id
    join "Anchor" last on last."annotationId" = anchor."annotationId" and last."revisionId" = before.id
    join "Annotation" annotation on annotation.id = anchor."annotationId"
    where revision."articleId" = ${layer.articleId}::uuid and revision.number = any(${numbers}::int[])
      and last.state <> 'orphaned' and annotation."layerId" = ${layer.id}::uuid and annotation."deletedAt" is null
    group by revision.number, anchor.state`
  const carried = new Map<number, Carried>()
  for (const { number, state, count } of rows) carried.set(number, { ...(carried.get(number) ?? nothing()), [state]: count })
  return carried
}
