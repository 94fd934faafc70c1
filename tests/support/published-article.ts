import { GET as readOne } from '@/app/api/v1/articles/[id]/route'
import { GET as readText } from '@/app/api/v1/articles/[id]/revisions/[number]/route'
import { GET as readContainer } from '@/app/api/v1/layers/[layerId]/annotations/route'
import { GET as readAnnotation } from '@/app/api/v1/layers/[layerId]/annotations/[id]/route'
import { GET as readEvents } from '@/app/api/v1/layers/[layerId]/events/route'
import { GET as readExport } from '@/app/api/v1/layers/[layerId]/export/route'
import { GET as readSummaryOf } from '@/app/api/v1/layers/[layerId]/summary/route'
import type { Viewer } from '@/lib/domain/viewer'
import { createArticle } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { call, tokenOf, type Route } from './api'
import { reader } from './flagged-article'
import { lessonText, must } from './lesson'
import { flag } from './live-layer'

/** A public article of an owner, with so many flags by others. */
export async function published(others = 1, visibility: 'public' | 'private' = 'public') {
  const owner = await reader('Owner')
  const title = `The pier ${crypto.randomUUID()}`
  const details = { title, language: 'en', visibility, byline: null, siteName: null, sourceUrl: null, publishedAt: null } as const
  const { id, slug } = must(await createArticle(owner, { details, content: { format: 'text', body: lessonText } }))
  const layer = await db.layer.findFirstOrThrow({ where: { articleId: id }, select: { id: true } })
  const readers = await Promise.all(Array.from({ length: others }, (_, i) => reader(`Reader ${i}`)))
  const flags: string[] = []
  for (const by of readers) flags.push(await flag(by, { layerId: layer.id, text: lessonText }))
  return { owner, id, slug, title, details, layerId: layer.id, readers, flags }
}
export type Published = Awaited<ReturnType<typeof published>>

/** What every door for machines answers of the article, by its name. */
export async function answers({ id, layerId, flags }: Published, viewer: Viewer): Promise<Record<string, number>> {
  const token = viewer.kind === 'user' ? await tokenOf(viewer.id, 'read') : undefined
  const doors: Record<string, [Route<never>, object, string?]> = {
    article: [readOne as Route<never>, { id }], text: [readText as Route<never>, { id, number: '1' }], container: [readContainer as Route<never>, { layerId }],
    annotation: [readAnnotation as Route<never>, { layerId, id: flags[0] ?? id }], summary: [readSummaryOf as Route<never>, { layerId }],
    export: [readExport as Route<never>, { layerId }, '?format=jsonl'], events: [readEvents as Route<never>, { layerId }],
  }
  const found: Record<string, number> = {}
  for (const [name, [route, params, query = '']] of Object.entries(doors)) {
    const answer = await call(route, { params: params as never, token, path: `/x${query}` })
    if (name === 'events') await answer.body?.cancel()
    found[name] = answer.status
  }
  return found
}
/** The same answer of all of them. */
export const all = (status: number) => ({ article: status, text: status, container: status, annotation: status, summary: status, export: status, events: status })
