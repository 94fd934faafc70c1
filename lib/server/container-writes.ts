import 'server-only'
import { readJson } from '@/lib/domain/formats/read-json'
import { parseW3c } from '@/lib/domain/formats/w3c'
import { can, refusal } from '@/lib/domain/permissions'
import { jsonTypes } from '@/lib/domain/protocol/vocabulary'
import type { Viewer } from '@/lib/domain/viewer'
import { annotationBytes } from './annotation-door'
import { annotationWriter, parseContextOf } from './annotation-json'
import { answerRefused, notFoundAnswer } from './http'
import { createIncoming } from './incoming-annotation'
import { readHome } from './incoming-places'
import { seesAll } from './layer-standing'
import { isUuid } from './layers'
import { answerType, readBody, tagged, tellJson } from './protocol-answers'

/**
 * Makes an annotation of what a body says and tells it as it is kept: with its own address, and what was its id in `via`.
 * A `Slug` that is a UUID which nothing has yet becomes the end of that address; any other is passed over, since
 * addresses here end in UUIDs.
 */
export async function createInContainer(viewer: Viewer, request: Request, layerId: string): Promise<Response> {
  const home = await readHome(viewer, layerId)
  // Who sees only some of a layer, as before a class's work is shown, does not see its container.
  if (!home || !seesAll(home.layer.article)) return notFoundAnswer()
  const { layer } = home
  if (!can(viewer, 'annotation.create', layer.article)) return answerRefused(refusal(viewer, 'annotation.create', layer.article).problems)
  const type = answerType(request)
  if (!type.ok) return answerRefused(type.problems)
  const body = await readBody(request, jsonTypes, annotationBytes)
  const value = body.ok ? readJson(body.value) : body
  const annotation = value.ok ? parseW3c(value.value, parseContextOf(layer)) : value
  if (!annotation.ok) return answerRefused(annotation.problems)
  const made = await createIncoming(viewer, home, annotation.value, wishedId(request))
  if (!made.ok) return answerRefused(made.problems)
  const document = annotationWriter(layer)(made.value)
  const location = String(document.id)
  return tellJson(request, type.value, tagged(document), { status: 201, headers: { location, 'content-location': location } })
}

function wishedId(request: Request): string[] {
  const slug = (request.headers.get('slug') ?? '').trim().replace(/^"(.*)"$/, '$1').toLowerCase()
  return isUuid(slug) ? [slug] : []
}
