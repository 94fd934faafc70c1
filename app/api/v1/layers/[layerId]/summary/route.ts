import { toSummaryJson } from '@/lib/domain/summary/to-summary-json'
import { notFoundAnswer, taggedAnswer } from '@/lib/server/http'
import { currentViewer } from '@/lib/server/session'
import { readSummary } from '@/lib/server/summaries'

export async function GET(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  const read = await readSummary(await currentViewer(), (await params).layerId)
  if (!read) return notFoundAnswer()
  const of = { layer: read.layerId, article: read.articleId, revision: read.revision }
  return taggedAnswer(request, read.fingerprint, () => toSummaryJson(read.summary, of))
}
