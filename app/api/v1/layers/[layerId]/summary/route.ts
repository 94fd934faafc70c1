import { toSummaryJson } from '@/lib/domain/summary/to-summary-json'
import { apiDoor } from '@/lib/server/api-door'
import { notFoundAnswer, taggedAnswer } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'
import { readSummary } from '@/lib/server/summaries'

export async function GET(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  return apiDoor(request, async (viewer) => {
    const read = await readSummary(viewer, (await params).layerId)
    if (!read) return notFoundAnswer()
    const of = { layer: read.layerId, article: read.articleId, revision: read.revision }
    return taggedAnswer(request, read.fingerprint, () => toSummaryJson(read.summary, of))
  })
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
