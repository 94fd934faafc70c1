import 'server-only'
import { z } from 'zod'
import { dimensions } from '@/lib/domain/codebook/codebook'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { fingerprint } from './layer-state'
import { visibleArticles } from './visible-articles'

/** Equal parts of the text that a strip counts in: enough to show where, few enough to draw small. */
const stripCells = 48

const row = z.array(z.int().nonnegative()).length(stripCells)
const strip = z.object({ flags: z.int(), readers: z.int(), ...Object.fromEntries(dimensions.map((d) => [d, row])) as {
  sourcing: typeof row; statement: typeof row; framing: typeof row
} })

/** How an article was flagged, at a glance: flags and readers in all, and readers of each dimension in each cell of the text. */
export type Strip = z.infer<typeof strip>

/**
 * The strips of those of the given layers, open readings all, that the viewer may read, in one statement whatever their number. Stored ones
 * are used while their layer is unchanged; the others are counted in one grouped query and stored in the same statement.
 * A cell counts a reader who flagged at least one code point of it on the current revision; detached and deleted
 * annotations count nowhere.
 */
export async function readStrips(viewer: Viewer, layerIds: readonly string[]): Promise<Map<string, Strip>> {
  if (layerIds.length === 0) return new Map()
  const rows = await db.$queryRaw<{ layerId: string; strip: unknown }[]>`
    WITH state AS (
      SELECT l."id", r."id" AS "revisionId", r."textLength", ${fingerprint} AS "fingerprint"
      FROM "Layer" l
      JOIN "Article" a ON a."id" = l."articleId"
      JOIN "Revision" r ON r."articleId" = a."id" AND r."number" = a."revision"
      WHERE l."id" = ANY(${[...layerIds]}::uuid[]) AND l."kind" = 'open' AND ${visibleArticles(viewer)}
    ), known AS (
      SELECT state."id", s."strip"
      FROM state JOIN "LayerSummary" s ON s."layerId" = state."id" AND s."fingerprint" = state."fingerprint"
      WHERE s."strip" <> 'null'::jsonb
    ), stale AS (
      SELECT * FROM state WHERE NOT EXISTS (SELECT 1 FROM known WHERE known."id" = state."id")
    ), standing AS (
      SELECT stale."id" AS "layerId", stale."textLength", n."id", n."authorId", p."start", p."end"
      FROM stale
      JOIN "Anchor" p ON p."revisionId" = stale."revisionId" AND p."state" <> 'orphaned'
      JOIN "Annotation" n ON n."id" = p."annotationId" AND n."layerId" = stale."id" AND n."deletedAt" IS NULL
    ), cells AS (
      SELECT t."layerId", b."dimension", c."cell", count(DISTINCT t."authorId") AS "readers"
      FROM standing t
      JOIN "AnnotationLabel" b ON b."annotationId" = t."id"
      CROSS JOIN LATERAL generate_series(
        t."start"::bigint * ${stripCells} / t."textLength",
        least(${stripCells} - 1, (t."end"::bigint * ${stripCells} - 1) / t."textLength")
      ) c("cell")
      GROUP BY t."layerId", b."dimension", c."cell"
    ), counted AS (
      SELECT stale."id", stale."fingerprint",
        (SELECT jsonb_build_object('flags', count(*), 'readers', count(DISTINCT t."authorId"))
         FROM standing t WHERE t."layerId" = stale."id")
        || (SELECT jsonb_object_agg(d."name", (
              SELECT jsonb_agg(coalesce(cells."readers", 0) ORDER BY g."cell")
              FROM generate_series(0, ${stripCells} - 1) g("cell")
              LEFT JOIN cells ON cells."layerId" = stale."id" AND cells."dimension" = d."name" AND cells."cell" = g."cell"
            )) FROM unnest(${[...dimensions]}::text[]) d("name")) AS "strip"
      FROM stale
    ), stored AS (
      INSERT INTO "LayerSummary" ("layerId", "fingerprint", "content", "strip")
      SELECT "id", "fingerprint", 'null'::jsonb, "strip" FROM counted ORDER BY "id"
      ON CONFLICT ("layerId") DO UPDATE SET ${keepingTheOther('content', 'strip')}
    )
    SELECT "id" AS "layerId", "strip" FROM known UNION ALL SELECT "id", "strip" FROM counted`
  return new Map(rows.map(({ layerId, strip: stored }) => [layerId, strip.parse(stored)]))
}

/**
 * What an upsert of one half of a stored summary does to the row: the other half stays where it was computed from the
 * same state, and is emptied where it was not.
 */
export function keepingTheOther(other: 'content' | 'strip', own: 'content' | 'strip'): Prisma.Sql {
  const [kept, written] = [Prisma.raw(`"${other}"`), Prisma.raw(`"${own}"`)]
  return Prisma.sql`
    ${kept} = CASE WHEN "LayerSummary"."fingerprint" = excluded."fingerprint"
      THEN "LayerSummary".${kept} ELSE 'null'::jsonb END,
    ${written} = excluded.${written}, "fingerprint" = excluded."fingerprint", "computedAt" = now()`
}
