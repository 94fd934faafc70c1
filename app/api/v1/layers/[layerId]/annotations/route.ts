import { answerContainer } from '@/lib/server/container-door'
import { createInContainer } from '@/lib/server/container-writes'
import { methodRefused, protocolDoor } from '@/lib/server/protocol-door'

type Context = { params: Promise<{ layerId: string }> }

const read = (request: Request, { params }: Context) =>
  protocolDoor('container', request, async (viewer) => answerContainer(viewer, request, (await params).layerId))
const refuseMethod = (request: Request) => protocolDoor('container', request, methodRefused)

export const POST = (request: Request, { params }: Context) =>
  protocolDoor('container', request, async (viewer) => createInContainer(viewer, request, (await params).layerId))

export { read as GET, read as HEAD, read as OPTIONS, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
