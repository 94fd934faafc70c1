import { apiDoor } from '@/lib/server/api-door'
import { annotationServices } from '@/lib/server/article-doors'
import { readArticleJson } from '@/lib/server/articles-json'
import { hashedAnswer, notFoundAnswer } from '@/lib/server/http'

export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }) {
  return apiDoor(request, async (viewer) => {
    const article = await readArticleJson(viewer, (await params).id)
    return article ? hashedAnswer(request, article, { link: annotationServices(article) }) : notFoundAnswer()
  })
}
