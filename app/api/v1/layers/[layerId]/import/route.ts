import { apiDoor } from '@/lib/server/api-door'
import { importAnnotations } from '@/lib/server/import-door'

type Context = { params: Promise<{ layerId: string }> }

/** An import weighs as much as a score of requests. */
export const POST = (request: Request, { params }: Context) =>
  apiDoor(request, async (viewer) => importAnnotations(viewer, request, (await params).layerId), { cost: 20 })
