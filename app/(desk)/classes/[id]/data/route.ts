import { exportClass } from '@/lib/server/class-export'
import { answerRefused } from '@/lib/server/http'
import { refuse } from '@/lib/domain/problem'
import { currentViewer } from '@/lib/server/session'

/** Everything of a class as one file, for who runs it. */
export async function GET(_: Request, { params }: { params: Promise<{ id: string }> }) {
  const pieces = await exportClass(await currentViewer(), (await params).id)
  if (!pieces) return answerRefused(refuse('notFound').problems)
  const headers = { 'content-type': 'application/json', 'content-disposition': 'attachment; filename="gloss-class.json"', 'cache-control': 'no-store' }
  return new Response(pieces, { headers })
}
