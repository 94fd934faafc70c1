import { afterAll, describe, expect, test, vi } from 'vitest'
import { GET as readText } from '@/app/api/v1/articles/[id]/revisions/[number]/route'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { refuse, type Result } from '@/lib/domain/problem'
import { restoreDays } from '@/lib/domain/removal'
import { signedOutViewer, systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { exportAccount } from '@/lib/server/account-export'
import { deleteAccount } from '@/lib/server/account-removal'
import { listAnnotations } from '@/lib/server/annotation-list'
import { eraseRemovedArticles } from '@/lib/server/article-erasure'
import { listRemovedArticles, readArticleRemoval, removeArticle, restoreArticle, withdrawArticle } from '@/lib/server/article-removal'
import { readArticle } from '@/lib/server/articles'
import { readAssignment } from '@/lib/server/assignment-view'
import { createAssignment } from '@/lib/server/assignments'
import { readComparison } from '@/lib/server/comparison'
import { db } from '@/lib/server/db'
import { env } from '@/lib/server/env'
import { documentFrom } from '@/lib/server/import/document-from'
import { listArticles } from '@/lib/server/library'
import { createHub, type LiveHub } from '@/lib/server/live-hub'
import { readRevisionList } from '@/lib/server/revision-list'
import { readRevision, saveRevision } from '@/lib/server/revisions'
import { openWork } from '@/lib/server/submissions'
import { call, type Route } from '../support/api'
import { reader } from '../support/flagged-article'
import { exercise, flagIn, lesson, lessonText, must } from '../support/lesson'
import { flag, follow, follower } from '../support/live-layer'
import { all, answers, published } from '../support/published-article'

vi.mock('next-intl/server', () => import('../support/untranslated'))

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const later = (days: number) => new Date(Date.now() + days * 86_400_000)
const hub = createHub({ address: env('DATABASE_URL') })
afterAll(async () => {
  await hub.close()
  await (globalThis as { glossLive?: LiveHub }).glossLive?.close()
})

describe('what is done to an article is said first:', () => {
  test('its flags, readers, exercises and versions are counted', async () => {
    const of = await published(2)
    await flag(of.owner, { layerId: of.layerId, text: lessonText })
    expect(await readArticleRemoval(of.owner, of.slug)).toMatchObject({
      title: of.title, visibility: 'public', removed: null,
      contents: { ownFlags: 1, othersFlags: 2, readers: 2, exercises: 0, classes: 0, foreign: 0, revisions: 1 },
    })
    expect(await readArticleRemoval(of.readers[0]!, of.slug)).toBeNull()
    expect(await readArticleRemoval(signedOutViewer, of.slug)).toBeNull()
    expect(await readArticleRemoval(await reader('Mod', 'moderator'), of.slug)).not.toBeNull()
    expect(await readArticleRemoval(of.owner, 'no\0where')).toBeNull()
  })

  test('where much hangs on it the title is typed', async () => {
    const of = await published(3)
    for (const typed of [null, '', 'The pier', `${of.title}x`, 'x'.repeat(100_000)]) {
      expect(await removeArticle(of.owner, of.id, typed)).toEqual(refuse('titleNotTyped', 'typed'))
      expect(await withdrawArticle(of.owner, of.id, typed)).toEqual(refuse('titleNotTyped', 'typed'))
    }
    must(await withdrawArticle(of.owner, of.id, `  ${of.title.replace(' ', '  ')} `))
    must(await removeArticle(of.owner, of.id, of.title))
  })
})

test.each([['withdrawn', withdrawArticle], ['removed', removeArticle]] as const)('nobody else’s article is %s', async (_, act) => {
  const of = await published()
  const closed = await published(0, 'private')
  for (const viewer of [of.readers[0]!, await reader('Member')]) expect(codeOf(await act(viewer, of.id, of.title))).toBe('notAllowed')
  expect(codeOf(await act(signedOutViewer, of.id, of.title))).toBe('signInFirst')
  for (const viewer of [await reader('Mod', 'moderator'), await reader('Admin', 'admin'), signedOutViewer]) expect(codeOf(await act(viewer, closed.id, closed.title))).toBe('notFound')
  for (const id of ['', 'x', '00000000-0000-0000-0000-000000000000', `${of.id}\0`]) expect(codeOf(await act(of.owner, id, of.title))).toBe('notFound')
})

describe('made private', () => {
  test('it is its owner’s alone, and everybody keeps their own flags', async () => {
    const of = await published()
    const [one] = of.readers
    must(await withdrawArticle(of.owner, of.id, null))
    must(await withdrawArticle(of.owner, of.id, null))
    for (const viewer of [one!, signedOutViewer]) {
      expect(await answers(of, viewer)).toEqual(all(404))
      expect(await readArticle(viewer, of.slug)).toBeNull()
      expect(must(await listArticles(viewer, { q: of.title })).items).toEqual([])
    }
    expect((await listAnnotations(of.owner, of.layerId))!.standing).toHaveLength(1)
    expect(JSON.stringify(await exportAccount(one!))).toContain(of.flags[0])
    expect(await db.auditRow.count({ where: { action: 'article.withdrawn', subjectId: of.id } })).toBe(1)
  })

  test('what was saved meanwhile stays its owner’s, when it is public again', async () => {
    const of = await published(0, 'private')
    const save = async (body: string, visibility: 'public' | 'private') => {
      const { revision } = (await readArticle(of.owner, of.slug))!
      return must(await saveRevision(of.owner, of.id, { baseRevision: revision.number, document: must(documentFrom({ format: 'text', body }, null)), details: { ...of.details, visibility } })).number
    }
    await save(`${lessonText} A name that must not be public.`, 'private')
    await save(`${lessonText} Nothing.`, 'public')
    const one = await reader('One')
    expect((await readRevisionList(one, of.layerId))?.entries.map(({ number }) => number)).toEqual([3])
    for (const number of [1, 2]) {
      expect(await readRevision(one, of.id, number)).toBeNull()
      expect(await readRevision(signedOutViewer, of.id, number)).toBeNull()
      expect((await readRevision(of.owner, of.id, number))?.number).toBe(number)
      expect(await readComparison(one, of.layerId, number, 3)).toBeNull()
      expect((await call(readText as Route<never>, { params: { id: of.id, number: String(number) } as never })).status).toBe(404)
    }
    expect((await readComparison(of.owner, of.layerId, 2, 3))?.from.number).toBe(2)
    await save(`${lessonText} Nothing.`, 'private')
    await save(`${lessonText} Something else that is private.`, 'private')
    // What becomes public is the text that stands then.
    const { revision } = (await readArticle(of.owner, of.slug))!
    must(await saveRevision(of.owner, of.id, { baseRevision: revision.number, document: (await readRevision(of.owner, of.id, revision.number))!.document, details: of.details && { ...of.details, visibility: 'public' } }))
    expect((await readRevisionList(one, of.layerId))?.entries.map(({ number }) => number)).toEqual([4, 3])
  })
})

describe('removed', () => {
  test('it is gone from every address, for its owner too, and comes back whole', async () => {
    const of = await published()
    const [one] = of.readers
    expect(await answers(of, one!)).toEqual(all(200))
    must(await removeArticle(of.owner, of.id, null))
    expect(codeOf(await removeArticle(of.owner, of.id, null))).toBe('notFound')
    for (const viewer of [one!, of.owner, signedOutViewer, await reader('Admin', 'admin')]) {
      expect(await answers(of, viewer)).toEqual(all(410))
      expect(await readArticle(viewer, of.slug)).toBeNull()
      expect(must(await listArticles(viewer, { q: of.title })).items).toEqual([])
      expect(await listAnnotations(viewer, of.layerId)).toBeNull()
    }
    expect(JSON.stringify(await exportAccount(one!))).toContain(of.flags[0])
    expect(await listRemovedArticles(of.owner)).toMatchObject([{ slug: of.slug, title: of.title }])
    expect(await readArticleRemoval(of.owner, of.slug)).toMatchObject({ removed: { mayRestore: true }, contents: { othersFlags: 1, readers: 1 } })
    expect(await readArticleRemoval(one!, of.slug)).toBeNull()
    expect(codeOf(await restoreArticle(one!, of.id))).toBe('notFound')
    must(await restoreArticle(of.owner, of.id))
    expect(codeOf(await restoreArticle(of.owner, of.id))).toBe('notFound')
    expect(await answers(of, one!)).toEqual(all(200))
    expect((await listAnnotations(one!, of.layerId))!.standing).toHaveLength(1)
  })

  test('a private one was never there for others', async () => {
    const of = await published(0, 'private')
    must(await removeArticle(of.owner, of.id, null))
    expect((await answers(of, await reader('One'))).article).toBe(404)
    expect((await answers(of, of.owner)).article).toBe(410)
  })

  test('what a moderator removed its owner does not put back', async () => {
    const of = await published()
    const mod = await reader('Mod', 'moderator')
    must(await removeArticle(mod, of.id, null))
    expect(await readArticleRemoval(of.owner, of.slug)).toMatchObject({ removed: { mayRestore: false } })
    expect(codeOf(await restoreArticle(of.owner, of.id))).toBe('notAllowed')
    must(await restoreArticle(mod, of.id))
    expect((await readArticle(of.owner, of.slug))?.mayEdit).toBe(true)
  })

  test('is erased after its days, and not before', async () => {
    const of = await published()
    must(await removeArticle(of.owner, of.id, null))
    expect(await eraseRemovedArticles(of.owner, later(restoreDays + 1))).toBe(0)
    await eraseRemovedArticles(systemViewer, later(restoreDays - 1))
    expect(await db.article.count({ where: { id: of.id } })).toBe(1)
    expect(codeOf(await restoreArticle(of.owner, of.id, later(restoreDays + 1)))).toBe('notFound')
    await Promise.all([eraseRemovedArticles(systemViewer, later(restoreDays + 1)), eraseRemovedArticles(systemViewer, later(restoreDays + 1))])
    expect([await db.article.count({ where: { id: of.id } }), await db.annotation.count({ where: { id: of.flags[0] } }), await db.revision.count({ where: { articleId: of.id } })]).toEqual([0, 0, 0])
    expect(await db.auditRow.count({ where: { subjectId: of.id, action: 'article.erased' } })).toBe(1)
    expect((await answers(of, of.owner)).article).toBe(404)
  })

  test('goes with the account of its owner', async () => {
    const of = await published()
    must(await removeArticle(of.owner, of.id, null))
    must(await deleteAccount(of.owner, 'delete'))
    await eraseRemovedArticles(systemViewer)
    expect(await db.article.count({ where: { id: of.id } })).toBe(0)
  })

  test('pages that have it open are told, and their streams end', async () => {
    const of = await published()
    const open = await follow(hub, of.layerId, await follower(of.readers[0]!))
    must(await removeArticle(of.owner, of.id, null))
    await open.named('layer.removed')
    await open.end()
    expect(open.events.map(({ name, data }) => [name, data]).filter(([name]) => name !== 'presence')).toEqual([['layer.removed', null]])
  })
})

describe('an exercise of a class that is not its owner’s', () => {
  async function used() {
    const of = await published()
    const other = await lesson(['Ada First'])
    const [ada] = other.students
    const { id } = must(await createAssignment(other.teacher, other.classId, of.slug, assignmentIn('Asia/Taipei').parse(exercise)))
    const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
    must(await openWork(ada!, id))
    const work = await flagIn(layerId, ada!, 'Experts believe', ['sourcing:unnamed-bare'])
    return { ...of, teacher: other.teacher, ada: ada as SignedIn, exercise: id, workLayer: layerId, work }
  }

  test('is counted, and asks for the title', async () => {
    const of = await used()
    expect((await readArticleRemoval(of.owner, of.slug))?.contents).toMatchObject({ exercises: 1, classes: 1, foreign: 1 })
    expect(codeOf(await removeArticle(of.owner, of.id, null))).toBe('titleNotTyped')
  })

  test('goes on with its revision, and nobody’s work is lost, even when the article is erased', async () => {
    const of = await used()
    // An edit since then is no part of the exercise.
    must(await saveRevision(of.owner, of.id, { baseRevision: 1, document: must(documentFrom({ format: 'text', body: `${lessonText} More.` }, null)) }))
    must(await removeArticle(of.owner, of.id, of.title))
    const still = async () => {
      expect((await readAssignment(of.ada, of.exercise))?.revision).toMatchObject({ number: 1, html: expect.stringContaining('Experts believe') })
      expect((await listAnnotations(of.ada, of.workLayer, 1))!.standing.map(({ id }) => id)).toContain(of.work)
      await flagIn(of.workLayer, of.ada, 'The mayor', ['sourcing:named-person'])
    }
    await still()
    await eraseRemovedArticles(systemViewer, later(restoreDays + 1))
    await still()
    expect((await db.revision.findMany({ where: { articleId: of.id }, select: { number: true } })).map(({ number }) => number)).toEqual([1])
    expect(await db.annotation.count({ where: { id: of.flags[0] } })).toBe(0)
    expect(await db.article.findUnique({ where: { id: of.id }, select: { searchText: true } })).toEqual({ searchText: '' })
    expect(await answers(of, of.owner)).toMatchObject({ article: 410 })
  })
})
