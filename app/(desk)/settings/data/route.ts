import { exportAccount } from '@/lib/server/account-export'
import { answerRefused } from '@/lib/server/http'
import { refuse } from '@/lib/domain/problem'
import { currentViewer } from '@/lib/server/session'

/** Everything that is kept of one's own account, as a file. */
export async function GET() {
  const all = await exportAccount(await currentViewer())
  if (!all) return answerRefused(refuse('signInFirst').problems)
  const headers = { 'content-disposition': 'attachment; filename="gloss-account.json"', 'cache-control': 'no-store' }
  return Response.json(all, { headers })
}
