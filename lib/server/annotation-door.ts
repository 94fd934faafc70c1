import 'server-only'
import { readJson } from '@/lib/domain/formats/read-json'
import { parseW3c } from '@/lib/domain/formats/w3c'
import { containerAddress } from '@/lib/domain/formats/w3c-addresses'
import { can, refusal } from '@/lib/domain/permissions'
import { refuse } from '@/lib/domain/problem'
import { passesIfMatch } from '@/lib/domain/protocol/entity-tag'
import { jsonTypes } from '@/lib/domain/protocol/vocabulary'
import type { Viewer } from '@/lib/domain/viewer'
import { absentAnswer } from './absent-answer'
import { readExportedOne } from './annotation-export'
import { annotationWriter, parseContextOf } from './annotation-json'
import { deleteAnnotation } from './annotations'
import { answerRefused } from './http'
import { replaceFromW3c } from './replace-annotation'
import { readLayer } from './layers'
import { answerType, readBody, tagged, tellJson, type JsonType, type Tagged } from './protocol-answers'
import { optionsAnswer } from './protocol-door'
import { siteAddress } from './site-address'

/** Where an annotation is: the layer's id and its own, as they stand in the address. */
export type AnnotationPlace = { layerId: string; id: string }

/** At most so many bytes of one annotation come in. */
export const annotationBytes = 1_000_000

/** Tells one annotation; 410 where the layer had it once. */
export async function answerAnnotation(viewer: Viewer, request: Request, place: AnnotationPlace): Promise<Response> {
  const found = await find(viewer, place)
  if (found instanceof Response) return found
  if (request.method === 'OPTIONS') return optionsAnswer()
  const type = answerType(request)
  return type.ok ? tell(request, type.value, found.tagged, place) : answerRefused(type.problems)
}

/** Replaces an annotation by what the body says, where `If-Match` still holds. */
export async function replaceAnnotation(viewer: Viewer, request: Request, place: AnnotationPlace): Promise<Response> {
  const found = await findForChange(viewer, request, place, 'annotation.update')
  if (found instanceof Response) return found
  const type = answerType(request)
  if (!type.ok) return answerRefused(type.problems)
  const body = await readBody(request, jsonTypes, annotationBytes)
  const value = body.ok ? readJson(body.value) : body
  const annotation = value.ok ? parseW3c(value.value, parseContextOf(found.layer)) : value
  if (!annotation.ok) return answerRefused(annotation.problems)
  const replaced = await replaceFromW3c(viewer, place, annotation.value, { version: found.version })
  if (!replaced.ok) return answerRefused(replaced.problems)
  const now = await find(viewer, place)
  return now instanceof Response ? now : tell(request, type.value, now.tagged, place)
}

/** Takes an annotation out of its container, where `If-Match` still holds. */
export async function removeAnnotation(viewer: Viewer, request: Request, place: AnnotationPlace): Promise<Response> {
  const found = await findForChange(viewer, request, place, 'annotation.delete')
  if (found instanceof Response) return found
  const deleted = await deleteAnnotation(viewer, place.id, found.version)
  return deleted.ok ? new Response(null, { status: 204 }) : answerRefused(deleted.problems)
}

/** The annotation as it now stands, written down; the answer where there is none. */
async function find(viewer: Viewer, { layerId, id }: AnnotationPlace) {
  const [layer, found] = await Promise.all([readLayer(viewer, layerId), readExportedOne(viewer, layerId, id)])
  if (!layer || found === null) return absentAnswer(viewer, { layerId })
  if (found === 'deleted') return answerRefused(refuse('gone').problems)
  return { layer, version: found.version, authorId: found.author.id, tagged: tagged(annotationWriter(layer)(found)) }
}

/** The same, where this viewer may change it and the request is about the state it is in. */
async function findForChange(viewer: Viewer, request: Request, place: AnnotationPlace, change: 'annotation.update' | 'annotation.delete') {
  const found = await find(viewer, place)
  if (found instanceof Response) return found
  const subject = { authorId: found.authorId, deletedBy: null, article: found.layer.article }
  if (!can(viewer, change, subject)) return answerRefused(refusal(viewer, change, subject).problems)
  const tag = request.headers.get('if-match')
  if (!passesIfMatch(tag, found.tagged.etag)) return answerRefused(refuse('ifMatchStale', 'If-Match').problems)
  return { layer: found.layer, version: tag === null || tag.trim() === '*' ? undefined : found.version }
}

const tell = (request: Request, type: JsonType, told: Tagged, { layerId, id }: AnnotationPlace) =>
  tellJson(request, type, told, { headers: { 'content-location': containerAddress(siteAddress(), layerId) + id } })
