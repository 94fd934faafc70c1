import { answerVocabulary } from '@/lib/server/codebook-door'
import { otherMethods } from '@/lib/server/other-methods'

export const GET = async (request: Request) => answerVocabulary(request)

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
