import 'server-only'
import { randomUUID } from 'node:crypto'
import type { PoolClient } from 'pg'
import type { Codebook, LabelRef } from '@/lib/domain/codebook/codebook'
import type { LabelMapping, Parsed, Refused } from '@/lib/domain/formats/exchange'
import { narrowed } from '@/lib/domain/codebook/narrowed'
import { can, refusal } from '@/lib/domain/permissions'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { SignedIn, Viewer } from '@/lib/domain/viewer'
import { parseContextOf } from './annotation-json'
import { ownerOf } from './compute/compute'
import { pool } from './db'
import { contentOfIncoming, labelMeant } from './incoming-content'
import { incomingNotes } from './incoming-note'
import { placeIncoming, readHome, type Home } from './incoming-places'
import { insertAnnotations, type AnnotationToWrite } from './insert-annotations'
import type { LayerContext } from './layers'
import { otherPeople } from './other-people'
import { openWorkIn } from './submissions'
import { turns } from './turns'

type Options = {
  /** Which labels of ours the labels of the file mean. */
  mapping?: LabelMapping
  /** Writes what can be held although other annotations are refused. */
  partial?: boolean
  /** Ids that somebody wishes for, in the order of the annotations; taken ones are passed over. */
  ids?: readonly string[]
  /** Gives the reading of notes up. */
  signal?: AbortSignal
}

/** The ids of what was written, in the order of the file, and what was refused. */
export type Written = { created: string[]; refused: Refused[] }

/**
 * Writes annotations from elsewhere into a layer as the viewer's, in one transaction: all of them or, where one cannot be
 * held, none (`refused` says which cannot be, and why), unless `partial`. Live readers are told once. Refused as a whole:
 * `notFound`, what `refusal` says to who may not write, and what `compute` refuses.
 */
export async function writeIncoming(viewer: Viewer, layerId: string, parsed: Parsed, options: Options = {}): Promise<Result<Written>> {
  for (let tries = 0; tries < mostTries; tries += 1) {
    const prepared = await prepareIncoming(viewer, await readHome(viewer, layerId), parsed, options)
    if (!prepared.ok) return prepared
    const { author, layer, rows, refused } = prepared.value
    if (refused.length > 0 && !options.partial) return accept({ created: [], refused })
    if (rows.length > 0) await openWorkIn(author, layer)
    const outcome = rows.length === 0 ? 'written' : await insert(author, layer, rows)
    if (outcome === 'written') return accept({ created: rows.map(({ id }) => id), refused })
    // Saved anew meanwhile: place them on that revision as well. Or somebody had the wished id first: do without.
    if (outcome === 'taken') options = { ...options, ids: [] }
  }
  return refuse('conflict')
}

/**
 * What an import would do: how many it would write, on passages and on the `whole` article, the first of those on passages
 * as they would be, and which labels it found.
 */
export type Plan = {
  ready: number
  whole: number
  examples: { quote: string; labels: LabelRef[] }[]
  labels: { name: string; count: number; ref: LabelRef | null }[]
  refused: Refused[]
}

/** Looks at annotations from elsewhere as `writeIncoming` would, and writes nothing. */
export async function planIncoming(
  viewer: Viewer,
  layerId: string,
  parsed: Parsed,
  { mapping = {} }: Pick<Options, 'mapping'> = {},
): Promise<Result<Plan>> {
  const prepared = await prepareIncoming(viewer, await readHome(viewer, layerId), parsed, { mapping })
  if (!prepared.ok) return prepared
  const { layer, rows, refused } = prepared.value
  const { codebook } = parseContextOf(layer)
  return accept({
    ready: rows.length,
    whole: rows.filter(isWhole).length,
    examples: rows.filter((row) => !isWhole(row)).slice(0, mostExamples).map(({ anchors, labels }) => ({ quote: anchors.at(-1)?.quote ?? '', labels })),
    labels: labelsIn(parsed, codebook, mapping),
    refused,
  })
}

/** How often annotations are placed anew, where the article is saved anew meanwhile. */
export const mostTries = 3
/** Rows of one statement: writing more down at once would keep others waiting. */
const chunk = 500
/** Annotations that a plan shows. */
const mostExamples = 5

const isWhole = ({ anchors }: Pick<AnnotationToWrite, 'anchors'>) => anchors.every(({ end }) => end === 0)

export type Prepared = { author: SignedIn; layer: LayerContext; rows: AnnotationToWrite[]; refused: Refused[] }

/** What annotations from elsewhere become in a layer (null: there is none for the viewer), and which of them it cannot hold. */
export async function prepareIncoming(viewer: Viewer, home: Home | null, parsed: Parsed, { mapping, ids = [], signal }: Options): Promise<Result<Prepared>> {
  if (!home) return refuse('notFound')
  const { layer } = home
  if (viewer.kind !== 'user' || !can(viewer, 'annotation.create', layer.article)) return refusal(viewer, 'annotation.create', layer.article)
  const codebook = narrowed(parseContextOf(layer).codebook, layer.article.standing?.labels ?? [])
  const settings = { codebook, mapping, authorId: viewer.id, others: await otherPeople(viewer.id, layer.id, parsed.annotations) }
  const notes = await incomingNotes(parsed.annotations, { owner: ownerOf(viewer), signal })
  if (!notes.ok) return notes
  const places = await placeIncoming(viewer, home, parsed.annotations)
  if (!places.ok) return places
  const rows: AnnotationToWrite[] = []
  const refused = [...parsed.refused]
  const pause = turns()
  for (const [at, incoming] of parsed.annotations.entries()) {
    await pause()
    const content = contentOfIncoming(incoming, notes.value[at]!, settings)
    const anchors = places.value[at]!
    if (content.ok && anchors.ok) rows.push({ id: ids[rows.length] ?? idAt(at, parsed.annotations.length), ...content.value, anchors: anchors.value })
    else refused.push({ index: incoming.index, problems: [content, anchors].flatMap((each) => (each.ok ? [] : each.problems)) })
  }
  refused.sort((a, b) => a.index - b.index)
  return accept({ author: viewer, layer, rows, refused })
}

/**
 * An id for the annotation at `at` of `count`: by chance, and after those before it, since annotations of one moment are in
 * the order of their ids, which is to be the file's. Its first 48 bits are drawn from the part of all numbers that is its own.
 */
function idAt(at: number, count: number): string {
  const whole = randomUUID()
  if (count === 1) return whole
  const first = Math.floor(((at + Math.random()) / count) * 2 ** 48).toString(16).padStart(12, '0')
  return `${first.slice(0, 8)}-${first.slice(8)}${whole.slice(13)}`
}

type Outcome = 'written' | 'revised' | 'taken'

async function insert(author: SignedIn, layer: LayerContext, rows: readonly AnnotationToWrite[]): Promise<Outcome> {
  // One statement is a transaction by itself.
  if (rows.length === 1) return insertPart(author, layer, rows)
  const connection = await pool.connect()
  try {
    await connection.query('begin')
    for (let at = 0; at < rows.length; at += chunk) {
      const outcome = await insertPart(author, layer, rows.slice(at, at + chunk), connection)
      if (outcome !== 'written') {
        await connection.query('rollback')
        return outcome
      }
    }
    await connection.query('commit')
    return 'written'
  } catch (error) {
    await connection.query('rollback').catch(() => undefined)
    throw error
  } finally {
    connection.release()
  }
}

async function insertPart(author: SignedIn, layer: LayerContext, part: readonly AnnotationToWrite[], connection?: PoolClient): Promise<Outcome> {
  const { revised, made } = await insertAnnotations(author, layer, part, connection)
  return revised ? 'revised' : made.size === part.length ? 'written' : 'taken'
}

function labelsIn(parsed: Parsed, codebook: Codebook, mapping: LabelMapping): Plan['labels'] {
  const counts = new Map<string, number>()
  for (const { name } of parsed.annotations.flatMap(({ labels }) => labels)) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts].map(([name, count]) => ({ name, count, ref: labelMeant(name, codebook, mapping) }))
}
