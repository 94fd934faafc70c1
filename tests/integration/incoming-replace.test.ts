import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { deleteAnnotation, updateAnnotation } from '@/lib/server/annotations'
import { db } from '@/lib/server/db'
import { replaceFromW3c } from '@/lib/server/replace-annotation'
import { saveRevision } from '@/lib/server/revisions'
import { about, anchorsOf, base, bridgeArticle, documentOf, incomingOf, leaving, made, quote } from '../support/bridge-article'
import { reader } from '../support/flagged-article'

let ann: SignedIn
let ben: SignedIn
beforeAll(async () => {
  ann = await reader('ann')
  ben = await reader('ben')
})

describe('replacing one', () => {
  test('says something else of the same words, and stays what it was', async () => {
    const on = await bridgeArticle(ann)
    const id = await made(ben, on, { ...about(on, quote('The bridge')), id: 'http://elsewhere.example/1', bodyValue: 'Which?' })
    const was = await leaving(on, id)
    const replaced = await replaceFromW3c(ben, { layerId: on.layer.id, id }, await incomingOf(on, { ...was, body: { type: 'TextualBody', value: 'That one.' } }), { version: 1 })
    expect(replaced).toEqual({ ok: true, value: { version: 2 } })
    const now = await leaving(on, id)
    expect(now).toMatchObject({ id: was.id, via: was.via, creator: was.creator, created: was.created, target: was.target, body: [{ value: 'That one.' }] })
    expect(Date.parse(String(now.modified))).toBeGreaterThanOrEqual(Date.parse(String(was.modified)))
    const { foreign } = await db.annotation.findUniqueOrThrow({ where: { id }, select: { foreign: true } })
    expect(foreign).toEqual({ properties: { via: 'http://elsewhere.example/1' } })
    expect(await db.auditRow.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { action: true } })).toEqual([
      { action: 'annotation.created' }, { action: 'annotation.changed' },
    ])
  })

  test('moves it to other words, or to the whole article', async () => {
    const on = await bridgeArticle(ann)
    const id = await made(ben, on, about(on, quote('The bridge')))
    const replace = async (item: unknown) => replaceFromW3c(ben, { layerId: on.layer.id, id }, await incomingOf(on, item))
    expect(await replace(about(on, quote('Nobody')))).toMatchObject({ ok: true })
    expect(await anchorsOf(id)).toMatchObject([{ quote: 'Nobody', state: 'exact' }])
    expect(await replace(about(on))).toMatchObject({ ok: true })
    expect(await anchorsOf(id)).toMatchObject([{ start: 0, end: 0, quote: '' }])
    expect(await db.auditRow.count({ where: { subjectId: id, action: 'annotation.reanchored' } })).toBe(2)
    expect(await replace(about(on, quote('not in there at all')))).toMatchObject({ problems: [{ code: 'passageNotFound', path: '0.target.selector' }] })
  })

  test('leaves one whose words are gone where it last stood', async () => {
    const on = await bridgeArticle(ann)
    const id = await made(ben, on, about(on, quote('Nobody believes it.')))
    await saveRevision(ann, on.id, { baseRevision: 1, document: documentOf('Quite another text stands here now.') })
    const anchors = await anchorsOf(id)
    expect(anchors).toMatchObject([{ state: 'exact' }, { state: 'orphaned' }])
    const was = await leaving(on, id)
    expect(was.target).toMatchObject({ source: `${on.address}/1` })
    await replaceFromW3c(ben, { layerId: on.layer.id, id }, await incomingOf(on, { ...was, bodyValue: 'Gone.' }))
    expect(await anchorsOf(id)).toEqual(anchors)
  })

  test('is refused of another version, by another name, with other identities, and to others', async () => {
    const on = await bridgeArticle(ann)
    const id = await made(ben, on, { ...about(on, quote('The bridge')), id: 'http://elsewhere.example/1', canonical: 'urn:a:b' })
    const replace = async (item: object, version?: number, viewer = ben, place = { layerId: on.layer.id, id }) => {
      const done = await replaceFromW3c(viewer, place, await incomingOf(on, { ...about(on, quote('Nobody')), ...item }), version === undefined ? {} : { version })
      return done.ok ? done.value.version : done.problems.map(({ code, path }) => `${code} at ${path}`)
    }
    expect(await replace({}, 7)).toEqual(['ifMatchStale at If-Match'])
    expect(await replace({ id: 'http://elsewhere.example/2' })).toEqual(['idOther at id'])
    expect(await replace({ canonical: 'urn:a:c' })).toEqual(['propertyFixed at canonical'])
    expect(await replace({ via: 'urn:a:c' })).toEqual(['propertyFixed at via'])
    expect(await replace({}, 1, ann)).toEqual(['notAllowed at '])
    expect(await replace({}, 1, ben, { layerId: randomUUID(), id })).toEqual(['notFound at '])
    expect(await replace({ id: 'http://elsewhere.example/1', via: ['http://elsewhere.example/1'], canonical: 'urn:a:b' }, 1)).toBe(2)
    expect(await replace({})).toBe(3)
    expect(await leaving(on, id)).toMatchObject({ via: 'http://elsewhere.example/1', canonical: 'urn:a:b' })
    await deleteAnnotation(ben, id)
    expect(await replace({})).toEqual(['notFound at '])
  })

  test('two at once: one is too late', async () => {
    const on = await bridgeArticle(ann)
    const id = await made(ben, on, about(on, quote('The bridge')))
    const incoming = await incomingOf(on, about(on, quote('Nobody')))
    const done = await Promise.all([1, 2, 3].map(() => replaceFromW3c(ben, { layerId: on.layer.id, id }, incoming, { version: 1 })))
    expect(done.filter(({ ok }) => ok)).toHaveLength(1)
  })

  test('what we change ourselves leaves what it brought in peace', async () => {
    const on = await bridgeArticle(ann)
    const id = await made(ben, on, { ...about(on, quote('The bridge')), rights: 'urn:a:b', body: [`${base}/codebooks/reading/1/framing/doubt`, 'http://elsewhere.example/body'] })
    const content = { labels: [{ dimension: 'statement' as const, label: 'opinion' }], note: null, evidence: [], confidence: null, sourceName: null }
    await updateAnnotation(ben, id, { version: 1, content })
    expect(await leaving(on, id)).toMatchObject({
      rights: 'urn:a:b', body: [{ source: `${base}/codebooks/reading/1/statement/opinion` }, 'http://elsewhere.example/body'],
    })
  })
})
