import { refuse } from '@/lib/domain/problem'
import { sameOrigin } from '@/lib/server/api-door'
import { answerRefused } from '@/lib/server/http'
import { leaveSession } from '@/lib/server/session'

/**
 * Signs this browser out and has it delete what it keeps of the site: pages in its memory, and its storage, unless that
 * holds unsaved work of others who share the browser (`?others=kept`); then its own pages delete what is this person's.
 */
export async function POST(request: Request): Promise<Response> {
  if (!sameOrigin(request)) return answerRefused(refuse('crossOrigin').problems)
  await leaveSession()
  const othersKept = new URL(request.url).searchParams.get('others') === 'kept'
  const cleared = othersKept ? '"cache"' : '"cache", "storage"'
  return new Response(null, { status: 303, headers: { location: '/', 'clear-site-data': cleared, 'cache-control': 'no-store' } })
}
