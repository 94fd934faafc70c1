import { postedArticle, toNewArticle } from '@/lib/domain/article-json'
import { apiDoor } from '@/lib/server/api-door'
import { annotationServices, articleAddress, asPosted, readPosted } from '@/lib/server/article-doors'
import { createArticle } from '@/lib/server/articles'
import { listArticlesJson, readArticleJson } from '@/lib/server/articles-json'
import { answerRefused, hashedAnswer, notFoundAnswer } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'

export async function GET(request: Request) {
  return apiDoor(request, async (viewer) => {
    // A parameter without a value says nothing.
    const said = [...new URL(request.url).searchParams].filter(([, value]) => value !== '')
    const { q, language, cursor, limit } = Object.fromEntries(said)
    const listed = await listArticlesJson(viewer, { q, language, cursor, limit })
    return listed.ok ? hashedAnswer(request, listed.value) : answerRefused(listed.problems)
  })
}

/** Reading an article's source costs far more than reading a row. */
const cost = 10

export async function POST(request: Request) {
  return apiDoor(
    request,
    async (viewer) => {
      const posted = await readPosted(request, postedArticle)
      if (!posted.ok) return answerRefused(posted.problems)
      const made = await createArticle(viewer, toNewArticle(posted.value), request.signal)
      if (!made.ok) return answerRefused(asPosted(made.problems))
      const article = await readArticleJson(viewer, made.value.id)
      if (!article) return notFoundAnswer()
      const headers = { location: articleAddress(article.id), link: annotationServices(article) }
      return Response.json(article, { status: 201, headers })
    },
    { cost },
  )
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS, POST')
export { options as OPTIONS, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
