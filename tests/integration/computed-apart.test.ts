import { randomUUID } from 'node:crypto'
import { beforeAll, expect, test } from 'vitest'
import { systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { createArticle, readArticle } from '@/lib/server/articles'
import { createAnnotation } from '@/lib/server/annotations'
import { readComparison } from '@/lib/server/comparison'
import { db } from '@/lib/server/db'
import { saveRevision } from '@/lib/server/revisions'
import { readSummary } from '@/lib/server/summaries'
import { flaggedArticle, reader } from '../support/flagged-article'

let ann: SignedIn
beforeAll(async () => {
  ann = await reader('Ann')
})

const paragraphs = (seed: string) => Array.from({ length: 500 }, (_, i) => `Paragraph ${i} of ${seed} tells of pillar ${(i * 7919) % 1000} and its crack.`)
const documentOf = (lines: readonly string[]) => ({ type: 'doc', content: lines.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })) })

test('a long text: its flags are carried by the worker, and its comparison is made once and kept', async () => {
  const lines = paragraphs('the harbour')
  const details = { title: 'Long', language: 'en', visibility: 'public' as const, byline: null, siteName: null, sourceUrl: null, publishedAt: null }
  const made = await createArticle(ann, { details, content: { format: 'markdown', body: lines.join('\n\n') } })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const article = (await readArticle(ann, made.value.slug))!
  const quotes = [lines[3]!, lines[400]!]
  for (const quote of quotes) {
    const start = article.revision.text.indexOf(quote)
    const flag = { id: randomUUID(), layerId: article.layer.id, revision: 1, target: { start, end: start + quote.length }, quote, labels: [{ dimension: 'framing' as const, label: 'doubt' }], note: null, evidence: [], confidence: null, sourceName: null }
    expect(await createAnnotation(ann, flag)).toMatchObject({ ok: true })
  }
  const next = lines.map((line, i) => (i === 400 ? line.replace('tells of', 'does tell of') : line)).slice(1)
  const saved = await saveRevision(ann, article.id, { baseRevision: 1, document: documentOf(next) })
  expect(saved).toMatchObject({ ok: true, value: { number: 2, carried: { exact: 1, changed: 1, orphaned: 0 } } })

  const first = await readComparison(ann, article.layer.id, 1, 2)
  expect(first).toMatchObject({ linesOnly: false })
  expect(first!.rows.filter(({ kind }) => kind !== 'same').map(({ kind }) => kind)).toEqual(['removed', 'changed'])
  const key = { articleId_from_to: { articleId: article.id, from: 1, to: 2 } }
  const { madeAt } = await db.keptComparison.findUniqueOrThrow({ where: key, select: { madeAt: true } })
  expect(await readComparison(ann, article.layer.id, 1, 2)).toEqual(first)
  expect((await db.keptComparison.findUniqueOrThrow({ where: key, select: { madeAt: true } })).madeAt).toEqual(madeAt)
}, 60_000)

test('a large layer is summarised by the worker, once for all who ask, and as it would be here', async () => {
  const text = paragraphs('the island').join('\n')
  const made = await flaggedArticle(ann, { title: 'Large', text })
  await db.$executeRaw`
    with flags as (
      insert into "Annotation" (id, "layerId", "authorId", "codebookSlug", "codebookVersion")
      select gen_random_uuid(), ${made.layerId}::uuid, ${ann.id}::uuid, l."codebookSlug", l."codebookVersion"
      from "Layer" l, generate_series(1, 150) where l.id = ${made.layerId}::uuid returning id
    ), labels as (
      insert into "AnnotationLabel" ("annotationId", dimension, label) select id, 'framing', 'doubt' from flags
    )
    insert into "Anchor" ("annotationId", "revisionId", start, "end", quote, prefix, suffix)
    select id, ${made.revisionId}::uuid, n, n + 9, '', '', '' from (select id, (row_number() over () * 150)::int as n from flags) places`
  const all = await Promise.all(Array.from({ length: 5 }, () => readSummary(systemViewer, made.layerId)))
  expect(new Set(all.map((read) => JSON.stringify(read)))).toHaveProperty('size', 1)
  expect(all[0]!.summary).toMatchObject({ annotations: 150, annotators: 1, measured: 1 })
  expect(all[0]!.summary.dimensions.framing).toMatchObject({ characters: 150 * 9, agreement: { undefined: 'fewer-than-two-annotators' } })
  expect(await db.summaryClaim.count({ where: { layerId: made.layerId } })).toBe(0)
}, 60_000)

test('a claim that its process left behind lapses, and one that is held is waited for', async () => {
  const made = await flaggedArticle(ann, { title: 'Claimed', text: 'Somebody said so.' }, [{ by: ann, on: 'Somebody', labels: ['framing:doubt'] }])
  await db.summaryClaim.create({ data: { layerId: made.layerId, until: new Date(Date.now() - 1_000) } })
  expect((await readSummary(systemViewer, made.layerId))?.summary.annotations).toBe(1)

  const other = await flaggedArticle(ann, { title: 'Held', text: 'Somebody said so.' }, [{ by: ann, on: 'Somebody', labels: ['framing:doubt'] }])
  await db.summaryClaim.create({ data: { layerId: other.layerId, until: new Date(Date.now() + 60_000) } })
  const reading = readSummary(systemViewer, other.layerId)
  expect(await db.layerSummary.count({ where: { layerId: other.layerId } })).toBe(0)
  await db.summaryClaim.delete({ where: { layerId: other.layerId } })
  expect((await reading)?.summary.annotations).toBe(1)
}, 60_000)
