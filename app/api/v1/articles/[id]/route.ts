import { absentAnswer } from '@/lib/server/absent-answer'
import { apiDoor } from '@/lib/server/api-door'
import { annotationServices } from '@/lib/server/article-doors'
import { deletePosted } from '@/lib/server/article-deletion'
import { readArticleJson } from '@/lib/server/articles-json'
import { answerRefused, hashedAnswer } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'

type Props = { params: Promise<{ id: string }> }

export async function GET(request: Request, { params }: Props) {
  return apiDoor(request, async (viewer) => {
    const { id } = await params
    const article = await readArticleJson(viewer, id)
    return article ? hashedAnswer(request, article, { link: annotationServices(article) }) : absentAnswer(viewer, { articleId: id })
  })
}

export async function DELETE(request: Request, { params }: Props) {
  return apiDoor(request, async (viewer) => {
    const { id } = await params
    const removed = await deletePosted(viewer, id, request.headers.get('if-match'))
    if (removed.ok) return new Response(null, { status: 204 })
    return removed.problems[0]?.code === 'notFound' ? absentAnswer(viewer, { articleId: id }) : answerRefused(removed.problems)
  })
}

const { options, refuseMethod } = otherMethods('DELETE, GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH }
