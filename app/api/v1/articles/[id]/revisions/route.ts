import { postedRevision } from '@/lib/domain/article-json'
import { apiDoor } from '@/lib/server/api-door'
import { articleAddress, readPosted } from '@/lib/server/article-doors'
import { answerRefused } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'
import { findReplaceable, replaceText } from '@/lib/server/posted-revisions'

/** As creating an article, and its annotations are carried over besides. */
const cost = 10

export async function POST(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return apiDoor(
    request,
    async (viewer) => {
      const { id } = await params
      const before = await findReplaceable(viewer, id, request.headers.get('if-match'))
      if (!before.ok) return answerRefused(before.problems)
      const posted = await readPosted(request, postedRevision)
      if (!posted.ok) return answerRefused(posted.problems)
      const saved = await replaceText(viewer, before.value, posted.value.content, request.signal)
      if (!saved.ok) return answerRefused(saved.problems)
      const made = saved.value.number > before.value.revision
      const location = `${articleAddress(id)}/revisions/${saved.value.number}`
      return Response.json(saved.value, made ? { status: 201, headers: { location } } : { headers: { 'content-location': location } })
    },
    { cost },
  )
}

const { options, refuseMethod } = otherMethods('OPTIONS, POST')
export { options as OPTIONS, refuseMethod as GET, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
