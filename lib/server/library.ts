import 'server-only'
import { z } from 'zod'
import { languageTag, type Visibility } from '@/lib/domain/article'
import { accept, problemsOf, type Result } from '@/lib/domain/problem'
import { excerptAround } from '@/lib/domain/text/found-words'
import { boundedText } from '@/lib/domain/text/line'
import { searchTerms } from '@/lib/domain/text/search-terms'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { byIndex, searchFor } from './library-search'
import { readStrips, type Strip } from './strips'
import { visibleArticles } from './visible-articles'

/** What the library can be narrowed to besides words and language. */
export const libraryStates = ['public', 'private', 'draft', 'detached', 'unflagged'] as const
export type LibraryState = (typeof libraryStates)[number]

const cursorParts = z.tuple([z.iso.datetime(), z.uuid()])
const cursor = z.string().max(200).transform((value, context): [Date, string] => {
  const parts = cursorParts.safeParse(fromBase64url(value))
  if (parts.success) return [new Date(parts.data[0]), parts.data[1]]
  context.issues.push({ code: 'custom', message: 'invalid', input: value })
  return z.NEVER
})
/** What a list of articles can be asked for. */
export const libraryQuery = z.object({
  q: boundedText(200).trim().max(200).optional(),
  language: languageTag.optional(),
  state: z.enum(libraryStates).optional(),
  cursor: cursor.optional(),
  limit: z.coerce.number().int().min(1).max(100).default(20),
})
/** A query as it comes from outside: any string may stand in any field. */
export type LibraryQuery = { q?: string; language?: string; state?: string; cursor?: string; limit?: string | number }

/** One article of a list; `createdAt` in ISO 8601, `publishedAt` as a date, `excerpt` at most 120 code points long. */
export type LibraryItem = {
  id: string
  slug: string
  title: string
  byline: string | null
  siteName: string | null
  language: string
  visibility: Visibility
  publishedAt: string | null
  createdAt: string
  excerpt: string
  /** The viewer has an edit of it that is not saved as a revision yet. */
  draft: boolean
  layerId: string
  strip: Strip | null
}
/** A page of articles; `terms`: what was searched for, as it is marked in them. */
export type LibraryPage = { items: LibraryItem[]; terms: string[]; nextCursor: string | null }

/**
 * The articles a viewer may read, newest first: all public ones and the viewer's own private ones, narrowed by words
 * (every one must occur in title, byline, site or text), language and state. Pages are keyed by creation time and id, so
 * an article that arrives meanwhile shifts none; `cursor` is the `nextCursor` of the page before. Two statements a page:
 * the articles and their strips; a search is a third, that only sets the planner. Refuses with `invalid` or `tooLong` at the field that cannot be used.
 */
export async function listArticles(viewer: Viewer, input: LibraryQuery): Promise<Result<LibraryPage>> {
  const found = await findArticles(viewer, input)
  if (!found.ok) return found
  const { rows, terms, nextCursor } = found.value
  const strips = await readStrips(viewer, rows.map(({ layerId }) => layerId))
  return accept({ items: rows.map((row) => itemOf(row, terms, strips)), terms, nextCursor })
}

/** The same without the strips: one statement, or two for a search. */
export async function findArticles(viewer: Viewer, input: LibraryQuery): Promise<Result<{ rows: LibraryRow[]; terms: string[]; nextCursor: string | null }>> {
  const parsed = libraryQuery.safeParse(input)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error) }
  const { q, language, state, cursor: after, limit } = parsed.data
  const search = searchFor(q ?? '')
  const terms = searchTerms(q ?? '')
  const conditions = [visibleArticles(viewer), search.condition]
  // Chinese is found in both its scripts, Portuguese in all countries.
  if (language) conditions.push(language.includes('-') ? Prisma.sql`a."language" = ${language}` : Prisma.sql`split_part(a."language", '-', 1) = ${language}`)
  if (state) conditions.push(stateCondition(viewer, state))
  if (after) conditions.push(Prisma.sql`(a."createdAt", a."id") < (${after[0]}, ${after[1]}::uuid)`)
  const statement = db.$queryRaw<LibraryRow[]>`
    SELECT a."id", a."slug", a."title", a."byline", a."siteName", a."language", a."visibility"::text AS "visibility",
      a."publishedAt", a."createdAt", ${around(terms[0])} AS "opening", ${hasDraft(viewer)} AS "draft",
      (SELECT l."id" FROM "Layer" l WHERE l."articleId" = a."id" AND l."kind" = 'open' ORDER BY l."createdAt", l."id" LIMIT 1) AS "layerId"
    FROM "Article" a
    JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revision"
    WHERE ${Prisma.join(conditions, ' AND ')}
    ORDER BY a."createdAt" DESC, a."id" DESC LIMIT ${limit + 1}`
  const rows = search.indexed ? (await db.$transaction([db.$queryRaw(byIndex), statement]))[1] : await statement
  const shown = rows.slice(0, limit)
  const last = rows.length > limit ? shown.at(-1) : undefined
  return accept({ rows: shown, terms, nextCursor: last ? toBase64url([last.createdAt.toISOString(), last.id]) : null })
}

/**
 * The languages of the articles a viewer may read, in the order of their tags. It jumps from language to language in the
 * index on (language, createdAt, id), so it costs the number of languages, not of articles.
 */
export async function readLibraryLanguages(viewer: Viewer): Promise<string[]> {
  const visible = visibleArticles(viewer)
  const rows = await db.$queryRaw<{ language: string }[]>`
    WITH RECURSIVE present AS (
      (SELECT a."language" FROM "Article" a WHERE ${visible} ORDER BY a."language" LIMIT 1)
      UNION ALL
      SELECT (SELECT a."language" FROM "Article" a
              WHERE a."language" > present."language" AND ${visible} ORDER BY a."language" LIMIT 1)
      FROM present WHERE present."language" IS NOT NULL
    ) SELECT "language" FROM present WHERE "language" IS NOT NULL`
  return rows.map(({ language }) => language)
}

type LibraryRow = Omit<LibraryItem, 'publishedAt' | 'createdAt' | 'excerpt' | 'strip'> & {
  publishedAt: Date | null
  createdAt: Date
  opening: string
}

const hasDraft = (viewer: Viewer): Prisma.Sql =>
  viewer.kind === 'user'
    ? Prisma.sql`EXISTS (SELECT 1 FROM "Draft" d WHERE d."articleId" = a."id" AND d."userId" = ${viewer.id}::uuid)`
    : Prisma.sql`FALSE`

function stateCondition(viewer: Viewer, state: LibraryState): Prisma.Sql {
  // Of open readings only: what a class does on an article is not for others to know, not even that it does something.
  const standing = Prisma.sql`
    SELECT 1 FROM "Anchor" p JOIN "Annotation" n ON n."id" = p."annotationId" AND n."deletedAt" IS NULL
    JOIN "Layer" l ON l."id" = n."layerId" AND l."kind" = 'open'
    WHERE p."revisionId" = r."id"`
  const conditions: Record<LibraryState, Prisma.Sql> = {
    public: Prisma.sql`a."visibility" = 'public'`,
    private: Prisma.sql`a."visibility" = 'private'`,
    draft: hasDraft(viewer),
    detached: Prisma.sql`EXISTS (${standing} AND p."state" = 'orphaned')`,
    unflagged: Prisma.sql`NOT EXISTS (${standing} AND p."state" <> 'orphaned')`,
  }
  return conditions[state]
}

function itemOf({ opening, ...row }: LibraryRow, terms: readonly string[], strips: Map<string, Strip>): LibraryItem {
  return {
    ...row,
    publishedAt: row.publishedAt?.toISOString().slice(0, 10) ?? null,
    createdAt: row.createdAt.toISOString(),
    excerpt: excerptAround(opening, terms),
    strip: strips.get(row.layerId) ?? null,
  }
}

/**
 * Some hundred characters of the text around where a search found its first word, by the searched text, which begins with
 * the details and is otherwise about as long; without a word, or where that stands in the details, the beginning.
 */
const around = (term: string | undefined): Prisma.Sql =>
  term === undefined
    ? Prisma.sql`left(r."text", 121)`
    : Prisma.sql`substr(r."text", greatest(1, strpos(a."searchText", ${term}) - (length(a."searchText") - length(r."text")) - 90), 400)`

const toBase64url = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

function fromBase64url(value: string): unknown {
  try {
    return JSON.parse(Buffer.from(value, 'base64url').toString())
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
