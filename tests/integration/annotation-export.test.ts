import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import { readExported, readExportedOne } from '@/lib/server/annotation-export'
import { createAnnotation, deleteAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { readContainer } from '@/lib/server/containers'
import { db } from '@/lib/server/db'
import { saveRevision } from '@/lib/server/revisions'

let ann: SignedIn
let ben: SignedIn
const lines = ['The bridge is safe, the office said.', '𠮷野家 closed on Monday.', 'Nobody believes it.']

async function person(name: string): Promise<SignedIn> {
  const { id } = await db.user.create({ data: { name }, select: { id: true } })
  return { kind: 'user', id, name, role: 'member' }
}

async function article(visibility: 'public' | 'private' = 'public') {
  const made = await createArticle(ann, {
    details: {
      title: `Bridge ${randomUUID()}`, byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility,
    },
    content: { format: 'markdown', body: lines.join('\n\n') },
  })
  const read = made.ok && (await readArticle(ann, made.value.slug))
  if (!read) throw new Error('not readable')
  return read
}

async function flag(by: SignedIn, on: { layer: { id: string } }, quote: string, more: object = {}): Promise<string> {
  const text = lines.join('\n')
  const start = [...text.slice(0, text.indexOf(quote))].length
  const made = await createAnnotation(by, {
    id: randomUUID(), layerId: on.layer.id, revision: 1, target: { start, end: start + [...quote].length }, quote,
    labels: [{ dimension: 'framing', label: 'doubt' }], note: null, evidence: [], confidence: null, sourceName: null, ...more,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.id
}

beforeAll(async () => {
  ann = await person('ann')
  ben = await person('ben')
})

test('a layer leaves whole and in the order of its making, with everything that was said', async () => {
  const on = await article()
  const note = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Who?' }] }] }
  const evidence = [{ url: 'https://example.org/b', title: 'B' }, { url: 'https://example.org/a', title: '' }]
  const labels = [{ dimension: 'framing', label: 'doubt' }, { dimension: 'sourcing', label: 'organisation-statement' }]
  const more = { note, evidence, labels, confidence: 'fairly-sure', sourceName: 'the office' }
  const last = await flag(ben, on, '野家 closed', more)
  const first = await flag(ann, on, 'Nobody')
  await db.annotation.update({ where: { id: first }, data: { createdAt: new Date('2020-01-02T03:04:05.067Z') } })
  await db.annotation.update({ where: { id: last }, data: { foreign: { properties: { rights: 'https://example.org' } } } })

  const all = await readExported(signedOutViewer, on.layer.id)
  expect(all?.map(({ id }) => id)).toEqual([first, last])
  expect(all?.[0]).toMatchObject({ createdAt: '2020-01-02T03:04:05.067Z', author: { id: ann.id, name: 'ann' }, foreign: null, note: null, evidence: [] })
  expect(all?.[1]).toEqual({
    id: last, author: { id: ben.id, name: 'ben' }, start: 38, end: 47, quote: '野家 closed', prefix: 'ridge is safe, the office said.\n𠮷'.slice(-33),
    suffix: ' on Monday.\nNobody believes it.', revision: 1, version: 1, createdAt: expect.any(String), updatedAt: expect.any(String),
    foreign: { properties: { rights: 'https://example.org' } }, ...more, labels: expect.arrayContaining(labels),
  })
  expect(await readExportedOne(signedOutViewer, on.layer.id, last)).toEqual(all?.[1])
})

test('in parts: after one, leaving out some, no more than so many', async () => {
  const on = await article()
  const ids = []
  for (const quote of ['The', 'bridge', 'safe', 'office', 'said']) ids.push(await flag(ann, on, quote))
  await db.annotation.updateMany({ where: { id: { in: ids } }, data: { createdAt: new Date('2026-11-23T00:00:00.001Z') } })
  const inOrder = [...ids].sort()
  const read = async (part: object) => (await readExported(signedOutViewer, on.layer.id, part))?.map(({ id }) => id)
  expect(await read({})).toEqual(inOrder)
  expect(await read({ offset: 1, limit: 2 })).toEqual(inOrder.slice(1, 3))
  expect(await read({ limit: 0 })).toEqual([])
  expect(await read({ after: { createdAt: '2026-11-23T00:00:00.001Z', id: inOrder[2] }, limit: 1 })).toEqual([inOrder[3]])
  expect(await read({ after: { createdAt: '2026-11-23T00:00:00.002Z', id: inOrder[0] } })).toEqual([])
  expect((await readContainer(signedOutViewer, on.layer.id))?.facts.total).toBe(5)
})

test('each stands on the last revision that held its words', async () => {
  const on = await article()
  const [kept, gone] = [await flag(ann, on, 'Nobody believes it.'), await flag(ann, on, 'the office said')]
  const content = ['Elsewhere.', 'Nobody believes it.'].map((text) => ({ type: 'paragraph' as const, content: [{ type: 'text' as const, text }] }))
  await saveRevision(ann, on.id, { baseRevision: 1, document: { type: 'doc', content } })
  const all = new Map((await readExported(signedOutViewer, on.layer.id))?.map((each) => [each.id, each]))
  expect(all.get(kept)).toMatchObject({ revision: 2, start: 11, prefix: 'Elsewhere.\n' })
  expect(all.get(gone)).toMatchObject({ revision: 1, start: 20, quote: 'the office said' })
})

test('what was deleted is told from what never was', async () => {
  const on = await article()
  const [gone, stays] = [await flag(ann, on, 'The'), await flag(ann, on, 'bridge')]
  await deleteAnnotation(ann, gone)
  expect(await readExportedOne(signedOutViewer, on.layer.id, gone)).toBe('deleted')
  expect(await readExportedOne(signedOutViewer, on.layer.id, stays)).toMatchObject({ id: stays })
  expect(await readExportedOne(signedOutViewer, on.layer.id, randomUUID())).toBeNull()
  expect(await readExportedOne(signedOutViewer, (await article()).layer.id, stays)).toBeNull()
  expect(await readExportedOne(signedOutViewer, on.layer.id, 'x')).toBeNull()
  expect((await readExported(signedOutViewer, on.layer.id))?.map(({ id }) => id)).toEqual([stays])
  expect((await readContainer(signedOutViewer, on.layer.id))?.facts.total).toBe(1)
})

test('a private layer is not there for others, an empty one is empty', async () => {
  const on = await article('private')
  expect(await readExported(ann, on.layer.id)).toEqual([])
  expect((await readContainer(ann, on.layer.id))?.facts.total).toBe(0)
  const id = await flag(ann, on, 'The')
  await deleteAnnotation(ann, id)
  for (const viewer of [signedOutViewer, ben]) {
    expect(await readExported(viewer, on.layer.id)).toBeNull()
    expect(await readContainer(viewer, on.layer.id)).toBeNull()
    expect(await readExportedOne(viewer, on.layer.id, id)).toBeNull()
  }
  expect(await readExported(ann, 'not-a-layer')).toBeNull()
  expect(await readExported(ann, randomUUID())).toBeNull()
})
