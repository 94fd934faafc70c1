import { randomUUID } from 'node:crypto'
import type { IncomingAnnotation, Parsed } from '@/lib/domain/formats/exchange'
import type { Json, JsonObject } from '@/lib/domain/formats/foreign'
import { parseW3cItems } from '@/lib/domain/formats/w3c'
import { systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { readExportedOne } from '@/lib/server/annotation-export'
import { annotationWriter, parseContextOf } from '@/lib/server/annotation-json'
import { createArticle, readArticle } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { documentFrom } from '@/lib/server/import/document-from'
import { writeIncoming } from '@/lib/server/incoming-annotations'
import { readLayer } from '@/lib/server/layers'

const anno = 'http://www.w3.org/ns/anno.jsonld'
/** Where the site of these tests is. */
export const base = 'http://localhost:3000'
/** The article's text at first, and as somebody edits it. */
export const before = 'The bridge is safe, the office said.\n\n𠮷野家 👨‍👩‍👧 closed on Monday. It was safe, safe, safe.\n\nNobody believes it.'
export const after = `A new beginning.\n\n${before.replace('Nobody believes', 'Few people believe')}`
const sourceUrl = 'https://News.example/bridge?id=7'

/** An article of `owner`; `address` is that of its revisions, without their number. */
export async function bridgeArticle(owner: SignedIn, visibility: 'public' | 'private' = 'public') {
  const made = await createArticle(owner, {
    details: { title: `Bridge ${randomUUID()}`, byline: null, siteName: null, sourceUrl, language: 'en', publishedAt: null, visibility },
    content: { format: 'markdown', body: before },
  })
  const read = made.ok && (await readArticle(owner, made.value.slug))
  if (!read) throw new Error('The article was not made.')
  return { ...read, address: `${base}/api/v1/articles/${read.id}/revisions` }
}
export type BridgeArticle = Awaited<ReturnType<typeof bridgeArticle>>

export const quote = (exact: string, more: object = {}) => ({ type: 'TextQuoteSelector', exact, ...more })
export const position = (start: number, end: number) => ({ type: 'TextPositionSelector', start, end })

/** An annotation about the article, or a passage of it. */
export const about = (on: BridgeArticle, selector?: object | object[], source = `${base}/articles/${on.slug}`): JsonObject =>
  ({ '@context': anno, type: 'Annotation', target: (selector ? { source, selector } : source) as Json })

/** A file of annotations as it is read. */
export async function parsed(on: BridgeArticle, ...items: unknown[]): Promise<Parsed> {
  const layer = await readLayer(systemViewer, on.layer.id)
  const read = parseW3cItems(items, parseContextOf(layer!))
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}

/** One annotation as it is read. */
export async function incomingOf(on: BridgeArticle, item: unknown): Promise<IncomingAnnotation> {
  const { annotations, refused } = await parsed(on, item)
  if (!annotations[0]) throw new Error(JSON.stringify(refused))
  return annotations[0]
}

/** Writes one annotation of `by` and answers with its id. */
export async function made(by: SignedIn, on: BridgeArticle, item: unknown): Promise<string> {
  const written = await writeIncoming(by, on.layer.id, await parsed(on, item))
  const id = written.ok ? written.value.created[0] : undefined
  if (!id) throw new Error(JSON.stringify(written))
  return id
}

/** An annotation as it leaves. */
export async function leaving(on: BridgeArticle, id: string): Promise<JsonObject> {
  const [layer, one] = [await readLayer(systemViewer, on.layer.id), await readExportedOne(systemViewer, on.layer.id, id)]
  if (!layer || !one || one === 'deleted') throw new Error('The annotation is not there.')
  return annotationWriter(layer)(one)
}

/** Where an annotation stands, revision by revision. */
export const anchorsOf = (annotationId: string) =>
  db.anchor.findMany({
    where: { annotationId },
    orderBy: { revision: { number: 'asc' } },
    select: { start: true, end: true, quote: true, state: true, revision: { select: { number: true } } },
  })

/** The document of a text, as the editor would send it. */
export function documentOf(body: string) {
  const read = documentFrom({ format: 'markdown', body }, null)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  return read.value
}
