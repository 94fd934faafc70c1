import { otherMethods } from '@/lib/server/other-methods'
import { getLocale } from 'next-intl/server'
import { apiDoor } from '@/lib/server/api-door'
import { exportLayer } from '@/lib/server/export-door'

type Context = { params: Promise<{ layerId: string }> }

/** A whole layer weighs as much as several requests. */
export const GET = (request: Request, { params }: Context) =>
  apiDoor(request, async (viewer) => exportLayer(viewer, request, (await params).layerId, await getLocale()), { cost: 5 })

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
