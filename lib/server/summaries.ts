import 'server-only'
import { findCodebook } from '@/lib/domain/codebook/registry'
import type { LayerSummary } from '@/lib/domain/summary/layer-summary'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma, type LayerKind } from '@/prisma/generated/client'
import { compute } from './compute/compute'
import { db, pool } from './db'
import { fingerprint, fingerprintOf } from './layer-state'
import { readCountedLayer } from './layers'
import { keepingTheOther } from './strips'
import { flagAsJson, summaryContent, type SummaryContent, type SummarySource } from './summary-content'

/** A summary with what it is of. */
export type SummaryOfLayer = {
  layerId: string
  articleId: string
  /** Number of the revision that the positions count in. */
  revision: number
  /** Changes whenever any number can have changed: the tag for caches. */
  fingerprint: string
  /** Annotations that the current revision no longer holds; they are in none of the numbers. */
  detached: number
  summary: LayerSummary
}

/**
 * What the readers of a layer found on its article's current revision. Null where the layer is not for this viewer.
 * In an assignment it is of what was handed in, and changes with nothing else. In an open layer readers who counted in
 * agreement and votes are those of `countingReaders`. Computed once for each state of the layer,
 * in another process where it is large, and kept; whoever asks meanwhile waits for it.
 */
export async function readSummary(viewer: Viewer, layerId: string): Promise<SummaryOfLayer | null> {
  const layer = await readCountedLayer(viewer, layerId)
  if (!layer) return null
  const state = await readState(layer.id)
  if (!state) return null
  const { articleId, revision, fingerprint: tag } = state
  const content = state.content ?? (await madeOnce(layer, state))
  return { layerId: layer.id, articleId, revision, fingerprint: tag, ...content }
}

/** Computations under way in this process, by layer and state. */
const underWay = new Map<string, Promise<Content>>()

/** One computation of a state at a time: everybody who asks meanwhile waits for the same, in this process and in others. */
function madeOnce(layer: Layer, state: State): Promise<Content> {
  const key = `${layer.id} ${state.fingerprint}`
  const known = underWay.get(key)
  if (known) return known
  const made = makeOrAwait(layer, state).finally(() => underWay.delete(key))
  underWay.set(key, made)
  return made
}

/** Whoever claims the layer computes; the others look again and again whether it is there, for as long as it may take. */
async function makeOrAwait(layer: Layer, state: State): Promise<Content> {
  for (const started = Date.now(); Date.now() - started < patience;) {
    if (await claim(layer.id)) {
      try {
        return (await readContent(layer.id, state.fingerprint)) ?? (await computeAndStore(layer, state))
      } finally {
        await db.summaryClaim.deleteMany({ where: { layerId: layer.id } })
      }
    }
    await new Promise((go) => setTimeout(go, lookAgain))
    const content = await readContent(layer.id, state.fingerprint)
    if (content) return content
  }
  return computeAndStore(layer, state)
}

/** How long one waits for another process, how often one looks, and when a claim has lapsed with its process: milliseconds. */
const [patience, lookAgain, lapse] = [15_000, 100, 15_000]

async function claim(layerId: string): Promise<boolean> {
  const rows = await db.$queryRaw<unknown[]>`
    INSERT INTO "SummaryClaim" ("layerId", "until") VALUES (${layerId}::uuid, now() + ${lapse} * interval '1 millisecond')
    ON CONFLICT ("layerId") DO UPDATE SET "until" = excluded."until" WHERE "SummaryClaim"."until" < now()
    RETURNING 1`
  return rows.length > 0
}

async function readContent(layerId: string, tag: string): Promise<Content | null> {
  const [row] = await db.$queryRaw<{ content: string | null }[]>`
    SELECT "content" FROM "LayerSummary" WHERE "layerId" = ${layerId}::uuid AND "fingerprint" = ${tag}`
  return row?.content ? (JSON.parse(row.content) as Content) : null
}

type Content = SummaryContent
/**
 * `in`: who handed in, where the layer is an assignment's; null of other layers, and where nobody has. `readAll`: who said
 * that they have read it all, where it is everybody's.
 */
type State = { kind: LayerKind; articleId: string; revision: number; revisionId: string; fingerprint: string; in: string[] | null; readAll: string[]; content: Content | null }

/** The layer's state now, and the stored summary where it is of that very state; only this file ever writes one. */
async function readState(layerId: string): Promise<State | undefined> {
  const [state] = await db.$queryRaw<(Omit<State, 'content'> & { content: string | null })[]>`
    SELECT now.*, s."content" FROM (
      SELECT l."id", l."kind"::text AS "kind", l."articleId", r."number" AS "revision", r."id" AS "revisionId", handed."in",
        array(SELECT f."readerId"::text FROM "FullReading" f WHERE f."layerId" = l."id" AND l."kind" = 'open') AS "readAll",
        CASE WHEN l."kind" = 'assignment' THEN ${fingerprintOf(handedIn)} ELSE ${fingerprint} END
          || coalesce('.' || handed."tag", '') AS "fingerprint"
      FROM "Layer" l
      JOIN "Article" a ON a."id" = l."articleId"
      LEFT JOIN "Assignment" s ON s."layerId" = l."id" OR s."keyLayerId" = l."id"
      JOIN "Revision" r ON r."id" = coalesce(s."revisionId", (
        SELECT c."id" FROM "Revision" c WHERE c."articleId" = a."id" AND c."number" = a."revision"
      ))
      LEFT JOIN LATERAL (
        SELECT array_agg(w."userId"::text ORDER BY w."userId") AS "in", md5(string_agg(w."userId"::text, ',' ORDER BY w."userId")) AS "tag"
        FROM "Submission" w WHERE w."assignmentId" = s."id" AND w."submittedAt" IS NOT NULL AND l."kind" = 'assignment'
      ) handed ON true
      WHERE l."id" = ${layerId}::uuid
    ) now
    LEFT JOIN "LayerSummary" s ON s."layerId" = now."id" AND s."fingerprint" = now."fingerprint"`
  return state && { ...state, content: state.content === null ? null : (JSON.parse(state.content) as Content) }
}

/** As a list made once: asked of each annotation by itself it took a second of a large class. */
const handedIn = Prisma.sql`n."authorId" = ANY(ARRAY(
  SELECT w."userId" FROM "Submission" w WHERE w."assignmentId" = s."id" AND w."submittedAt" IS NOT NULL
))`

type Layer = NonNullable<Awaited<ReturnType<typeof readCountedLayer>>>

async function computeAndStore(layer: Layer, state: State): Promise<Content> {
  const codebook = findCodebook(layer.codebookSlug, layer.codebookVersion)
  if (!codebook) throw new Error(`No codebook ${layer.codebookSlug} ${layer.codebookVersion} for layer ${layer.id}`)
  const [{ text }, { count, flags }] = await Promise.all([
    db.revision.findUniqueOrThrow({ where: { id: state.revisionId }, select: { text: true } }),
    readFlags(layer.id, state.revisionId),
  ])
  const source: SummarySource = {
    text, language: layer.article.language, codebook, flags,
    // In an assignment everybody counts who handed in, those who marked nothing included, and nobody else.
    handedIn: layer.article.standing?.kind === 'assignment' ? (state.in ?? []) : null,
    readAll: state.kind === 'open' ? state.readAll : null,
  }
  const content = await summarised(source, count, `${layer.id} ${state.fingerprint}`)
  // As a JSON text inside the JSON column: jsonb does not keep the order of keys, which is that of votes and labels.
  const kept = JSON.stringify(JSON.stringify(content))
  await db.$executeRaw`
    INSERT INTO "LayerSummary" ("layerId", "fingerprint", "content", "strip")
    VALUES (${layer.id}::uuid, ${state.fingerprint}, ${kept}::jsonb, 'null'::jsonb)
    ON CONFLICT ("layerId") DO UPDATE SET ${keepingTheOther('strip', 'content')}`
  return content
}

/**
 * Small layers are summarised at once, all others in another process, or else have their counts alone.
 * @throws where that process has no time even for the counts.
 */
async function summarised(source: SummarySource, count: number, key: string): Promise<SummaryContent> {
  if (count <= atOnce.annotations && source.text.length <= atOnce.characters) return summaryContent(source)
  const whole = await compute('summarise', { source, count }, { owner: 'everybody', key })
  if (whole.ok) return whole.value
  const counts = await compute('summarise', { source, count, most: 0 }, { owner: 'everybody', key: `counts of ${key}` })
  if (counts.ok) return counts.value
  throw new Error(`The summary of layer ${key} could not be made: ${counts.problems.map(({ code }) => code).join(', ')}`)
}

/** What takes less than asking another process. */
const atOnce = { annotations: 100, characters: 20_000 } as const

/** The layer's annotations on one revision as one text, with those that it no longer holds: not read here, as there may be very many. */
async function readFlags(layerId: string, revisionId: string): Promise<{ count: number; flags: string }> {
  const { rows } = await pool.query<{ count: number; flags: string }>({ name: 'gloss-flags', text: flagged, values: [layerId, revisionId] })
  return rows[0]!
}

const flagged = `
  select count(*)::int as count, coalesce(json_agg(${flagAsJson} order by x."start", x."end" desc, a.id), '[]')::text as flags
  from "Annotation" a
  join "Anchor" x on x."annotationId" = a.id and x."revisionId" = $2
  where a."layerId" = $1 and a."deletedAt" is null`
