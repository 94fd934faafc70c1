import 'server-only'
import { carryAnchors } from '@/lib/domain/anchoring/carry'
import { contextLength, describe } from '@/lib/domain/anchoring/describe'
import type { NewAnnotation } from '@/lib/domain/annotation'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import { codePointIndex } from '@/lib/domain/text/code-points'
import { graphemeAcross } from '@/lib/domain/text/graphemes'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import type { LayerContext } from './layers'

/** An anchor, but for whose it is. */
export type AnchorRow = Omit<Prisma.AnchorCreateManyInput, 'annotationId'>

/**
 * The anchor rows of a new annotation: on the revision its reader saw and, where a newer one was saved meanwhile, on the
 * current one as well, carried there like every other. Refused where the target is not those words of that revision.
 */
export async function placeAnchors(layer: LayerContext, input: NewAnnotation): Promise<Result<AnchorRow[]>> {
  const first = await anchorOn(layer.articleId, input)
  if (!first.ok) return first
  if (input.revision === layer.article.revision) return accept([first.value])
  return accept([first.value, await carryToCurrent(layer, input)])
}

/** The anchor of a passage on the revision it was selected on, where it has those words and cuts no character. */
export async function anchorOn(
  articleId: string,
  { revision: number, target, quote }: Pick<NewAnnotation, 'revision' | 'target' | 'quote'>,
): Promise<Result<AnchorRow>> {
  const revision = await readWindow(articleId, number, target)
  if (!revision) return refuse('notFound', 'revision')
  if (target.end > revision.textLength) return refuse('passageOutside', 'target')
  const window = codePointIndex(revision.words)
  const inside = { start: target.start - revision.from, end: target.end - revision.from }
  const words = describe(window, inside)
  if (words.quote !== quote) return refuse('passageChanged', 'quote')
  const cuts = (at: number) => graphemeAcross(revision.words, window.toUtf16(at)) !== null
  if (cuts(inside.start) || cuts(inside.end)) return refuse('passageCutsCharacter', 'target')
  return accept({ revisionId: revision.id, ...target, ...words, state: 'exact' as const })
}

/** The words around a passage, enough for its context and for whole graphemes, without fetching the whole text. */
async function readWindow(articleId: string, number: number, target: { start: number; end: number }) {
  const from = Math.max(0, target.start - 2 * contextLength)
  const length = target.end + 2 * contextLength - from
  const rows = await db.$queryRaw<{ id: string; textLength: number; words: string }[]>`
    select id::text, "textLength", substr(text, ${from + 1}::int, ${length}::int) as words
    from "Revision" where "articleId" = ${articleId}::uuid and number = ${number}::int`
  return rows[0] && { ...rows[0], from }
}

async function carryToCurrent(layer: LayerContext, input: NewAnnotation): Promise<AnchorRow> {
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
