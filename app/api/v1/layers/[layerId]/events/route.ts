import { signedOutViewer } from '@/lib/domain/viewer'
import { clientAddress } from '@/lib/server/client-address'
import { env } from '@/lib/server/env'
import { notFoundAnswer, refusalAnswer } from '@/lib/server/http'
import { followLayer } from '@/lib/server/live'
import { currentSession } from '@/lib/server/session'

export const dynamic = 'force-dynamic'

/** A first connection cannot send `Last-Event-ID` from a browser, so a page says `?after=` where its reading begins. */
export async function GET(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  const session = await currentSession()
  const followed = await followLayer(session?.viewer ?? signedOutViewer, (await params).layerId, {
    sessionId: session?.id ?? null,
    address: clientAddress(request.headers.get('x-forwarded-for'), env('TRUST_PROXY')),
    after: request.headers.get('last-event-id') || new URL(request.url).searchParams.get('after'),
    signal: request.signal,
  })
  if (followed.ok) return new Response(followed.value, { headers: streamHeaders })
  const [problem] = followed.problems
  if (problem?.code === 'notFound') return notFoundAnswer()
  const answer = refusalAnswer(followed.problems, problem?.code === 'rateLimited' ? 429 : 503)
  answer.headers.set('retry-after', '60')
  return answer
}

/** Nothing on the way may hold events back: no compression, no buffering proxy, no cache. */
const streamHeaders = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
}
