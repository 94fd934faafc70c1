import { randomUUID } from 'node:crypto'
import { expect, test } from 'vitest'
import { countCodePoints } from '@/lib/domain/text/code-points'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import { readAnnotationHistory } from '@/lib/server/annotation-history'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { readComparison } from '@/lib/server/comparison'
import { db } from '@/lib/server/db'
import { countRepairs, readRepairs } from '@/lib/server/repair-list'
import { acceptAnchor, letGo, placeAnchor, placeByWords } from '@/lib/server/repairs'
import { readRevisionList } from '@/lib/server/revision-list'
import { saveRevision } from '@/lib/server/revisions'
import { reader } from '../support/flagged-article'

const ida = await reader('Ida')
const ben = await reader('Ben')
const moderator = await reader('Mo', 'moderator')

const ferry = 'The ferry to the northern islands stopped running on Monday 🚢 morning.'
const blame = 'Officials of the harbour authority say that nobody is to blame for the damage.'
const fear = 'Residents fear a long winter without fresh vegetables or medicine.'
const snow = 'Heavy snowfall is expected along the eastern coast before the weekend.'

const doc = (...texts: string[]): ArticleDocument => ({
  type: 'doc',
  content: texts.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

async function article(visibility: 'public' | 'private' = 'public') {
  const details = { title: 'The harbour', byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility }
  const made = await createArticle(ida, { details, content: { format: 'text', body: [ferry, blame, fear, snow].join('\n\n') } })
  if (!made.ok) throw new Error('refused')
  const view = (await readArticle(ida, made.value.slug))!
  return { ...made.value, layerId: view.layer.id }
}

async function flag(by: SignedIn, slug: string, quote: string): Promise<string> {
  const { layer, revision } = (await readArticle(by, slug))!
  const made = await createAnnotation(by, {
    id: randomUUID(), layerId: layer.id, revision: revision.number, target: placeOf(revision.text, quote), quote,
    labels: [{ dimension: 'framing', label: 'loaded-language' }], note: null, evidence: [], confidence: null, sourceName: null,
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.id
}

function placeOf(text: string, quote: string) {
  const start = countCodePoints(text.slice(0, text.indexOf(quote)))
  return { start, end: start + countCodePoints(quote) }
}

/** Five flags of Ida's and Ben's on the first text, and an edit that changes one, takes two away and moves one. */
async function edited() {
  const made = await article()
  const ids = {
    stays: await flag(ida, made.slug, 'Residents fear'),
    moved: await flag(ida, made.slug, 'stopped running'),
    changed: await flag(ida, made.slug, 'nobody is to blame for the damage'),
    gone: await flag(ida, made.slug, 'Heavy snowfall is expected'),
    bens: await flag(ben, made.slug, 'the eastern coast'),
  }
  const next = [blame.replace('to blame', 'answerable'), fear, 'The council meets again on Thursday.', ferry]
  expect((await saveRevision(ida, made.id, { baseRevision: 1, document: doc(...next) })).ok).toBe(true)
  return { ...made, ids, text: next.join('\n') }
}
const anchorOf = (annotationId: string, number: number) =>
  db.anchor.findFirstOrThrow({ where: { annotationId, revision: { number } }, select: { state: true, repair: true, quote: true, start: true } })

test('revisions are listed with what became of the flags, page by page', async () => {
  const { id, layerId, ids } = await edited()
  const list = (await readRevisionList(signedOutViewer, layerId))!
  expect(list.entries.map(({ number, author, carried }) => [number, author, carried])).toEqual([
    [2, 'Ida', { exact: 1, moved: 1, changed: 1, orphaned: 2 }],
    [1, 'Ida', null],
  ])
  expect(list.next).toBeNull()
  for (let number = 2; number < 24; number += 1) {
    await saveRevision(ida, id, { baseRevision: number, document: doc(`Text number ${number}.`) })
  }
  const newest = (await readRevisionList(signedOutViewer, layerId))!
  expect([newest.entries.length, newest.entries[0]?.number, newest.next]).toEqual([20, 24, 5])
  expect((await readRevisionList(signedOutViewer, layerId, 5))?.entries.map(({ number }) => number)).toEqual([4, 3, 2, 1])
  expect(await readRevisionList(signedOutViewer, randomUUID())).toBeNull()
  expect((await readAnnotationHistory(ida, layerId, ids.stays))?.heldBy).toBe(2)
})

test('a comparison tells what changed and what became of the flags, over several revisions too', async () => {
  const { id, layerId } = await edited()
  const compared = (await readComparison(signedOutViewer, layerId, 1, 2))!
  expect(compared.carried).toEqual({ exact: 1, moved: 1, changed: 1, orphaned: 2 })
  expect(compared.rows.map(({ kind }) => kind)).toEqual(['moved-from', 'changed', 'same', 'removed', 'added', 'moved-to'])
  await saveRevision(ida, id, { baseRevision: 2, document: doc(ferry, blame, fear, snow) })
  expect((await readComparison(signedOutViewer, layerId, 1, 3))?.carried).toEqual({ exact: 1, moved: 1, changed: 1, orphaned: 2 })
  expect((await readComparison(signedOutViewer, layerId, 1, 3))?.rows.every(({ kind }) => kind === 'same')).toBe(true)
  for (const [from, to] of [[2, 1], [1, 1], [1, 9]] as const) expect(await readComparison(ida, layerId, from, to)).toBeNull()
})

test('an author is shown their own changed and detached flags, a moderator everybody’s, others none', async () => {
  const { layerId, ids } = await edited()
  const mine = (await readRepairs(ida, layerId))!
  expect(mine.repairs.map(({ annotation, now }) => [annotation.id, now?.passage.quote])).toEqual([
    [ids.changed, 'nobody is answerable for the damage'],
    [ids.gone, undefined],
  ])
  expect(mine.repairs[0]?.was).toMatchObject({ revision: 1, passage: { quote: 'nobody is to blame for the damage' } })
  expect((await readRepairs(moderator, layerId))?.repairs.map(({ annotation }) => annotation.id)).toEqual([ids.changed, ids.gone, ids.bens])
  expect(await Promise.all([ida, ben, moderator, signedOutViewer].map((viewer) => countRepairs(viewer, layerId)))).toEqual([2, 1, 3, 0])
  expect((await readRepairs(moderator, layerId, ids.gone))?.repairs.map(({ annotation }) => annotation.id)).toEqual([ids.bens])
})

test('an accepted place is asked about no more, nor after the next edit; others may not accept it', async () => {
  const { id, layerId, ids, text } = await edited()
  expect(await acceptAnchor(ben, ids.changed, 2)).toMatchObject({ problems: [{ code: 'notFound' }] })
  expect(await acceptAnchor(ida, ids.changed, 1)).toMatchObject({ problems: [{ code: 'repairStale' }] })
  expect((await acceptAnchor(ida, ids.changed, 2)).ok).toBe(true)
  expect((await acceptAnchor(moderator, ids.gone, 2)).ok).toBe(true)
  expect(await countRepairs(ida, layerId)).toBe(0)
  await saveRevision(ida, id, { baseRevision: 2, document: doc(...text.split('\n'), 'And more.') })
  expect(await countRepairs(ida, layerId)).toBe(0)
  expect(await anchorOf(ids.gone, 3)).toMatchObject({ state: 'orphaned', repair: 'accepted' })
  const traces = await db.auditRow.findMany({ where: { subjectId: ids.gone }, orderBy: { id: 'asc' }, select: { action: true, actorId: true, layerId: true } })
  expect(traces.at(-1)).toEqual({ action: 'annotation.place-accepted', actorId: moderator.id, layerId })
})

test('a detached flag is put on other words, and from then on is carried from there', async () => {
  const { id, layerId, ids, text } = await edited()
  const quote = 'The council meets again'
  const place = { revision: 2, target: placeOf(text, quote), quote }
  expect(await placeAnchor(ben, ids.gone, place)).toMatchObject({ problems: [{ code: 'notFound' }] })
  expect(await placeAnchor(signedOutViewer, ids.gone, place)).toMatchObject({ problems: [{ code: 'notFound' }] })
  expect(await placeAnchor(ida, ids.gone, { ...place, revision: 1 })).toMatchObject({ problems: [{ code: 'repairStale' }] })
  expect(await placeAnchor(ida, ids.gone, { ...place, quote: 'other words' })).toMatchObject({ problems: [{ code: 'passageChanged' }] })
  expect(await placeAnchor(ida, ids.gone, place)).toEqual({ ok: true, value: null })
  const shown = (await listAnnotations(signedOutViewer, layerId))!
  expect(shown.standing.find((annotation) => annotation.id === ids.gone)).toMatchObject({ quote, version: 2, ...place.target })
  const [trace] = await db.auditRow.findMany({ where: { subjectId: ids.gone, action: 'annotation.reanchored' }, select: { layerId: true, detail: true } })
  expect(trace).toMatchObject({ layerId, detail: { revision: 2, before: { quote: 'Heavy snowfall is expected' }, after: { quote } } })
  await saveRevision(ida, id, { baseRevision: 2, document: doc('A beginning.', ...text.split('\n')) })
  expect(await anchorOf(ids.gone, 3)).toMatchObject({ state: 'exact', quote, start: place.target.start + 13 })
  expect(await anchorOf(ids.gone, 1)).toMatchObject({ quote: 'Heavy snowfall is expected' })
})

test('words say where a flag belongs, unless they are not there or stand there more than once', async () => {
  const { ids } = await edited()
  const by = (words: string, revision = 2) => placeByWords(ida, ids.gone, { revision, words })
  expect(await by('never written')).toMatchObject({ problems: [{ code: 'wordsNotThere' }] })
  expect(await by('  \n ')).toMatchObject({ problems: [{ code: 'passageEmpty' }] })
  expect(await by('the')).toMatchObject({ problems: [{ code: 'wordsNotClear' }] })
  expect(await by('Monday 🚢', 1)).toMatchObject({ problems: [{ code: 'repairStale' }] })
  expect(await by(' medicine.\n\nThe council ')).toEqual({ ok: true, value: null })
  expect(await anchorOf(ids.gone, 2)).toMatchObject({ quote: 'medicine.\nThe council', state: 'changed', repair: 'placed' })
})

test('who lets a flag go deletes it, as a trace that live readers hear of', async () => {
  const { layerId, ids } = await edited()
  expect(await letGo(ben, ids.gone)).toMatchObject({ problems: [{ code: 'notFound' }] })
  expect((await letGo(ida, ids.gone)).ok).toBe(true)
  expect((await letGo(moderator, ids.bens)).ok).toBe(true)
  expect(await countRepairs(moderator, layerId)).toBe(1)
  expect(await acceptAnchor(ida, ids.gone, 2)).toMatchObject({ problems: [{ code: 'notFound' }] })
})

test('a repair and a new revision at once: the flag is carried from where it was put, or the repair is refused', async () => {
  for (let round = 0; round < 4; round += 1) {
    const { id, ids, text } = await edited()
    const quote = 'The council meets again'
    const [placed] = await Promise.all([
      placeAnchor(ida, ids.gone, { revision: 2, target: placeOf(text, quote), quote }),
      saveRevision(ida, id, { baseRevision: 2, document: doc('A beginning.', ...text.split('\n')) }),
    ])
    const after = await anchorOf(ids.gone, 3)
    expect(after.state).toBe(placed.ok ? 'exact' : 'orphaned')
    if (!placed.ok) expect(placed.problems[0]?.code).toBe('repairStale')
  }
})

test('an earlier revision is read with its flags as they stood on it, without later ones', async () => {
  const { layerId, slug, ids } = await edited()
  const later = await flag(ben, slug, 'The council')
  const first = (await listAnnotations(signedOutViewer, layerId, 1))!
  expect(first.standing.map(({ quote }) => quote)).toEqual([
    'stopped running', 'nobody is to blame for the damage', 'Residents fear', 'Heavy snowfall is expected', 'the eastern coast',
  ])
  expect(first.detached).toEqual([])
  expect((await listAnnotations(signedOutViewer, layerId, 2))?.standing.some(({ id }) => id === later)).toBe(true)
  expect(await listAnnotations(signedOutViewer, layerId, 9)).toBeNull()
  expect(await readAnnotationHistory(signedOutViewer, layerId, ids.gone)).toMatchObject({
    heldBy: 1,
    steps: [{ from: 1, to: 1, state: 'exact', quote: 'Heavy snowfall is expected' }, { from: 2, to: 2, state: 'orphaned', repair: null }],
  })
})

test('of a private article nobody else learns anything', async () => {
  const { slug, layerId } = await article('private')
  const id = await flag(ida, slug, 'Heavy snowfall')
  for (const viewer of [ben, moderator, signedOutViewer]) {
    expect(await readRevisionList(viewer, layerId)).toBeNull()
    expect(await readComparison(viewer, layerId, 1, 2)).toBeNull()
    expect(await readRepairs(viewer, layerId)).toBeNull()
    expect(await readAnnotationHistory(viewer, layerId, id)).toBeNull()
    expect(await letGo(viewer, id)).toMatchObject({ problems: [{ code: 'notFound' }] })
  }
})
