import { apiDoor } from '@/lib/server/api-door'
import { hashedAnswer } from '@/lib/server/http'
import { apiDocument } from '@/lib/server/openapi/document'
import { otherMethods } from '@/lib/server/other-methods'

/** For everybody, pages of other sites included: viewers of such documents are such pages. */
export const GET = (request: Request) =>
  apiDoor(request, () => hashedAnswer(request, apiDocument(), { 'access-control-allow-origin': '*' }))

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
