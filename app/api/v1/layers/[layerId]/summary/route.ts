import { toSummaryJson } from '@/lib/domain/summary/to-summary-json'
import { absentAnswer } from '@/lib/server/absent-answer'
import { apiDoor } from '@/lib/server/api-door'
import { taggedAnswer } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'
import { readSummary } from '@/lib/server/summaries'

export async function GET(request: Request, { params }: { params: Promise<{ layerId: string }> }) {
  return apiDoor(request, async (viewer) => {
    const { layerId } = await params
    const read = await readSummary(viewer, layerId)
    if (!read) return absentAnswer(viewer, { layerId })
    const of = { layer: read.layerId, article: read.articleId, revision: read.revision }
    return taggedAnswer(request, read.fingerprint, () => toSummaryJson(read.summary, of))
  })
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
