import { apiDoor } from '@/lib/server/api-door'
import { annotationServices } from '@/lib/server/article-doors'
import { readArticleJson } from '@/lib/server/articles-json'
import { hashedAnswer, notFoundAnswer } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return apiDoor(request, async (viewer) => {
    const article = await readArticleJson(viewer, (await params).id)
    return article ? hashedAnswer(request, article, { link: annotationServices(article) }) : notFoundAnswer()
  })
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
