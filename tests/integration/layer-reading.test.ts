import { beforeAll, expect, test } from 'vitest'
import { unpackReading } from '@/components/annotation/unpack-reading'
import { parseCursor } from '@/lib/domain/live-cursor'
import { codePointIndex } from '@/lib/domain/text/code-points'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createArticle, readArticle, type ArticleView } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { readLayerAnew, readLayerAsItWas, readLayerNow } from '@/lib/server/layer-reading'
import { readNews } from '@/lib/server/live-events'
import { saveRevision } from '@/lib/server/revisions'
import { flag } from '../support/live-layer'

let ann: SignedIn

beforeAll(async () => {
  const { id } = await db.user.create({ data: { name: 'ann' }, select: { id: true } })
  ann = { kind: 'user', id, name: 'ann', role: 'member' }
})

async function article(): Promise<ArticleView> {
  const made = await createArticle(ann, {
    details: { title: 'Bridge', byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility: 'public' },
    content: { format: 'markdown', body: 'The bridge 𠮷野家 is safe.\n\nNobody believes it.' },
  })
  const read = made.ok && (await readArticle(ann, made.value.slug))
  if (!read) throw new Error('not readable')
  return read
}

const flagged = (on: ArticleView) => flag(ann, { layerId: on.layer.id, text: on.revision.text })
const edit = (on: ArticleView, ...blocks: string[]) =>
  saveRevision(ann, on.id, {
    baseRevision: on.revision.number,
    document: { type: 'doc', content: blocks.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) },
  })

test('a page unpacks what was read, with the words of its own text', async () => {
  const on = await article()
  await flagged(on)
  const index = codePointIndex(on.revision.text)
  const { standing, detached } = (await listAnnotations(signedOutViewer, on.layer.id))!
  const reading = (await readLayerNow(signedOutViewer, on.layer.id, 1))!
  expect(reading).toMatchObject({ current: 1 })
  expect(reading.standing).not.toContain('The bridge')
  expect(unpackReading(reading, index.slice)).toEqual({ standing, detached })
  expect(unpackReading((await readLayerAnew(signedOutViewer, on.layer.id, 1))!)).toEqual({ standing, detached })
})

test('what the text has lost carries its words; a page of the past has what stood then, and follows nothing', async () => {
  const on = await article()
  await flagged(on)
  await edit(on, 'Nobody believes it.')
  const now = unpackReading((await readLayerNow(signedOutViewer, on.layer.id, 2))!)
  expect(now.standing).toEqual([])
  expect(now.detached).toMatchObject([{ quote: 'The bridge', start: 0, end: 10 }])
  const then = (await readLayerAsItWas(signedOutViewer, on.layer.id, 1))!
  expect(then).toMatchObject({ cursor: null, current: 1 })
  expect(unpackReading(then, codePointIndex(on.revision.text).slice).standing).toMatchObject([{ quote: 'The bridge' }])
  expect(await readLayerNow(signedOutViewer, on.layer.id, 1)).toMatchObject({ current: 2 })
  expect(await readLayerNow(signedOutViewer, on.layer.id, 3)).toBeNull()
})

test('live events begin where the reading ends: what it had is not told, what came after it is', async () => {
  const on = await article()
  await flagged(on)
  const cursor = parseCursor((await readLayerNow(signedOutViewer, on.layer.id, 1))!.cursor!)!
  expect((await readNews(on.layer.id, cursor))?.events).toEqual([])
  const id = await flagged(on)
  expect((await readNews(on.layer.id, cursor))?.events).toMatchObject([{ name: 'annotation.created', data: { id } }])
})
