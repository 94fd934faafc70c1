import { beforeAll, describe, expect, test } from 'vitest'
import { can } from '@/lib/domain/permissions'
import { roles, signedOutViewer, systemViewer, type SignedIn, type Viewer } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { listArticles, readLibraryLanguages, type LibraryQuery } from '@/lib/server/library'
import { byIndex, searchFor } from '@/lib/server/library-search'
import { readStrips } from '@/lib/server/strips'
import { flaggedArticle, placeFlag, reader } from '../support/flagged-article'

let ann: SignedIn
let ben: SignedIn

beforeAll(async () => {
  ann = await reader('Ann')
  ben = await reader('Ben')
})

async function titles(viewer: Viewer, query: LibraryQuery = {}) {
  const listed = await listArticles(viewer, { limit: 100, ...query })
  return listed.ok ? listed.value.items.map(({ title }) => title) : listed.problems
}

describe('what one may see', () => {
  test('is the same in SQL as in the table of permissions, for every kind of viewer', async () => {
    const made = []
    for (const owner of [ann, ben])
      for (const visibility of ['public', 'private'] as const)
        made.push({
          visibility,
          ownerId: owner.id,
          ...(await flaggedArticle(owner, { title: `${owner.name} ${visibility} permissiontest`, text: 'Text.', visibility })),
        })
    const strangers = await Promise.all(roles.map((role) => reader(`A ${role}`, role)))
    for (const viewer of [signedOutViewer, systemViewer, ann, ben, ...strangers]) {
      const listed = await listArticles(viewer, { q: 'permissiontest', limit: 100 })
      const seen = new Set(listed.ok ? listed.value.items.map(({ id }) => id) : [])
      const strips = await readStrips(viewer, made.map(({ layerId }) => layerId))
      for (const article of made) {
        expect(seen.has(article.id)).toBe(can(viewer, 'article.read', article))
        expect(strips.has(article.layerId)).toBe(can(viewer, 'layer.read', article))
      }
    }
  })
})

describe('search', () => {
  beforeAll(async () => {
    await flaggedArticle(ann, { title: '港務局的說明', text: '渡輪停駛四十八小時，知情人士說：票價漲了３%。', language: 'zh-Hant' })
    await flaggedArticle(ann, { title: 'A quiet harbour', text: 'Ferries stopped; 100% of the crew_list was sick.', language: 'en' })
  })

  test.each([
    ['渡輪', ['港務局的說明']],
    ['輪', ['港務局的說明']],
    ['知情人士說', ['港務局的說明']],
    ['港務 票價漲', ['港務局的說明']],
    ['渡輪 harbour', []],
    ['HARBOUR ferries', ['A quiet harbour']],
    ['100%', ['A quiet harbour']],
    ['crew_l', ['A quiet harbour']],
    ['crewxl', []],
    ['ｈａｒｂｏｕｒ', ['A quiet harbour']],
    ['漲了3%', ['港務局的說明']],
    ['xy', []],
    ['\\', []],
    ["'; --", []],
    ['harb\0our quiet', ['A quiet harbour']],
  ])('%j finds %j', async (q, found) => {
    expect(await titles(signedOutViewer, { q })).toEqual(found)
  })

  test.each([
    ['tidewater', 'zh: 渡輪', `${'Nothing of interest here. '.repeat(40)}The tidewater rose, and the ferry stopped.`],
    ['潮水', 'en: Tide', `${'這一段與搜尋無關。'.repeat(60)}潮水上漲，渡輪停駛。`],
  ])('shows the words around %s, and says what it looked for', async (q, title, text) => {
    await flaggedArticle(ann, { title: `${title} excerpttest`, text })
    const listed = await listArticles(signedOutViewer, { q: `${q} excerpttest` })
    if (!listed.ok) throw new Error(JSON.stringify(listed.problems))
    expect(listed.value.items).toHaveLength(1)
    expect(listed.value.items[0]!.excerpt.slice(0, 60)).toContain(q)
    expect(listed.value.terms).toEqual([q, 'excerpttest'])
  })

  test('among 5,000 articles uses the trigram index, and for two Chinese characters the index of pairs', async () => {
    await db.$executeRaw`
      INSERT INTO "Article" ("slug", "title", "language", "ownerId", "searchText", "searchGrams", "visibility")
      SELECT 'bulk-' || i, 'Bulk ' || i, 'en', ${ann.id}::uuid, 'bulk article number ' || md5(i::text) || ' 海岸新聞',
        ARRAY['海', '岸', '新', '聞', '海岸', '岸新', '新聞'], 'private'
      FROM generate_series(1, 5000) i`
    await db.$executeRaw`ANALYZE "Article"`
    for (const [q, index] of [['知情人士', 'searchText'], ['harbour', 'searchText'], ['渡輪', 'searchGrams']] as const) {
      const explain = db.$queryRaw<{ 'QUERY PLAN': string }[]>`
        EXPLAIN SELECT a."id" FROM "Article" a WHERE ${searchFor(q).condition}
        ORDER BY a."createdAt" DESC, a."id" DESC LIMIT 21`
      const [, plan] = await db.$transaction([db.$queryRaw(byIndex), explain])
      expect(plan.map((row) => row['QUERY PLAN']).join('\n')).toContain(`Bitmap Index Scan on "Article_${index}_idx"`)
    }
    await db.$executeRaw`DELETE FROM "Article" WHERE "slug" LIKE 'bulk-%'`
  })
})

describe('filters', () => {
  test('by state and language', async () => {
    const owner = await reader('Filter')
    const stranger = await reader('Stranger')
    const text = 'One. Two. Three.'
    const make = (title: string, more: object = {}) => flaggedArticle(owner, { title: `${title} filtertest`, text, ...more })
    const flag = { by: ben, on: 'Two.', labels: ['statement:opinion' as const] }
    const plain = await make('plain', { language: 'pt-BR' })
    const flagged = await make('flagged')
    await placeFlag(flagged.layerId, flagged.revisionId, text, flag)
    const detached = await make('detached', { visibility: 'private' })
    await placeFlag(detached.layerId, detached.revisionId, text, { ...flag, state: 'orphaned' })
    const deleted = await make('deleted')
    await placeFlag(deleted.layerId, deleted.revisionId, text, { ...flag, deleted: true })
    await db.draft.create({ data: { articleId: plain.id, userId: owner.id, baseRevision: 1, document: {} } })

    const by = async (viewer: Viewer, query: LibraryQuery) =>
      (await titles(viewer, { q: 'filtertest', ...query })).map((title) => String(title).split(' ')[0]).sort()
    expect(await by(owner, {})).toEqual(['deleted', 'detached', 'flagged', 'plain'])
    expect(await by(owner, { state: 'unflagged' })).toEqual(['deleted', 'detached', 'plain'])
    expect(await by(owner, { state: 'detached' })).toEqual(['detached'])
    expect(await by(stranger, { state: 'detached' })).toEqual([])
    const byClass = await make('byclass')
    const work = await db.layer.create({ data: { articleId: byClass.id, kind: 'assignment', name: 'Class', codebookSlug: 'reading', codebookVersion: 1 }, select: { id: true } })
    await placeFlag(work.id, byClass.revisionId, text, flag)
    await placeFlag(work.id, byClass.revisionId, text, { ...flag, on: 'One.', state: 'orphaned' })
    for (const viewer of [owner, stranger, signedOutViewer]) {
      expect(await by(viewer, { state: 'unflagged' })).toContain('byclass')
      expect(await by(viewer, { state: 'detached' })).not.toContain('byclass')
    }
    await db.article.delete({ where: { id: byClass.id } })
    expect(await by(owner, { state: 'private' })).toEqual(['detached'])
    expect(await by(owner, { state: 'public' })).toEqual(['deleted', 'flagged', 'plain'])
    expect(await by(owner, { state: 'draft' })).toEqual(['plain'])
    expect(await by(stranger, { state: 'draft' })).toEqual([])
    expect(await by(signedOutViewer, { state: 'draft' })).toEqual([])
    expect(await by(owner, { language: 'pt-BR' })).toEqual(['plain'])
    expect(await readLibraryLanguages(signedOutViewer)).toEqual(['en', 'pt-BR', 'zh-Hant'])
  })

  test('names only languages of articles one may see', async () => {
    await flaggedArticle(ann, { title: 'Hidden', text: 'Text.', language: 'qaa', visibility: 'private' })
    expect(await readLibraryLanguages(ann)).toContain('qaa')
    expect(await readLibraryLanguages(ben)).not.toContain('qaa')
  })
})

describe('pages', () => {
  test('hold every article once, newest first, also where two were made in the same millisecond', async () => {
    const owner = await reader('Pages')
    const createdAt = new Date('2026-01-01T00:00:00Z')
    for (let i = 0; i < 7; i += 1) await flaggedArticle(owner, { title: `${i} pagetest`, text: 'Text.', createdAt })
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await listArticles(owner, { q: 'pagetest', limit: 3, cursor })
      if (!page.ok) throw new Error('refused')
      expect(page.value.items.length).toBeLessThanOrEqual(3)
      seen.push(...page.value.items.map(({ title }) => title))
      cursor = page.value.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toHaveLength(7)
    expect(new Set(seen).size).toBe(7)
  })

  test.each([
    [{ cursor: 'nonsense' }, 'cursor'],
    [{ cursor: 'W10' }, 'cursor'],
    [{ limit: 0 }, 'limit'],
    [{ limit: 101 }, 'limit'],
    [{ limit: 'x' }, 'limit'],
    [{ state: 'other' }, 'state'],
    [{ language: '<b>' }, 'language'],
    [{ q: 'x'.repeat(201) }, 'q'],
  ])('refuse %j, naming the field', async (query, path) => {
    const listed = await listArticles(signedOutViewer, query)
    expect(listed.ok ? [] : listed.problems.map((problem) => problem.path)).toEqual([path])
  })

  test('shorten the opening to 120 characters, never half of one', async () => {
    await flaggedArticle(ann, { title: 'excerpttest', text: '𠮷'.repeat(300) })
    const listed = await listArticles(ann, { q: 'excerpttest' })
    expect(listed.ok && listed.value.items[0]?.excerpt).toBe(`${'𠮷'.repeat(119)}…`)
  })
})

describe('strips', () => {
  test('count the readers of each dimension in 48 parts of the text, and follow every change', async () => {
    const text = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFGHIJKL'
    const on = 'ab'
    const made = await flaggedArticle(ann, { title: 'Strips', text }, [
      { by: ann, on, labels: ['statement:opinion', 'framing:doubt'] },
      { by: ann, on, labels: ['statement:mixed'] },
      { by: ben, on: 'bc', labels: ['statement:mixed'] },
      { by: ben, on: 'L', labels: ['sourcing:named-person'] },
      { by: ben, on: 'xyz', labels: ['framing:doubt'], state: 'orphaned' },
      { by: ben, on: 'xyz', labels: ['framing:doubt'], deleted: true },
    ])
    const read = async () => (await readStrips(signedOutViewer, [made.layerId])).get(made.layerId)
    const first = await read()
    expect(first).toMatchObject({ flags: 4, readers: 2 })
    expect(first?.statement).toEqual([1, 2, 1, ...Array(45).fill(0)])
    expect(first?.framing).toEqual([1, 1, ...Array(46).fill(0)])
    expect(first?.sourcing).toEqual([...Array(47).fill(0), 1])

    await placeFlag(made.layerId, made.revisionId, text, { by: ann, on: text, labels: ['framing:doubt'] })
    expect((await read())?.framing).toEqual(Array(48).fill(1))
    await db.annotation.updateMany({ where: { layerId: made.layerId }, data: { deletedAt: new Date(), version: { increment: 1 } } })
    expect(await read()).toMatchObject({ flags: 0, readers: 0, framing: Array(48).fill(0) })
    const [again, same] = await Promise.all([read(), read()])
    expect(again).toEqual(same)
  })
})
