import { beforeAll, expect, test } from 'vitest'
import type { AnnotationContent } from '@/lib/domain/annotation'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import { listAnnotations } from '@/lib/server/annotation-list'
import { deleteAnnotation, deleteSeen, updateAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flag } from '../support/live-layer'

let ann: SignedIn
const labels: AnnotationContent['labels'] = [{ dimension: 'framing', label: 'doubt' }]
const content: AnnotationContent = { labels, note: null, evidence: [], confidence: null, sourceName: null }

beforeAll(async () => {
  ann = await reader('Ann')
})

async function flagged() {
  const article = await flaggedArticle(ann, { title: 'Bridge', text: 'The bridge is safe, the office said.' })
  return { layerId: article.layerId, id: await flag(ann, article) }
}

test('labels and links are replaced one and all, in the order given, and stay so when read anew', async () => {
  const { layerId, id } = await flagged()
  const link = (name: string) => ({ url: `https://example.org/${name}`, title: name })
  const doubt = { dimension: 'framing' as const, label: 'doubt' }
  const kept = { dimension: 'sourcing' as const, label: 'organisation-statement' }
  const steps = [
    { labels: [kept, doubt], evidence: [link('a'), link('b'), link('c')] },
    { labels: [doubt], evidence: [link('c'), link('b')] },
    { labels: [kept], evidence: [] },
  ]
  for (const [at, step] of steps.entries()) {
    const changed = await updateAnnotation(ann, id, { version: at + 1, content: { ...content, ...step } })
    expect(changed).toMatchObject({ ok: true, value: { ...step, version: at + 2 } })
    const [read] = (await listAnnotations(signedOutViewer, layerId))!.standing
    expect(read).toMatchObject({ evidence: step.evidence, labels: expect.arrayContaining(step.labels), version: at + 2 })
    expect(read?.labels).toHaveLength(step.labels.length)
  }
})

test('of two changes at once from the same version one is made and one is a conflict', async () => {
  const { id } = await flagged()
  const both = ['one', 'two'].map((sourceName) => updateAnnotation(ann, id, { version: 1, content: { ...content, sourceName } }))
  const outcomes = await Promise.all(both)
  expect(outcomes.map(({ ok }) => ok).sort()).toEqual([false, true])
  expect(await db.auditRow.count({ where: { subjectId: id, action: 'annotation.changed' } })).toBe(1)
})

test('a deletion of a version that is no longer there is refused, and says so twice', async () => {
  const { id } = await flagged()
  await updateAnnotation(ann, id, { version: 1, content: { ...content, sourceName: 'x' } })
  for (const version of [1, 3]) {
    expect(await deleteAnnotation(ann, id, version)).toMatchObject({ problems: [{ code: 'ifMatchStale' }] })
  }
  const both = await Promise.all([1, 2].map(() => deleteAnnotation(ann, id, 2)))
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
})

test('a deletion of another version than was seen is a conflict too, and one of a deleted one is done', async () => {
  const { id } = await flagged()
  await updateAnnotation(ann, id, { version: 1, content })
  expect(await deleteSeen(ann, id, 1)).toMatchObject({ ok: false, problems: [{ code: 'conflict' }], current: { version: 2, annotation: { version: 2 } } })
  expect(await deleteSeen(ann, id, 2)).toMatchObject({ ok: true, value: { version: 3 } })
  expect(await deleteSeen(ann, id, 2)).toMatchObject({ ok: false, current: { version: 3, annotation: null } })
  expect(await deleteSeen(ann, id, undefined)).toMatchObject({ ok: true })
})

test('a change of what its author deleted elsewhere is a conflict that says so; to others it is not there', async () => {
  const { id } = await flagged()
  await deleteAnnotation(ann, id)
  expect(await updateAnnotation(ann, id, { version: 1, content })).toMatchObject({ problems: [{ code: 'conflict' }], current: { version: 2, annotation: null } })
  expect(await updateAnnotation(await reader('Ben'), id, { version: 1, content })).toEqual({ ok: false, problems: [{ code: 'notFound', path: '' }] })
})
