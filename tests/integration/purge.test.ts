import { randomUUID } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Result } from '@/lib/domain/problem'
import { restoreDays } from '@/lib/domain/removal'
import { deleteAccount } from '@/lib/server/account-removal'
import { deleteAnnotation, restoreAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import { purge } from '@/lib/server/purge'
import { purgePeriods } from '@/lib/server/purge-periods'
import { flaggedArticle, placeFlag, reader } from '../support/flagged-article'
import { lesson, must } from '../support/lesson'

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
const text = 'The mayor said nothing. Experts believe that she will resign.'
const note = { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'words of mine' }] }] }

/** A flag with words, link and foreign parts, deleted so many days ago. */
async function deletedFlag(days: number) {
  const by = await reader('Author')
  const article = await flaggedArticle(by, { title: 'x', text })
  const id = await placeFlag(article.layerId, article.revisionId, text, { by, on: 'Experts believe', labels: ['sourcing:unnamed-bare'], sourceName: 'Experts' })
  const evidence = { create: { position: 0, url: 'https://example.org', title: 'words too' } }
  await db.annotation.update({ where: { id }, data: { note, foreign: { 'x:note': 'words from elsewhere' }, evidence, deletedAt: ago(days), deletedById: by.id } })
  return { id, by }
}
const wordsOf = (id: string) => db.annotation.findUniqueOrThrow({ where: { id }, select: { note: true, sourceName: true, foreign: true, version: true, evidence: { select: { url: true } }, labels: { select: { label: true } } } })

/** For each period something older than it and something younger, which stays. */
const kept: Record<string, (age: number) => Promise<() => Promise<boolean>>> = {
  'words of deleted annotations': async (age) => {
    const { id } = await deletedFlag(age)
    return async () => {
      const { note: left, sourceName, foreign, version, evidence, labels } = await wordsOf(id)
      expect([version, labels.length]).toEqual([1, 1])
      const gone = [left, sourceName, foreign].filter((word) => word === null).length + Number(evidence.length === 0)
      expect([0, 4]).toContain(gone)
      return gone === 0
    }
  },
  'links sent by mail': async (age) => {
    const { id } = await db.mailLink.create({ data: { userId: (await reader('x')).id, purpose: 'verify_email', tokenHash: randomUUID(), expiresAt: ago(age) }, select: { id: true } })
    return async () => (await db.mailLink.count({ where: { id } })) === 1
  },
  sessions: async (age) => {
    const { id } = await db.session.create({ data: { userId: (await reader('x')).id, expiresAt: ago(age) }, select: { id: true } })
    return async () => (await db.session.count({ where: { id } })) === 1
  },
  'access tokens': async (age) => {
    const { id } = await db.accessToken.create({ data: { userId: (await reader('x')).id, name: 'x', tokenHash: randomUUID(), scopes: ['read'], expiresAt: ago(age) }, select: { id: true } })
    return async () => (await db.accessToken.count({ where: { id } })) === 1
  },
  'counts of tries': async (age) => {
    const { key } = await db.rateLimit.create({ data: { key: `test:${randomUUID()}`, points: 1, expire: ago(age).getTime() }, select: { key: true } })
    return async () => (await db.rateLimit.count({ where: { key } })) === 1
  },
  invitations: async (age) => {
    const { classId } = await lesson([])
    const { id } = await db.classInvitation.create({ data: { classId, role: 'student', codeHash: randomUUID(), email: 'a@example.org', expiresAt: ago(age) }, select: { id: true } })
    return async () => (await db.classInvitation.count({ where: { id } })) === 1
  },
  drafts: async (age) => {
    const by = await reader('x')
    const { id: articleId } = await flaggedArticle(by, { title: 'x', text })
    await db.draft.create({ data: { articleId, userId: by.id, baseRevision: 1, document: {}, updatedAt: ago(age) }, select: { userId: true } })
    return async () => (await db.draft.count({ where: { articleId } })) === 1
  },
  'pages as they were received': async (age) => {
    const by = await reader('x')
    const { id: articleId } = await flaggedArticle(by, { title: 'x', text })
    const { id } = await db.articleImport.create({ data: { ownerId: by.id, address: 'https://example.org', state: 'ready', raw: Buffer.from('page'), articleId, createdAt: ago(age) }, select: { id: true } })
    return async () => (await db.articleImport.findUniqueOrThrow({ where: { id }, select: { raw: true } })).raw !== null
  },
  'what is written down of signing in': async (age) => {
    const { id } = await db.auditRow.create({ data: { action: 'auth.failed', subjectType: 'auth', subjectId: randomUUID(), detail: { way: 'password' }, at: ago(age) }, select: { id: true } })
    return async () => (await db.auditRow.count({ where: { id } })) === 1
  },
  'words in the record of changes': async (age) => {
    const { id } = await db.auditRow.create({ data: { action: 'annotation.changed', subjectType: 'annotation', subjectId: randomUUID(), detail: { content: 'words' }, at: ago(age) }, select: { id: true } })
    return async () => JSON.stringify((await db.auditRow.findUniqueOrThrow({ where: { id }, select: { detail: true } })).detail) !== '{}'
  },
}

test('every period has its case here, and its line in the manual', () => {
  expect(Object.keys(kept).sort()).toEqual(purgePeriods.map(({ name }) => name).sort())
  const manual = readFileSync('docs/operating.md', 'utf8')
  for (const days of [7, 30, 90, 180]) expect(manual).toContain(`${days} days`)
})

test.each(purgePeriods)('$name go after $days days, and not before', async ({ name, days }) => {
  const [old, young] = [await kept[name]!(days + 0.1), await kept[name]!(days - 0.1)]
  await Promise.all([purge(), purge()])
  expect([await old(), await young()]).toEqual([false, true])
})

test('more than one statement takes goes in one run', async () => {
  const rows = Array.from({ length: 2_300 }, () => ({ action: 'annotation.changed', subjectType: 'annotation', subjectId: randomUUID(), detail: { content: 'many' }, at: ago(200) }))
  await db.auditRow.createMany({ data: rows })
  const counted = await purge()
  expect(counted['words in the record of changes']).toBeGreaterThanOrEqual(2_300)
  expect(await db.auditRow.count({ where: { detail: { path: ['content'], equals: 'many' } } })).toBe(0)
  expect((await purge())['words in the record of changes']).toBe(0)
})

test('what is deleted can be brought back as long as its words are kept', async () => {
  const [young, old] = [await deletedFlag(restoreDays - 1), await deletedFlag(restoreDays + 1)]
  must(await restoreAnnotation(young.by, young.id))
  must(await restoreAnnotation(young.by, young.id))
  expect(codeOf(await restoreAnnotation(old.by, old.id))).toBe('gone')
})

test('with an account the words of flags go that its owner had deleted, whatever becomes of the others', async () => {
  const { by, id } = await deletedFlag(1)
  const article = await flaggedArticle(await reader('Owner'), { title: 'y', text })
  const standing = await placeFlag(article.layerId, article.revisionId, text, { by, on: 'The mayor', labels: ['sourcing:named-person'], sourceName: 'The mayor' })
  const taken = await placeFlag(article.layerId, article.revisionId, text, { by, on: 'Experts', labels: ['sourcing:named-person'], sourceName: 'Experts' })
  must(await deleteAnnotation(by, taken))
  must(await deleteAccount(by, 'keep-without-name'))
  expect((await wordsOf(standing)).sourceName).toBe('The mayor')
  expect((await wordsOf(taken)).sourceName).toBeNull()
  expect(await db.annotation.count({ where: { id, note: { equals: note } } })).toBe(0)
})
