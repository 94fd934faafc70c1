import { answerAnnotation, removeAnnotation, replaceAnnotation } from '@/lib/server/annotation-door'
import { methodRefused, protocolDoor } from '@/lib/server/protocol-door'

type Context = { params: Promise<{ layerId: string; id: string }> }

const read = (request: Request, { params }: Context) =>
  protocolDoor('annotation', request, async (viewer) => answerAnnotation(viewer, request, await params))
const refuseMethod = (request: Request) => protocolDoor('annotation', request, methodRefused)

export const PUT = (request: Request, { params }: Context) =>
  protocolDoor('annotation', request, async (viewer) => replaceAnnotation(viewer, request, await params))
export const DELETE = (request: Request, { params }: Context) =>
  protocolDoor('annotation', request, async (viewer) => removeAnnotation(viewer, request, await params))

export { read as GET, read as HEAD, read as OPTIONS, refuseMethod as POST, refuseMethod as PATCH }
