import 'server-only'
import type { JsonObject } from '@/lib/domain/formats/foreign'
import { codebookAt, codebookData, labelData } from './codebook-data'
import { apiDoor } from './api-door'
import { answerRefused, notFoundAnswer } from './http'
import { ownVocabulary } from './own-vocabulary'
import { answerType, tagged, tellJson } from './protocol-answers'

/** Answers a program that follows the address of a codebook: all of its labels in SKOS. */
export const answerCodebook = (request: Request, { slug, version }: { slug: string; version: string }) =>
  tell(request, async () => {
    const codebook = codebookAt(slug, version)
    return codebook && codebookData(codebook)
  })

/** Answers a program that follows the address of a label. */
export const answerLabel = (request: Request, { slug, version, dimension, label }: Record<'slug' | 'version' | 'dimension' | 'label', string>) =>
  tell(request, async () => {
    const codebook = codebookAt(slug, version)
    return codebook && labelData(codebook, dimension, label)
  })

/** Answers a program that follows the address of a property of ours. */
export const answerVocabulary = (request: Request) => tell(request, async () => ownVocabulary())

/** What is published for everybody, pages of other sites included. */
async function tell(request: Request, find: () => Promise<JsonObject | null>): Promise<Response> {
  const answer = await apiDoor(request, async () => {
    const type = answerType(request)
    if (!type.ok) return answerRefused(type.problems)
    const found = await find()
    return found ? tellJson(request, type.value, tagged(found), { profiled: false }) : notFoundAnswer()
  })
  answer.headers.set('access-control-allow-origin', '*')
  answer.headers.append('vary', 'Accept')
  return answer
}
