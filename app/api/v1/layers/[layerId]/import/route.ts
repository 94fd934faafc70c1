import { apiDoor } from '@/lib/server/api-door'
import { importAnnotations } from '@/lib/server/import-door'
import { otherMethods } from '@/lib/server/other-methods'

type Context = { params: Promise<{ layerId: string }> }

/** An import weighs as much as a score of requests. */
export const POST = (request: Request, { params }: Context) =>
  apiDoor(request, async (viewer) => importAnnotations(viewer, request, (await params).layerId), { cost: 20 })

const { options, refuseMethod } = otherMethods('OPTIONS, POST')
export { options as OPTIONS, refuseMethod as GET, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
