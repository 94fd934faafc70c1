import { revisionQuery } from '@/lib/domain/article-json'
import { problemsOf } from '@/lib/domain/problem'
import { absentAnswer } from '@/lib/server/absent-answer'
import { apiDoor } from '@/lib/server/api-door'
import { annotationServices } from '@/lib/server/article-doors'
import { readArticleJson } from '@/lib/server/articles-json'
import { answerRefused } from '@/lib/server/http'
import { otherMethods } from '@/lib/server/other-methods'
import { revisionAnswer } from '@/lib/server/revision-answer'
import { readRevision } from '@/lib/server/revisions'

export async function GET(request: Request, { params }: { params: Promise<{ id: string; number: string }> }) {
  return apiDoor(request, async (viewer) => {
    const { id, number } = await params
    const article = await readArticleJson(viewer, id)
    const revision = article && /^[1-9]\d{0,8}$/.test(number) ? await readRevision(viewer, article.id, Number(number)) : null
    if (!article || !revision) return absentAnswer(viewer, { articleId: id })
    const query = revisionQuery.safeParse(Object.fromEntries(new URL(request.url).searchParams))
    if (!query.success) return answerRefused(problemsOf(query.error))
    return revisionAnswer(request, revision, query.data.format, annotationServices(article))
  })
}

const { options, refuseMethod } = otherMethods('GET, HEAD, OPTIONS')
export { options as OPTIONS, refuseMethod as POST, refuseMethod as PUT, refuseMethod as PATCH, refuseMethod as DELETE }
