import { apiDoor } from '@/lib/server/api-door'
import { answerRefused, notFoundAnswer } from '@/lib/server/http'
import { followLayer, mayFollow } from '@/lib/server/live'
import { otherMethods } from '@/lib/server/other-methods'

export const dynamic = 'force-dynamic'

/** A first connection cannot send `Last-Event-ID` from a browser, so a page says `?after=` where its reading begins. */
export async function GET(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  return apiDoor(request, async (_, caller) => {
    const followed = await followLayer(caller, (await params).layerId, {
      after: request.headers.get('last-event-id') || new URL(request.url).searchParams.get('after'),
      signal: request.signal,
    })
    return followed.ok ? new Response(followed.value, { headers: streamHeaders }) : answerRefused(followed.problems)
  })
}

/** The same without a stream: what is only asked about takes no seat. */
export async function HEAD(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  return apiDoor(request, async (viewer) =>
    (await mayFollow(viewer, (await params).layerId)) ? new Response(null, { headers: streamHeaders }) : notFoundAnswer(),
  )
}

/** Nothing on the way may hold events back: no compression, no buffering proxy, no cache. */
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
