import 'server-only'
import { carryAnchors } from '@/lib/domain/anchoring/carry'
import { contextLength, describe } from '@/lib/domain/anchoring/describe'
import type { NewAnnotation } from '@/lib/domain/annotation'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { codePointIndex } from '@/lib/domain/text/code-points'
import { graphemeAcross } from '@/lib/domain/text/graphemes'
import { isVisible } from '@/lib/domain/text/visible'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'
import { db, pool } from './db'
import { isUuid, layerColumns, layerFor, layerTables, type LayerColumns, type LayerContext } from './layers'

/** An anchor, but for whose it is. */
export type AnchorRow = Omit<Prisma.AnchorCreateManyInput, 'annotationId'>

/** Where an annotation is to stand: code points of that revision's text, and the words its reader saw there. */
export type Place = Pick<NewAnnotation, 'revision' | 'target' | 'quote'>

/** The part of a revision's text around a passage, from code point `from` on. */
export type Surroundings = { revisionId: string; textLength: number; words: string; from: number }

/**
 * A layer as far as `viewer` may read it, with what stands around a place in its article, null where there is no such
 * revision; null where there is no such layer for them.
 */
export async function readGround(
  viewer: Viewer,
  layerId: string,
  place: Place,
): Promise<{ layer: LayerContext; around: Surroundings | null } | null> {
  if (!isUuid(layerId)) return null
  const values = [layerId, ...windowOf(place)]
  const { rows } = await pool.query<LayerColumns & Words>({ name: 'gloss-read-ground', text: ground, values })
  const layer = rows[0] ? await layerFor(viewer, rows[0]) : null
  return layer && rows[0] ? { layer, around: surroundings(rows[0], place) } : null
}

/**
 * The anchor rows of a new annotation: on the revision its reader saw and, where a newer one was saved meanwhile, on the
 * current one as well, carried there like every other. Refused where the target is not those words of that revision, and
 * in a layer of an assignment where it is not on the revision that everybody reads: nobody would ever see it.
 */
export async function placeAnchors(
  layer: LayerContext,
  around: Surroundings | null,
  input: Place & { id: string },
): Promise<Result<AnchorRow[]>> {
  const pinned = await pinnedRevision(layer)
  if (pinned !== null && input.revision !== pinned) return refuse('notFound', 'revision')
  const first = anchorIn(around, input)
  if (!first.ok) return first
  if (input.revision === layer.article.revision) return accept([first.value])
  return accept([first.value, await carryToCurrent(layer, input)])
}

/** The number of the revision that an assignment's layer is on; null of other layers. It asks nobody's leave: the caller has. */
export async function pinnedRevision({ id, article }: LayerContext): Promise<number | null> {
  if (!article.standing) return null
  const assignment = await db.assignment.findFirst({ where: { OR: [{ layerId: id }, { keyLayerId: id }] }, select: { revision: { select: { number: true } } } })
  return assignment?.revision.number ?? null
}

/** The anchor of a passage on the revision it was selected on, where it has those words and cuts no character. */
export async function anchorOn(articleId: string, place: Place): Promise<Result<AnchorRow>> {
  const { rows } = await pool.query<Words>({ name: 'gloss-read-words', text: read, values: [articleId, ...windowOf(place)] })
  return anchorIn(rows[0] ? surroundings(rows[0], place) : null, place)
}

function anchorIn(around: Surroundings | null, { target, quote }: Place): Result<AnchorRow> {
  if (!around) return refuse('notFound', 'revision')
  if (target.end > around.textLength) return refuse('passageOutside', 'target')
  const window = codePointIndex(around.words)
  const inside = { start: target.start - around.from, end: target.end - around.from }
  const words = describe(window, inside)
  if (words.quote !== quote) return refuse('passageChanged', 'quote')
  if (!isVisible(quote)) return refuse('passageEmpty', 'target')
  const cuts = (at: number) => graphemeAcross(around.words, window.toUtf16(at)) !== null
  if (cuts(inside.start) || cuts(inside.end)) return refuse('passageCutsCharacter', 'target')
  return accept({ revisionId: around.revisionId, ...target, ...words, state: 'exact' as const })
}

type Words = { revisionId: string | null; textLength: number; words: string }

/** As much as context and whole graphemes need, without fetching the whole text. */
const firstOf = ({ target }: Place) => Math.max(0, target.start - 2 * contextLength)
const windowOf = (place: Place) => [place.revision, firstOf(place) + 1, place.target.end + 2 * contextLength - firstOf(place)]
const surroundings = ({ revisionId, textLength, words }: Words, place: Place): Surroundings | null =>
  revisionId === null ? null : { revisionId, textLength, words, from: firstOf(place) }

const wordColumns = `r.id as "revisionId", r."textLength", substr(r.text, $3, $4) as words`
const read = `select ${wordColumns} from "Revision" r where r."articleId" = $1 and r.number = $2`
const ground = `
  select ${layerColumns}, ${wordColumns} from ${layerTables}
  left join "Revision" r on r."articleId" = article.id and r.number = $2 where layer.id = $1`

async function carryToCurrent(layer: LayerContext, input: Place & { id: string }): Promise<AnchorRow> {
  const number = { in: [input.revision, layer.article.revision] }
  const [before, after] = await db.revision.findMany({
    where: { articleId: layer.articleId, number },
    orderBy: { number: 'asc' },
    select: { id: true, text: true },
  })
  if (!before || !after) throw new Error(`Article ${layer.articleId} lacks revision ${layer.article.revision}.`)
  const [carried] = carryAnchors(before.text, after.text, [{ id: input.id, ...input.target }])
  if (!carried) throw new Error('An anchor was lost on its way to the current revision.')
  const { start, end, quote, prefix, suffix, state } = carried
  return { revisionId: after.id, start, end, quote, prefix, suffix, state }
}
