import 'server-only'
import type { AnchorState } from '@/lib/domain/annotation'
import { accept, problemsOf, type Result } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import type { Comparison } from '@/lib/domain/text/compare'
import { articleDocument } from '@/lib/domain/text/document'
import { storedDocument } from '@/lib/domain/text/stored-document'
import type { Viewer } from '@/lib/domain/viewer'
import { ownerOf } from './compute/compute'
import { db } from './db'
import { compareApart, compareRevisions } from './kept-comparisons'
import { readLayer } from './layers'
import { nothing, type Carried } from './revision-list'
import { findEditable, seesPrivate } from './revisions'

/** Two revisions of an article side by side. `carried`: what became of the annotations that stood on the earlier one. */
export type ComparisonView = Comparison & { from: Compared; to: Compared; carried: Carried }
export type Compared = { number: number; author: string; createdAt: string; textLength: number }

/**
 * What changed from revision `from` to the later revision `to` of a layer's article. Null where there are no two such
 * revisions, in this order, for this viewer.
 */
export async function readComparison(viewer: Viewer, layerId: string, from: number, to: number): Promise<ComparisonView | null> {
  const layer = await readLayer(viewer, layerId)
  if (!layer || from >= to) return null
  const both = await db.revision.findMany({
    where: { articleId: layer.articleId, number: { in: [from, to] }, ...(!seesPrivate(viewer, layer.article) && { private: false }) },
    orderBy: { number: 'asc' },
    select: { id: true, number: true, createdAt: true, textLength: true, author: { select: { name: true } } },
  })
  const [before, after] = both
  if (!before || !after) return null
  const [comparison, carried] = await Promise.all([compareRevisions(layer.articleId, before, after), readCarried(layer, from, to)])
  return { from: shown(before), to: shown(after), ...comparison, carried }
}

/** What saving a draft would change in the current revision, which is `revision`. */
export type DraftComparison = Comparison & { revision: Compared }

/**
 * A draft beside the current revision of its article, which somebody may have saved since the draft was begun. A draft
 * may be empty. Refuses what is no document, and viewers who may not edit the article.
 */
export async function compareDraft(viewer: Viewer, articleId: string, draft: unknown): Promise<Result<DraftComparison>> {
  const article = await findEditable(viewer, articleId)
  if (!article.ok) return article
  const document = articleDocument.safeParse(draft)
  if (!document.success) return { ok: false, problems: problemsOf(document.error) }
  const { text, ...revision } = await db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number: article.value.revision } },
    select: { number: true, text: true, createdAt: true, textLength: true, author: { select: { name: true } } },
  })
  const compared = await compareApart(text, canonicalText(storedDocument(document.data)), ownerOf(viewer))
  return compared.ok ? accept({ revision: shown(revision), ...compared.value }) : compared
}

type Found = Omit<Compared, 'author' | 'createdAt'> & { createdAt: Date; author: { name: string } }
const shown = ({ number, createdAt, textLength, author }: Found): Compared => ({
  number,
  textLength,
  author: author.name,
  createdAt: createdAt.toISOString(),
})

/** Over several revisions: `orphaned` where it is gone in the end, else `changed` where it was ever, else `moved`. */
async function readCarried(layer: { id: string; articleId: string }, from: number, to: number): Promise<Carried> {
  const rows = await db.$queryRaw<{ state: AnchorState; count: number }[]>`
    select state, count(*)::int from (
      select case
          when bool_or(revision.number = ${to}::int and step.state = 'orphaned') then 'orphaned'
          when bool_or(step.state in ('changed', 'orphaned')) then 'changed'
          when bool_or(step.state = 'moved') then 'moved'
          else 'exact'
        end as state
      from "Anchor" first
      join "Revision" start on start.id = first."revisionId"
      join "Annotation" annotation on annotation.id = first."annotationId"
      join "Anchor" step on step."annotationId" = first."annotationId"
      join "Revision" revision on revision.id = step."revisionId"
      where start."articleId" = ${layer.articleId}::uuid and start.number = ${from}::int and first.state <> 'orphaned'
        and annotation."layerId" = ${layer.id}::uuid and annotation."deletedAt" is null
        and revision.number > ${from}::int and revision.number <= ${to}::int
      group by first."annotationId"
    ) outcome group by state`
  return { ...nothing(), ...Object.fromEntries(rows.map(({ state, count }) => [state, count])) }
}
