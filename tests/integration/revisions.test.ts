import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import type { ArticleDetails } from '@/lib/domain/article'
import { countCodePoints } from '@/lib/domain/text/code-points'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { signedOutViewer } from '@/lib/domain/viewer'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { compareDraft } from '@/lib/server/comparison'
import { discardDraft, loadForEditing, saveDraft } from '@/lib/server/drafts'
import { countRepairs } from '@/lib/server/repair-list'
import { readRevision, saveRevision } from '@/lib/server/revisions'
import { reader } from '../support/flagged-article'

const ida = await reader('Ida')
const details: ArticleDetails = {
  title: 'The harbour', byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility: 'public',
}
const paragraphs = ['The ferry stopped on Monday.', 'Officials say that nobody is to blame.', 'A disaster is coming, residents fear.']
const doc = (...texts: string[]): ArticleDocument => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: text ? [{ type: 'text', text }] : [] })),
})

async function article(change: Partial<ArticleDetails> = {}) {
  const made = await createArticle(ida, { details: { ...details, ...change }, content: { format: 'text', body: paragraphs.join('\n\n') } })
  if (!made.ok) throw new Error('refused')
  return made.value
}

async function flag(slug: string, quote: string) {
  const view = (await readArticle(ida, slug))!
  const at = view.revision.text.indexOf(quote)
  const start = countCodePoints(view.revision.text.slice(0, at))
  const made = await createAnnotation(ida, {
    id: randomUUID(), layerId: view.layer.id, revision: view.revision.number, target: { start, end: start + countCodePoints(quote) }, quote,
    labels: [{ dimension: 'framing', label: 'loaded-language' }], note: null, evidence: [], confidence: null, sourceName: null,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
}

test('saving makes a new revision, keeps the old one, and carries the flags or lists them as detached', async () => {
  const { id, slug } = await article()
  await flag(slug, 'nobody is to blame')
  await flag(slug, 'disaster')
  const saved = await saveRevision(ida, id, { baseRevision: 1, document: doc('New beginning 😀.', ...paragraphs.slice(0, 2), 'All is well.') })
  expect(saved).toEqual({ ok: true, value: { number: 2, carried: { exact: 1, moved: 0, changed: 0, orphaned: 1 } } })
  const view = (await readArticle(signedOutViewer, slug))!
  expect(view.revision).toMatchObject({ number: 2, text: ['New beginning 😀.', ...paragraphs.slice(0, 2), 'All is well.'].join('\n') })
  expect((await readRevision(signedOutViewer, id, 1))?.text).toBe(paragraphs.join('\n'))
  const shown = (await listAnnotations(signedOutViewer, view.layer.id))!
  expect(shown.standing.map(({ quote, start }) => [...view.revision.text].slice(start).join('').startsWith(quote))).toEqual([true])
  expect(shown.detached.map(({ quote }) => quote)).toEqual(['disaster'])
})

test('an edit that changes nothing makes no revision; blank paragraphs are nothing', async () => {
  const { id } = await article()
  const saved = await saveRevision(ida, id, { baseRevision: 1, document: doc(...paragraphs, '', ' ') })
  expect(saved).toMatchObject({ ok: true, value: { number: 1 } })
  expect(await db.revision.count({ where: { articleId: id } })).toBe(1)
})

test('changed details are kept without a new revision, found by search, and traced with what they were', async () => {
  const { id, slug } = await article()
  const saved = await saveRevision(ida, id, { baseRevision: 1, document: doc(...paragraphs), details: { ...details, title: 'Renamed', byline: 'Oda' } })
  expect(saved).toMatchObject({ ok: true, value: { number: 1 } })
  expect(await readArticle(ida, slug)).toMatchObject({ title: 'Renamed', byline: 'Oda', slug })
  const row = await db.article.findUniqueOrThrow({ where: { id }, select: { searchText: true } })
  expect(row.searchText).toContain('renamed\noda\nthe ferry')
  const trace = await db.auditRow.findFirst({ where: { subjectId: id, action: 'article.details-changed' }, select: { detail: true } })
  expect(trace?.detail).toEqual({ before: { title: 'The harbour', byline: null } })
})

test('of two who save the same revision the second is told, and nothing of theirs is lost', async () => {
  const { id, slug } = await article()
  const moderator = await reader('Mo', 'moderator')
  const draft = { baseRevision: 1, document: doc('The second wrote this.'), known: null }
  expect((await saveDraft(moderator, id, draft)).ok).toBe(true)
  const outcomes = await Promise.all([
    saveRevision(ida, id, { baseRevision: 1, document: doc('The first wrote this.') }),
    saveRevision(ida, id, { baseRevision: 1, document: doc('The same in another window.') }),
  ])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  const late = await saveRevision(moderator, id, { baseRevision: 1, document: draft.document })
  expect(late).toMatchObject({ ok: false, problems: [{ code: 'conflict' }] })
  expect((await loadForEditing(moderator, slug))?.draft).toMatchObject({ document: draft.document, baseRevision: 1 })
  expect((await readArticle(ida, slug))?.revision.number).toBe(2)
})

test('the second is shown what their draft would change in the newer version', async () => {
  const { id } = await article()
  const moderator = await reader('Mo', 'moderator')
  await saveRevision(ida, id, { baseRevision: 1, document: doc(paragraphs[0]!, 'Officials say that somebody is to blame.', paragraphs[2]!) })
  const shown = await compareDraft(moderator, id, doc(...paragraphs, 'One more line.', ''))
  expect(shown).toMatchObject({ ok: true, value: { revision: { number: 2, author: 'Ida' } } })
  expect(shown.ok && shown.value.rows.map(({ kind }) => kind)).toEqual(['same', 'changed', 'same', 'added'])
  expect(shown.ok && shown.value.rows[1]!.pieces.filter(({ kind }) => kind !== 'kept')).toEqual([
    { kind: 'removed', text: 'somebody ' },
    { kind: 'added', text: 'nobody ' },
  ])
  expect(await compareDraft(await reader('Other'), id, doc('x'))).toMatchObject({ problems: [{ code: 'notAllowed' }] })
  expect(await compareDraft(moderator, id, { type: 'doc', content: [{ type: 'script' }] })).toMatchObject({ problems: [{ code: 'invalid' }] })
})

test('the same save again, after an answer that was lost, is no conflict and makes nothing twice', async () => {
  const { id, slug } = await article()
  await flag(slug, 'disaster')
  const edit = { baseRevision: 1, document: doc(...paragraphs.slice(0, 2), 'All is well.'), details: { ...details, byline: 'Oda' }, known: details }
  const first = await saveRevision(ida, id, edit)
  expect(await saveRevision(ida, id, edit)).toEqual(first)
  expect(first).toMatchObject({ value: { number: 2, carried: { orphaned: 1 } } })
  expect(await db.revision.count({ where: { articleId: id } })).toBe(2)
  await saveRevision(ida, id, { baseRevision: 2, document: doc('Something else.') })
  expect(await saveRevision(ida, id, edit)).toMatchObject({ problems: [{ code: 'conflict' }] })
})

test('a detail that somebody else changed meanwhile is not overwritten unseen', async () => {
  const { id, slug } = await article()
  const text = { baseRevision: 1, document: doc(...paragraphs) }
  await saveRevision(ida, id, { ...text, details: { ...details, title: 'The old harbour', byline: 'Oda' }, known: details })
  const mine = { ...details, title: 'My harbour', siteName: 'Island Post' }
  const refused = await saveRevision(ida, id, { ...text, details: mine, known: details })
  expect(refused).toEqual({ ok: false, problems: [{ code: 'detailChanged', path: 'details.title', values: { now: 'The old harbour' } }] })
  expect(await readArticle(ida, slug)).toMatchObject({ title: 'The old harbour', siteName: null })
  expect((await saveRevision(ida, id, { ...text, details: { ...mine, title: details.title }, known: details })).ok).toBe(true)
  expect(await readArticle(ida, slug)).toMatchObject({ title: 'The old harbour', byline: 'Oda', siteName: 'Island Post' })
})

test('what the editor recorded tells alike passages apart; a record that does not fit is passed over', async () => {
  const twice = ['Nobody knows.', 'Nobody knows.', 'The ferry stopped.']
  const make = async () => {
    const made = await createArticle(ida, { details, content: { format: 'text', body: twice.join('\n\n') } })
    if (!made.ok) throw new Error('refused')
    await flag(made.value.slug, 'Nobody knows')
    return made.value
  }
  const edit = { baseRevision: 1, document: doc(twice[0]!, twice[2]!) }
  const standing = async ({ slug }: { slug: string }) => {
    const view = (await readArticle(ida, slug))!
    return (await listAnnotations(ida, view.layer.id))!.standing.map(({ start, end }) => [start, end])
  }
  const [first, second, third] = [await make(), await make(), await make()]
  await saveRevision(ida, first.id, { ...edit, replaced: [[13, 27, 0]] })
  expect(await standing(first)).toEqual([[0, 12]])
  await saveRevision(ida, second.id, { ...edit, replaced: [[0, 14, 0]] })
  expect(await standing(second)).toEqual([])
  const lie = await saveRevision(ida, third.id, { baseRevision: 1, document: doc('Entirely other words.'), replaced: [[13, 27, 0]] })
  expect(lie).toMatchObject({ value: { carried: { orphaned: 1 } } })
})

test('what is said of the article as a whole stays with it through every edit', async () => {
  const { id, slug } = await article()
  await flag(slug, 'disaster')
  const layerId = (await readArticle(ida, slug))!.layer.id
  await db.anchor.updateMany({ where: { annotation: { layerId } }, data: { start: 0, end: 0, quote: '', prefix: '', suffix: '' } })
  const saved = await saveRevision(ida, id, { baseRevision: 1, document: doc('Entirely other words.') })
  expect(saved).toMatchObject({ value: { carried: { exact: 1, moved: 0, changed: 0, orphaned: 0 } } })
  expect((await listAnnotations(ida, layerId))!.standing).toMatchObject([{ start: 0, end: 0, quote: '' }])
  expect(await countRepairs(ida, layerId)).toBe(0)
})

test('a draft keeps what the editor recorded of it; what is no record is none', async () => {
  const { id, slug } = await article()
  const draft = { baseRevision: 1, document: doc('Half a sen'), known: null }
  await saveDraft(ida, id, { ...draft, replaced: [[0, 3, 4]] })
  expect((await loadForEditing(ida, slug))?.draft?.replaced).toEqual([[0, 3, 4]])
  const broken = { ...draft, known: 'any' as const, replaced: [[5, 3, 0]] as [number, number, number][] }
  expect((await saveDraft(ida, id, broken)).ok).toBe(true)
  expect((await loadForEditing(ida, slug))?.draft?.replaced).toBeNull()
})

test('who may only read an article cannot save it, and who may not see it learns nothing', async () => {
  const { id } = await article()
  const hidden = await article({ visibility: 'private' })
  const other = await reader('Other')
  const edit = { baseRevision: 1, document: doc('x') }
  expect(await saveRevision(other, id, edit)).toMatchObject({ problems: [{ code: 'notAllowed' }] })
  expect(await saveRevision(signedOutViewer, id, edit)).toMatchObject({ problems: [{ code: 'signInFirst' }] })
  expect(await saveRevision(other, hidden.id, edit)).toMatchObject({ problems: [{ code: 'notFound' }] })
  expect(await saveDraft(other, hidden.id, { ...edit, known: null })).toMatchObject({ problems: [{ code: 'notFound' }] })
  const moderator = await reader('Mo', 'moderator')
  const hide = { ...edit, details: { ...details, visibility: 'private' as const } }
  expect(await saveRevision(moderator, id, hide)).toMatchObject({ problems: [{ code: 'notAllowed', path: 'details.visibility' }] })
})

test.each([
  ['nothing', doc(''), 'bodyEmpty'],
  ['a null character', doc('a\0'), 'bodyNullCharacter'],
  ['a lone surrogate', doc('\ud800'), 'bodyLoneSurrogate'],
  ['more than 2 MB', doc('讀'.repeat(700_000)), 'bodyTooLarge'],
  ['a block of another kind', { type: 'doc', content: [{ type: 'script' }] }, 'invalid'],
  ['a script address', { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: 'a', marks: [{ type: 'link', attrs: { href: 'javascript:a' } }] }] }] }, 'addressScheme'],
  ['no document', null, 'invalid'],
])('%s is refused and changes nothing', async (_, document, code) => {
  const { id, slug } = await article()
  const before = await db.auditRow.count()
  expect(await saveRevision(ida, id, { baseRevision: 1, document })).toMatchObject({ ok: false, problems: [{ code, path: 'document' }] })
  expect((await readArticle(ida, slug))?.revision.number).toBe(1)
  expect(await db.auditRow.count()).toBe(before)
})

test('a draft is kept, found again, and gone with the save or when it is discarded', async () => {
  const { id, slug } = await article()
  const kept = await saveDraft(ida, id, { baseRevision: 1, document: doc('Half a sen'), known: null })
  const known = kept.ok ? kept.value.updatedAt : ''
  expect((await loadForEditing(ida, slug))?.draft).toEqual({ document: doc('Half a sen'), baseRevision: 1, replaced: null, updatedAt: known })
  expect((await saveDraft(ida, id, { baseRevision: 1, document: doc('Half a sentence.', ''), known })).ok).toBe(true)
  expect((await saveRevision(ida, id, { baseRevision: 1, document: doc('A sentence.') })).ok).toBe(true)
  expect((await loadForEditing(ida, slug))?.draft).toBeNull()
  await saveDraft(ida, id, { baseRevision: 2, document: doc('x'), known: null })
  expect(await discardDraft(ida, id)).toEqual({ ok: true, value: null })
  expect((await loadForEditing(ida, slug))?.draft).toBeNull()
})

test('of two windows neither writes over the other’s draft unseen', async () => {
  const { id, slug } = await article()
  const first = await saveDraft(ida, id, { baseRevision: 1, document: doc('one'), known: null })
  expect(await saveDraft(ida, id, { baseRevision: 1, document: doc('two'), known: null })).toMatchObject({ problems: [{ code: 'draftStale' }] })
  const known = first.ok ? first.value.updatedAt : null
  const both = await Promise.all(['three', 'four'].map((text) => saveDraft(ida, id, { baseRevision: 1, document: doc(text), known })))
  expect(both.filter(({ ok }) => ok).length).toBe(1)
  expect((await saveDraft(ida, id, { baseRevision: 1, document: doc('five'), known: 'any' })).ok).toBe(true)
  expect((await loadForEditing(ida, slug))?.draft?.document).toEqual(doc('five'))
})

test('a draft whose answer was lost may be sent again: that is no other window', async () => {
  const { id } = await article()
  const sent = { baseRevision: 1, document: doc('Written in a tunnel.'), known: null }
  const first = await saveDraft(ida, id, sent)
  expect(await saveDraft(ida, id, sent)).toEqual(first)
  expect(await saveDraft(ida, id, { ...sent, document: doc('Written elsewhere.') })).toMatchObject({ problems: [{ code: 'draftStale' }] })
})

test('a draft with what cannot be stored is refused', async () => {
  const { id } = await article()
  expect(await saveDraft(ida, id, { baseRevision: 1, document: doc('a\0'), known: null })).toMatchObject({ problems: [{ code: 'bodyNullCharacter' }] })
})
