import 'server-only'
import { quoteFinder } from '@/lib/domain/anchoring/find-quote'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { can } from '@/lib/domain/permissions'
import { codePointIndex, type CodePointIndex } from '@/lib/domain/text/code-points'
import { excerptOf, surroundings, type Excerpt } from '@/lib/domain/text/excerpt'
import type { Span } from '@/lib/domain/text/span'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { historyOf, pastAnchor, type HistoryStep } from './annotation-history'
import { annotationFields, toReaderAnnotation } from './annotation-rows'
import { db } from './db'
import { readLayer, type LayerContext } from './layers'

/** A place in the current text, as proposed to a person. */
export type Proposal = Span & { quote: string; passage: Excerpt }

/** An annotation whose words an edit changed or took, as its repair view shows it. Offsets count code points. */
export type Repair = {
  annotation: ReaderAnnotation
  was: { revision: number; passage: Excerpt }
  /** Where it was carried to; null: it is detached. */
  now: Proposal | null
  /** For a detached one: the only place with words like its own. */
  likely: Proposal | null
  /** The part of the current text to choose another passage from, and where in it the annotation stands or would. */
  around: { start: number; text: string; at: number }
  history: HistoryStep[]
}

const repairsOnAPage = 10

/**
 * What the viewer may repair in a layer and nobody has looked at since the edit: their own annotations, a moderator
 * all of them; oldest first, those after the annotation `after`. Null where the layer is not for them.
 */
export async function readRepairs(
  viewer: Viewer,
  layerId: string,
  after?: string,
): Promise<{ revision: number; repairs: Repair[]; next: string | null } | null> {
  const layer = await readLayer(viewer, layerId)
  if (!layer) return null
  const ids = await pendingIds(viewer, layer, after)
  const shown = ids.slice(0, repairsOnAPage)
  const { revision } = layer.article
  if (shown.length === 0) return { revision, repairs: [], next: null }
  const current = await db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId: layer.articleId, number: revision } },
    select: { id: true, text: true },
  })
  const rows = await readRows(layer, shown)
  const pasts = await readPasts(rows)
  const text = codePointIndex(current.text)
  const find = quoteFinder(current.text)
  const repairs = rows.flatMap((row): Repair[] => {
    const annotation = toReaderAnnotation({ ...row, anchors: row.anchors.slice(-1) })
    const last = row.anchors.at(-1)
    const past = pasts.get(row.id)
    if (!annotation || !last || !past) return []
    const propose = ({ start, end }: Span): Proposal => {
      return { start, end, quote: text.slice({ start, end }), passage: excerptOf(text, { start, end }) }
    }
    const stands = last.state !== 'orphaned' && last.revision.number === revision
    const now = stands ? propose(last) : null
    const sought = { prefix: last.prefix, suffix: last.suffix }
    const found = stands ? null : find({ exact: last.quote, ...sought })
    const at = now?.start ?? found?.start ?? likelyPlace(text, find, sought, past)
    const part = surroundings(text, at, reach)
    const around = { ...part, at: at - part.start }
    const likely = found && propose(found)
    const { revision: number, passage } = past
    return [{ annotation, was: { revision: number, passage }, now, likely, around, history: historyOf(row.anchors).steps }]
  })
  return { revision, repairs, next: ids.length > shown.length ? (shown.at(-1) ?? null) : null }
}

/** How many `readRepairs` has for this viewer in all. */
export async function countRepairs(viewer: Viewer, layerId: string): Promise<number> {
  const layer = await readLayer(viewer, layerId)
  return countPending(layer && pendingOf(viewer, layer))
}

/** How many of them are the viewer's own annotations, whatever else a moderator may repair. */
export async function countOwnRepairs(viewer: Viewer, layerId: string): Promise<number> {
  const layer = viewer.kind === 'user' ? await readLayer(viewer, layerId) : null
  const pending = layer && pendingOf(viewer, layer)
  return viewer.kind === 'user' ? countPending(pending && Prisma.sql`${pending} and annotation."authorId" = ${viewer.id}::uuid`) : 0
}

async function countPending(pending: Prisma.Sql | null): Promise<number> {
  if (!pending) return 0
  const [row] = await db.$queryRaw<{ count: number }[]>`select count(*)::int ${pending}`
  return row?.count ?? 0
}

/** Code points of the current text on each side of a likely place. */
const reach = 800

/** The rule `annotation.repair` as a condition of SQL; null for viewers who may repair nothing. */
function pendingOf(viewer: Viewer, layer: LayerContext): Prisma.Sql | null {
  if (viewer.kind === 'signed-out') return null
  const person = viewer.kind === 'user' ? viewer.id : ''
  const mine = { authorId: person, deletedBy: null, article: layer.article }
  const anybodys = { ...mine, authorId: '' }
  const all = can(viewer, 'annotation.repair', anybodys)
  if (!all && !can(viewer, 'annotation.repair', mine)) return null
  const whose = all ? Prisma.sql`true` : Prisma.sql`annotation."authorId" = ${person}::uuid`
  return Prisma.sql`
    from "Annotation" annotation
    where annotation."layerId" = ${layer.id}::uuid and annotation."deletedAt" is null and ${whose}
      and exists (
        select from "Anchor" anchor where anchor."annotationId" = annotation.id
          and anchor.state in ('changed', 'orphaned') and anchor.repair is null
      )`
}

async function pendingIds(viewer: Viewer, layer: LayerContext, after: string | undefined): Promise<string[]> {
  const pending = pendingOf(viewer, layer)
  if (!pending) return []
  const behind = after
    ? Prisma.sql`and ("createdAt", id) > (select "createdAt", id from "Annotation" where id = ${after}::uuid)`
    : Prisma.empty
  const rows = await db.$queryRaw<{ id: string }[]>`
    select id::text ${pending} ${behind} order by "createdAt", id limit ${repairsOnAPage + 1}`
  return rows.map(({ id }) => id)
}

const readRows = (layer: LayerContext, ids: string[]) =>
  db.annotation.findMany({
    where: { id: { in: ids }, layerId: layer.id },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: {
      ...annotationFields(''),
      anchors: {
        select: { ...pastAnchor, revisionId: true, start: true, end: true, prefix: true, suffix: true },
        orderBy: { revision: { number: 'asc' } },
      },
    },
  })
type Row = Awaited<ReturnType<typeof readRows>>[number]

type Past = { revision: number; passage: Excerpt; share: number }

/** The passage before the first edit that nobody has looked at, and how far down its text it stood. */
async function readPasts(rows: Row[]): Promise<Map<string, Past>> {
  const sought = rows.flatMap(({ id, anchors }) => {
    const first = anchors.findIndex(({ state, repair }) => repair === null && (state === 'changed' || state === 'orphaned'))
    const anchor = anchors[Math.max(0, first - 1)]
    return anchor ? [{ id, revisionId: anchor.revisionId, start: anchor.start, end: anchor.end }] : []
  })
  const windows = await db.$queryRaw<{ id: string; number: number; textLength: number; start: number; end: number; words: string }[]>`
    select row.id::text, number, "textLength", row.start, row."end",
      substr(text, greatest(0, row.start - ${margin}::int) + 1, row."end" - greatest(0, row.start - ${margin}::int) + ${margin}::int) as words
    from jsonb_to_recordset(${JSON.stringify(sought)}::jsonb) as row(id uuid, "revisionId" uuid, start int, "end" int)
    join "Revision" on "Revision".id = row."revisionId"`
  return new Map(
    windows.map(({ id, number, textLength, start, end, words }) => {
      const from = Math.max(0, start - margin)
      const passage = excerptOf(codePointIndex(words), { start: start - from, end: end - from })
      return [id, { revision: number, passage, share: start / Math.max(1, textLength) }]
    }),
  )
}

/** A little more than an excerpt shows, so that it can tell whether it is cut. */
const margin = 200

/** Where gone words would be: between the words that stood around them, else as far down the text as they were. */
function likelyPlace(text: CodePointIndex, find: ReturnType<typeof quoteFinder>, sought: { prefix: string; suffix: string }, past: Past): number {
  const before = sought.prefix.trim().length >= tellingContext ? find({ exact: sought.prefix }) : null
  const after = sought.suffix.trim().length >= tellingContext ? find({ exact: sought.suffix }) : null
  return before?.end ?? after?.start ?? Math.round(past.share * text.length)
}

const tellingContext = 8
