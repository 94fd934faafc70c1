import 'server-only'
import { describe } from '@/lib/domain/anchoring/describe'
import type { IncomingAnnotation } from '@/lib/domain/formats/exchange'
import { under } from '@/lib/domain/formats/read-json'
import { revisionNamed } from '@/lib/domain/formats/source-address'
import { accept, refuse, type ProblemCode, type Result } from '@/lib/domain/problem'
import { codePointIndex } from '@/lib/domain/text/code-points'
import type { Span } from '@/lib/domain/text/span'
import type { Viewer } from '@/lib/domain/viewer'
import { compute, ownerOf, type Owner } from './compute/compute'
import { pool } from './db'
import { isUuid, layerColumns, layerTables, wholeLayerFor, type LayerColumns, type LayerContext } from './layers'
import { passageAtPosition, type IndexedText, type SoughtPassage } from './passages'
import { pinnedRevision, type AnchorRow } from './place-anchors'
import { seesPrivate } from './revisions'
import { siteAddress } from './site-address'
import { turns } from './turns'

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
 * Refused at `target.source`: an address that is none of the article's, or of a text that the viewer may not see; at `target.selector`: a passage that is not
 * there, stands there more than once, shows nothing, or begins or ends inside a character. All are refused together
 * where `compute` refuses to look for them.
 */
export async function placeIncoming(viewer: Viewer, { layer, now, sourceUrl }: Home, incoming: readonly IncomingAnnotation[]): Promise<Result<Result<AnchorRow[]>[]>> {
  const [current, owner] = [layer.article.revision, ownerOf(viewer)]
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
  for (const [number, group] of groups) {
    const on = number === current ? now : number === null || number > current ? null : await readText(layer.articleId, number, number === pinned || seesPrivate(viewer, layer.article))
    const anchors = on ? await placeOn(on, now, group, { owner }) : null
    if (anchors && !anchors.ok) return anchors
    for (const each of group) {
      placed.set(each, anchors?.value.get(each) ?? refuse('targetElsewhere', under(each.at, 'target.source')))
    }
  }
  return accept(incoming.map((each) => placed.get(each)!))
}

/** Who waits for what is looked for in another process. */
type Paying = { owner: Owner }

type Text = IndexedText & { revisionId: string }

type TextRow = Omit<Text, 'index'>
const indexed = ({ revisionId, text }: TextRow): Text => ({ revisionId, text, index: codePointIndex(text) })

async function readText(articleId: string, number: number, all: boolean): Promise<Text | null> {
  const text = 'select id::text as "revisionId", text from "Revision" where "articleId" = $1 and number = $2 and (not private or $3)'
  const { rows } = await pool.query<TextRow>({ name: 'gloss-whole-text', text, values: [articleId, number, all] })
  return rows[0] ? indexed(rows[0]) : null
}

type HomeRow = LayerColumns & TextRow & { sourceUrl: string | null }

const home = `
  select ${layerColumns}, article."sourceUrl", r.id::text as "revisionId", r.text
  from ${layerTables} join "Revision" r on r."articleId" = article.id and r.number = article.revision
  where layer.id = $1`

type Placed = ReadonlyMap<IncomingAnnotation, Result<AnchorRow[]>>

/** Places annotations on one text and, where that is an earlier one, on the current as well; refuses what `compute` refuses. */
async function placeOn(on: Text, now: Text, group: readonly IncomingAnnotation[], { owner }: Paying): Promise<Result<Placed>> {
  const found = new Map<IncomingAnnotation, Result<AnchorRow[]>>()
  const spans = await spansOn(on, group, { owner })
  if (!spans.ok) return spans
  const standing = [...spans.value].filter((entry): entry is [IncomingAnnotation, Span] => typeof entry[1] !== 'string')
  const carried = await carriedTo(now, on, standing.map(([, span]) => span), { owner })
  if (!carried.ok) return carried
  for (const each of group) if (each.place === null) found.set(each, accept([...new Set([on, now])].map(wholeArticle)))
  for (const [each, span] of spans.value) if (typeof span === 'string') found.set(each, refuse(span, under(each.at, 'target.selector')))
  const pause = turns()
  for (const [i, [each, span]] of standing.entries()) {
    await pause()
    const there = carried.value[i]
    const first: AnchorRow = { revisionId: on.revisionId, ...span, ...describe(on.index, span), state: 'exact' }
    if (!there) found.set(each, accept([first]))
    else {
      const { id: _, ...anchor } = there
      found.set(each, accept([first, { revisionId: now.revisionId, ...anchor }]))
    }
  }
  return accept(found)
}

/** Those that stand where they say they do are told here; all others are looked for in another process. */
async function spansOn(on: Text, group: readonly IncomingAnnotation[], { owner }: Paying): Promise<Result<Map<IncomingAnnotation, Span | ProblemCode>>> {
  const spans = new Map<IncomingAnnotation, Span | ProblemCode>()
  const sought: { each: IncomingAnnotation; passage: SoughtPassage }[] = []
  const pause = turns()
  for (const each of group) {
    await pause()
    if (each.place === null) continue
    const there = passageAtPosition(on, each.place)
    if (there === null) sought.push({ each, passage: each.place })
    else spans.set(each, there)
  }
  if (sought.length === 0) return accept(spans)
  const found = await compute('find-passages', { text: on.text, passages: sought.map(({ passage }) => passage) }, { owner, path: 'target.selector' })
  if (!found.ok) return found
  for (const [i, { each }] of sought.entries()) spans.set(each, found.value[i]!)
  return accept(spans)
}

async function carriedTo(now: Text, on: Text, spans: readonly Span[], { owner }: Paying) {
  if (on === now || spans.length === 0) return accept([])
  return compute('carry-anchors', { before: on.text, after: now.text, anchors: spans.map((span, i) => ({ id: String(i), ...span })) }, { owner, path: 'target.source' })
}

const wholeArticle = ({ revisionId }: Text): AnchorRow =>
  ({ revisionId, start: 0, end: 0, quote: '', prefix: '', suffix: '', state: 'exact' })
