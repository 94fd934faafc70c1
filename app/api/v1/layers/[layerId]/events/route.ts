import { absentAnswer } from '@/lib/server/absent-answer'
import { apiDoor } from '@/lib/server/api-door'
import { answerRefused } from '@/lib/server/http'
import { followLayer, mayFollow } from '@/lib/server/live'
import { otherMethods } from '@/lib/server/other-methods'

export const dynamic = 'force-dynamic'

/** A first connection cannot send `Last-Event-ID` from a browser, so a page says `?after=` where its reading begins. */
export async function GET(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  return apiDoor(request, async (viewer, caller) => {
    const { layerId } = await params
    const followed = await followLayer(caller, layerId, {
      after: request.headers.get('last-event-id') || new URL(request.url).searchParams.get('after'),
      signal: request.signal,
    })
    if (followed.ok) return new Response(followed.value, { headers: streamHeaders })
    return followed.problems[0]?.code === 'notFound' ? absentAnswer(viewer, { layerId }) : answerRefused(followed.problems)
  })
}

/** The same without a stream: what is only asked about takes no seat. */
export async function HEAD(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  return apiDoor(request, async (viewer) => {
    const { layerId } = await params
    return (await mayFollow(viewer, layerId)) ? new Response(null, { headers: streamHeaders }) : absentAnswer(viewer, { layerId })
  })
}

/** Nothing on the way may hold events back: no compression, no buffering proxy, no cache. */
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
