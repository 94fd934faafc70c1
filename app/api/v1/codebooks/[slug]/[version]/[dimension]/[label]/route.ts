import { answerLabel } from '@/lib/server/codebook-door'
import { otherMethods } from '@/lib/server/other-methods'

type Context = { params: Promise<{ slug: string; version: string; dimension: string; label: string }> }

export const GET = async (request: Request, { params }: Context) => answerLabel(request, await params)

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
