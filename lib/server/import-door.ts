import 'server-only'
import type { Refused } from '@/lib/domain/formats/exchange'
import { jsonl } from '@/lib/domain/formats/jsonl'
import { w3c } from '@/lib/domain/formats/w3c'
import { can, refusal } from '@/lib/domain/permissions'
import { constraintsLink, jsonTypes } from '@/lib/domain/protocol/vocabulary'
import type { Viewer } from '@/lib/domain/viewer'
import { parseContextOf } from './annotation-json'
import { compute, ownerOf } from './compute/compute'
import { answerRefused, notFoundAnswer, problemAnswer, sentenceOf } from './http'
import { writeIncoming } from './incoming-annotations'
import { mediaTypeOf } from './json-body'
import { readLayer } from './layers'
import { readBody } from './protocol-answers'

/** At most so many bytes come in at once: 50,000 annotations of the size that ours have. */
const importBytes = 64_000_000
const lineTypes = ['application/x-ndjson', 'application/ndjson', 'application/jsonl', 'application/x-jsonl', 'application/jsonlines', 'application/x-jsonlines', 'application/json-lines', 'text/jsonl', 'text/plain'] as const

/**
 * Takes many annotations: an AnnotationPage, a collection, a JSON array or JSON lines (by their media type), all of them
 * or none, with `?partial=true` those that can be held. Answers how many were made, and of the others why not and where.
 */
export async function importAnnotations(viewer: Viewer, request: Request, layerId: string): Promise<Response> {
  const layer = await readLayer(viewer, layerId)
  if (!layer) return notFoundAnswer()
  if (!can(viewer, 'annotation.create', layer.article)) return answerRefused(refusal(viewer, 'annotation.create', layer.article).problems)
  const text = await readBody(request, [...jsonTypes, ...lineTypes], importBytes)
  if (!text.ok) return answerRefused(text.problems)
  const format = jsonTypes.some((type) => type === mediaTypeOf(request)) ? w3c : jsonl
  const { signal } = request
  const parsed = await compute('parse-annotations', { format: format.name, text: text.value, context: parseContextOf(layer) }, { owner: ownerOf(viewer), signal })
  if (!parsed.ok) return answerRefused(parsed.problems, { link: constraintsLink })
  const partial = new URL(request.url).searchParams.get('partial') === 'true'
  const written = await writeIncoming(viewer, layerId, parsed.value, { partial, signal })
  if (!written.ok) return answerRefused(written.problems, { link: constraintsLink })
  const { created, refused } = written.value
  const answer = { created: created.length, refused: refused.map(told) }
  const [first] = answer.refused
  return first && !partial ? problemAnswer({ title: first.reason, status: 422, ...answer }, { link: constraintsLink }) : Response.json(answer)
}

const told = ({ index, problems }: Refused) => ({
  index,
  reason: problems.map((problem) => (problem.path === '' ? sentenceOf(problem) : `${problem.path}: ${sentenceOf(problem)}`)).join(' '),
})
