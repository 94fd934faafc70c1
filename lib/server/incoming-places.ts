import 'server-only'
import { setImmediate } from 'node:timers/promises'
import { carryAnchors } from '@/lib/domain/anchoring/carry'
import { describe } from '@/lib/domain/anchoring/describe'
import { quoteFinder } from '@/lib/domain/anchoring/find-quote'
import type { IncomingAnnotation, IncomingPlace } from '@/lib/domain/formats/exchange'
import { under } from '@/lib/domain/formats/read-json'
import { revisionNamed } from '@/lib/domain/formats/source-address'
import { accept, refuse, type ProblemCode, type Result } from '@/lib/domain/problem'
import { codePointIndex, type CodePointIndex } from '@/lib/domain/text/code-points'
import { graphemeAcross } from '@/lib/domain/text/graphemes'
import type { Span } from '@/lib/domain/text/span'
import { isVisible } from '@/lib/domain/text/visible'
import type { Viewer } from '@/lib/domain/viewer'
import { pool } from './db'
import { isUuid, layerColumns, layerTables, wholeLayerFor, type LayerColumns, type LayerContext } from './layers'
import { pinnedRevision, type AnchorRow } from './place-anchors'
import { siteAddress } from './site-address'

/** A layer with what annotations from elsewhere are placed by: its article's current text and where the article came from. */
export type Home = { layer: LayerContext; now: Text; sourceUrl: string | null }

/** A layer of which `viewer` may see everything, as `readLayer`, as a home for what comes in. One statement. */
export async function readHome(viewer: Viewer, layerId: string): Promise<Home | null> {
  if (!isUuid(layerId)) return null
  const { rows: [row] } = await pool.query<HomeRow>({ name: 'gloss-read-home', text: home, values: [layerId] })
  const layer = row ? await wholeLayerFor(viewer, row) : null
  return layer && row ? { layer, now: indexed(row), sourceUrl: row.sourceUrl } : null
}

/**
 * The anchors of annotations from elsewhere, one answer each in their order: on the revision that the target names and,
 * where that is an earlier one, on the current one as well, carried there like every other. Each text is read once.
 * In a layer of an assignment the article is the revision that everybody reads, and no other.
 * Refused at `target.source`: an address that is none of the article's; at `target.selector`: a passage that is not
 * there, stands there more than once, shows nothing, or begins or ends inside a character.
 */
export async function placeIncoming({ layer, now, sourceUrl }: Home, incoming: readonly IncomingAnnotation[]): Promise<Result<AnchorRow[]>[]> {
  const current = layer.article.revision
  const pinned = await pinnedRevision(layer)
  const home = pinned ?? current
  const named = { base: siteAddress(), id: layer.articleId, slug: layer.article.slug, sourceUrl }
  const groups = new Map<number | null, IncomingAnnotation[]>()
  for (const each of incoming) {
    const revision = each.source === null ? 'current' : revisionNamed(each.source, named)
    const number = revision === 'current' ? home : pinned !== null && revision !== pinned ? null : revision
    groups.set(number, groups.get(number) ?? []).get(number)!.push(each)
  }
  const placed = new Map<IncomingAnnotation, Result<AnchorRow[]>>()
  const effort = { left: Math.min(mostEffort, leastEffort + effortEach * incoming.length) }
  for (const [number, group] of groups) {
    const on = number === current ? now : number === null || number > current ? null : await readText(layer.articleId, number)
    const anchors = on ? await placeOn(on, now, group, effort) : null
    for (const each of group) {
      placed.set(each, anchors?.get(each) ?? refuse('targetElsewhere', under(each.at, 'target.source')))
    }
  }
  return incoming.map((each) => placed.get(each)!)
}

/**
 * Comparisons of characters spent on quotes that are not there as they stand, or many times: a fifth of a second for one
 * that comes alone, ten seconds for all that come together, and never more than a second without a pause.
 */
const [leastEffort, effortEach, mostAtOnce, mostEffort] = [50_000_000, 50_000_000, 200_000_000, 2_000_000_000]
/** Characters of context that are compared, on each side. */
const mostContext = 64
/** Milliseconds of work before others of this process have their turn. */
const turn = 25

type Text = { revisionId: string; text: string; index: CodePointIndex }

type TextRow = Omit<Text, 'index'>
const indexed = ({ revisionId, text }: TextRow): Text => ({ revisionId, text, index: codePointIndex(text) })

async function readText(articleId: string, number: number): Promise<Text | null> {
  const text = 'select id::text as "revisionId", text from "Revision" where "articleId" = $1 and number = $2'
  const { rows } = await pool.query<TextRow>({ name: 'gloss-whole-text', text, values: [articleId, number] })
  return rows[0] ? indexed(rows[0]) : null
}

type HomeRow = LayerColumns & TextRow & { sourceUrl: string | null }

const home = `
  select ${layerColumns}, article."sourceUrl", r.id::text as "revisionId", r.text
  from ${layerTables} join "Revision" r on r."articleId" = article.id and r.number = article.revision
  where layer.id = $1`

async function placeOn(on: Text, now: Text, group: readonly IncomingAnnotation[], effort: { left: number }) {
  const find = finderIn(on, effort)
  const found = new Map<IncomingAnnotation, Result<AnchorRow[]>>()
  const standing: { each: IncomingAnnotation; span: Span }[] = []
  let began = performance.now()
  for (const each of group) {
    if (performance.now() - began > turn) {
      await setImmediate()
      began = performance.now()
    }
    if (each.place === null) {
      found.set(each, accept([...new Set([on, now])].map(wholeArticle)))
      continue
    }
    const span = find(each.place)
    if (typeof span === 'string') found.set(each, refuse(span, under(each.at, 'target.selector')))
    else standing.push({ each, span })
  }
  const carried = on === now ? [] : carryAnchors(on.text, now.text, standing.map(({ span }, i) => ({ id: String(i), ...span })))
  for (const [i, { each, span }] of standing.entries()) {
    const there = carried[i]
    const first: AnchorRow = { revisionId: on.revisionId, ...span, ...describe(on.index, span), state: 'exact' }
    if (!there) found.set(each, accept([first]))
    else {
      const { id: _, ...anchor } = there
      found.set(each, accept([first, { revisionId: now.revisionId, ...anchor }]))
    }
  }
  return found
}

const wholeArticle = ({ revisionId }: Text): AnchorRow =>
  ({ revisionId, start: 0, end: 0, quote: '', prefix: '', suffix: '', state: 'exact' })

/** Finds passages in one text: a span in code points, or why there is none. */
function finderIn({ text, index }: Text, effort: { left: number }): (place: NonNullable<IncomingPlace>) => Span | ProblemCode {
  const once = { left: 0 }
  const findOne = quoteFinder(text, once)
  const find: typeof findOne = (sought) => {
    const given = Math.min(effort.left, mostAtOnce)
    once.left = given
    const span = findOne(sought)
    effort.left -= given - once.left
    return span
  }
  const cuts = (at: number) => graphemeAcross(text, index.toUtf16(at)) !== null

  const spanOf = ({ quote, position }: NonNullable<IncomingPlace>): Span | ProblemCode => {
    const inside = position && position.end <= index.length && position.start < position.end ? position : null
    if (!quote) return inside ?? 'passageOutside'
    const { exact, prefix = '', suffix = '' } = quote
    if (!isVisible(exact)) return 'passageEmpty'
    if (inside && stands(inside, exact, prefix, suffix)) return inside
    const context = { prefix: prefix.slice(-mostContext), suffix: suffix.slice(0, mostContext) }
    const sought = { exact, ...context, ...(position && { position: position.start }) }
    return find(sought) ?? (text.includes(exact) ? 'passageUnclear' : 'passageNotFound')
  }
  /** Quote and position agree, and what is known of the words around them does. */
  const stands = (span: Span, exact: string, prefix: string, suffix: string) => {
    const [start, end] = [index.toUtf16(span.start), index.toUtf16(span.end)]
    return end - start === exact.length && text.startsWith(exact, start) && text.endsWith(prefix, start) && text.startsWith(suffix, end)
  }

  return (place) => {
    const span = spanOf(place)
    if (typeof span === 'string') return span
    if (!isVisible(index.slice(span))) return 'passageEmpty'
    return cuts(span.start) || cuts(span.end) ? 'passageCutsCharacter' : { start: span.start, end: span.end }
  }
}
