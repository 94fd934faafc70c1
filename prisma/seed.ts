import { randomUUID } from 'node:crypto'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import type { NoteDocument } from '@/lib/domain/note'
import { codePointIndex } from '@/lib/domain/text/code-points'
import type { Viewer } from '@/lib/domain/viewer'
import { createAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { db, disconnect } from '@/lib/server/db'
import { hashPassword } from '@/lib/server/passwords'
import { demoAccounts } from './demo/accounts.mjs'
import type { DemoReading } from './demo/demo-reading'
import { demoReadings } from './demo/readings'

// Writes the demo: its people, the two sample articles and what the readers flagged. What is there stays as it is.
await seedAccounts()
for (const { article, readings } of demoReadings) {
  const { markdown, ...details } = article
  if (await db.article.findFirst({ where: { sourceUrl: details.sourceUrl }, select: { id: true } })) continue
  const made = await createArticle(viewerOf(demoAccounts[0]!.email), {
    details: { ...details, visibility: 'public' },
    content: { format: 'markdown', body: markdown },
  })
  if (!made.ok) throw new Error(`The sample “${details.title}” was refused: ${JSON.stringify(made.problems)}`)
  await seedReadings(made.value.slug, readings)
}
await disconnect()

async function seedAccounts(): Promise<void> {
  for (const { id, name, email, password, role, locale } of demoAccounts) {
    if (await db.user.findUnique({ where: { id }, select: { id: true } })) continue
    const passwordHash = await hashPassword(password)
    const data = { id, name, email, passwordHash, role, locale, emailVerified: new Date() }
    await db.user.create({ data, select: { id: true } })
  }
}

async function seedReadings(slug: string, readings: readonly DemoReading[]): Promise<void> {
  const article = await readArticle({ kind: 'system' }, slug)
  if (!article) throw new Error(`The sample “${slug}” is not there.`)
  const text = codePointIndex(article.revision.text)
  for (const reading of readings) {
    const at = article.revision.text.indexOf(reading.quote)
    if (at < 0) throw new Error(`“${reading.quote}” does not occur in “${slug}”.`)
    const outcome = await createAnnotation(viewerOf(reading.reader), {
      id: randomUUID(),
      layerId: article.layer.id,
      revision: article.revision.number,
      target: { start: text.toCodePoint(at), end: text.toCodePoint(at + reading.quote.length) },
      quote: reading.quote,
      labels: reading.labels.map(labelOf),
      note: reading.note ? noteOf(reading.note) : null,
      evidence: [...(reading.evidence ?? [])],
      confidence: reading.confidence ?? null,
      sourceName: reading.sourceName ?? null,
    })
    if (!outcome.ok) throw new Error(`“${reading.quote}” was refused: ${JSON.stringify(outcome.problems)}`)
  }
}

function viewerOf(email: string): Viewer {
  const account = demoAccounts.find((one) => one.email === email)
  if (!account) throw new Error(`There is no demo account ${email}.`)
  return { kind: 'user', id: account.id, name: account.name, role: account.role }
}

function labelOf(label: string): LabelRef {
  const [dimension, id] = label.split(':') as [LabelRef['dimension'], string]
  return { dimension, label: id }
}

function noteOf(text: string): NoteDocument {
  return { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] }
}
