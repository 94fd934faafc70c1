import { beforeAll, describe, expect, test } from 'vitest'
import { toSummaryJson } from '@/lib/domain/summary/to-summary-json'
import { signedOutViewer, systemViewer, type SignedIn } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { notFoundAnswer, answerRefused, taggedAnswer } from '@/lib/server/http'
import { readStrips } from '@/lib/server/strips'
import { readSummary } from '@/lib/server/summaries'
import { sayFullReading, readFullReading } from '@/lib/server/full-readings'
import { flaggedArticle, haveReadAll, placeFlag, reader } from '../support/flagged-article'

let ann: SignedIn
let ben: SignedIn
let cem: SignedIn

beforeAll(async () => {
  ann = await reader('Ann')
  ben = await reader('Ben')
  cem = await reader('Cem')
})

// 100 code points, 110 UTF-16 units: every tenth lies outside the basic plane.
const text = Array.from({ length: 10 }, (_, i) => `𠮷${String.fromCharCode(97 + i).repeat(8)}.`).join('')
const at = (start: number, end: number) => [...text].slice(start, end).join('')

async function documentOf(layerId: string) {
  const read = await readSummary(signedOutViewer, layerId)
  if (!read) throw new Error('not readable')
  return toSummaryJson(read.summary, { layer: read.layerId, article: read.articleId, revision: read.revision })
}

describe('the numbers of a layer', () => {
  test('count code points, readers and annotations, and follow section 14 for agreement', async () => {
    const made = await flaggedArticle(ann, { title: 'Numbers', text }, [
      { by: ann, on: at(0, 10), labels: ['statement:opinion'] },
      { by: ben, on: at(5, 15), labels: ['statement:opinion', 'framing:doubt'] },
      { by: ben, on: at(50, 60), labels: ['sourcing:unnamed-bare'], state: 'orphaned' },
      { by: cem, on: at(50, 60), labels: ['sourcing:unnamed-bare'], deleted: true },
    ])
    await haveReadAll(made.layerId, ann, ben)
    const json = await documentOf(made.layerId)
    expect(json).toMatchObject({
      layer: made.layerId,
      article: made.id,
      revision: 1,
      unit: 'code point',
      textLength: 100,
      annotators: 2,
      annotations: 2,
    })
    expect(json.dimensions.statement).toMatchObject({
      annotations: 2,
      annotators: 2,
      characters: 15,
      share: 0.15,
      labels: { opinion: { annotations: 2, annotators: 2, characters: 15, share: 0.15 } },
    })
    // Two coders, 100 items: 20 of 200 judgements are "opinion", they differ on 10 items.
    const expected = (2 * 20 * 180) / (200 * 199)
    expect(json.dimensions.statement.agreement.observed).toBeCloseTo(0.9, 6)
    expect(json.dimensions.statement.agreement.alpha).toBeCloseTo(1 - 0.1 / expected, 6)
    expect(json.dimensions.statement.agreement).toMatchObject({ undefined: null, annotators: 2 })
    expect(json.dimensions.sourcing).toEqual({
      annotations: 0,
      annotators: 0,
      characters: 0,
      share: 0,
      labels: {},
      agreement: { observed: 1, alpha: null, undefined: 'no-annotations', annotators: 2 },
    })
    expect(json.dimensions.framing.labels).toEqual({
      doubt: { annotations: 1, annotators: 1, characters: 10, share: 0.1 },
    })
    const read = await readSummary(signedOutViewer, made.layerId)
    expect(read?.detached).toBe(1)
  })

  test('of a layer without flags are nought, and agreement is not defined', async () => {
    const made = await flaggedArticle(ann, { title: 'Nothing', text })
    const json = await documentOf(made.layerId)
    expect(json).toMatchObject({ annotators: 0, annotations: 0, contested: [] })
    expect(json.dimensions.framing.agreement).toEqual({
      observed: null,
      alpha: null,
      undefined: 'fewer-than-two-annotators',
      annotators: 0,
    })
  })

  test('name contested passages with every vote, "none" included', async () => {
    const on = at(20, 30)
    const made = await flaggedArticle(ann, { title: 'Contested', text }, [
      { by: ann, on, labels: ['framing:doubt'] },
      { by: ben, on, labels: ['framing:slogans'] },
      { by: cem, on: at(0, 5), labels: ['sourcing:missing-source'] },
    ])
    await haveReadAll(made.layerId, ann, ben, cem)
    const { contested } = await documentOf(made.layerId)
    const passage = contested.find(({ dimension }) => dimension === 'framing')
    expect(passage).toEqual({
      start: 20,
      end: 30,
      quote: on,
      dimension: 'framing',
      votes: { doubt: 1, slogans: 1, none: 1 },
    })
    // The order of keys is the order of votes and labels: a summary that comes from the store must keep it.
    expect(JSON.stringify((await documentOf(made.layerId)).contested)).toBe(JSON.stringify(contested))
  })
})

describe('who counts in the agreement of an open layer', () => {
  const agreementOf = async (layerId: string) => (await documentOf(layerId)).dimensions.framing.agreement

  test('nobody by a flag or two; everybody is in the counts', async () => {
    const flags = [ann, ben].map((by) => ({ by, on: at(0, 10), labels: ['framing:doubt' as const] }))
    const made = await flaggedArticle(ann, { title: 'In passing', text }, flags)
    expect(await agreementOf(made.layerId)).toEqual({ observed: null, alpha: null, undefined: 'fewer-than-two-annotators', annotators: 0 })
    expect(await documentOf(made.layerId)).toMatchObject({ annotators: 2, annotations: 2, contested: [] })
  })

  test('who flagged across the text, by flags that stand; orphaned and deleted ones do not count', async () => {
    const across = [0, 10, 20, 30, 50].map((start) => at(start, start + 5))
    const flags = [ann, ben].flatMap((by) => across.map((on, i) => ({
      by, on, labels: ['framing:doubt' as const], state: by === ben && i === 4 ? ('orphaned' as const) : ('exact' as const),
    })))
    const made = await flaggedArticle(ann, { title: 'Across', text }, flags)
    expect(await agreementOf(made.layerId)).toMatchObject({ annotators: 1 })
    await placeFlag(made.layerId, made.revisionId, text, { by: ben, on: at(50, 55), labels: ['framing:doubt'] })
    expect(await agreementOf(made.layerId)).toMatchObject({ annotators: 2, undefined: null, alpha: 1 })
  })

  test('who says so, until they take it back: the summary follows, and nobody can say it for others', async () => {
    const made = await flaggedArticle(ann, { title: 'Said', text }, [{ by: ann, on: at(0, 10), labels: ['framing:doubt'] }])
    expect(await readFullReading(ben, made.layerId)).toBe(false)
    for (const who of [ann, ben, ben]) expect(await sayFullReading(who, made.layerId, true)).toEqual({ ok: true, value: { said: true } })
    expect(await agreementOf(made.layerId)).toMatchObject({ annotators: 2, undefined: null })
    expect((await documentOf(made.layerId)).annotators).toBe(1)
    expect(await sayFullReading(ben, made.layerId, false)).toEqual({ ok: true, value: { said: false } })
    expect(await agreementOf(made.layerId)).toMatchObject({ annotators: 1 })
    expect(await sayFullReading(signedOutViewer, made.layerId, true)).toMatchObject({ ok: false, problems: [{ code: 'signInFirst' }] })
    expect(await readFullReading(signedOutViewer, made.layerId)).toBeNull()
    const hidden = await flaggedArticle(ann, { title: 'Hidden reading', text, visibility: 'private' })
    expect(await sayFullReading(ben, hidden.layerId, true)).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
    expect(await sayFullReading(ben, 'no-id', true)).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
  })
})

describe('a stored summary', () => {
  test('is used while nothing changed and made anew when an annotation is added, changed or deleted', async () => {
    const made = await flaggedArticle(ann, { title: 'Stored', text }, [{ by: ann, on: at(0, 10), labels: ['framing:doubt'] }])
    const tagOf = async () => (await readSummary(signedOutViewer, made.layerId))?.fingerprint
    const computedAt = async () =>
      (await db.layerSummary.findUniqueOrThrow({ where: { layerId: made.layerId }, select: { computedAt: true } })).computedAt
    const first = await tagOf()
    const stored = await computedAt()
    expect(await tagOf()).toBe(first)
    expect(await computedAt()).toEqual(stored)

    const id = await placeFlag(made.layerId, made.revisionId, text, { by: ben, on: at(0, 10), labels: ['framing:doubt'] })
    expect(await tagOf()).not.toBe(first)
    expect((await documentOf(made.layerId)).annotations).toBe(2)
    await db.annotation.update({ where: { id }, data: { deletedAt: new Date(), version: { increment: 1 } } })
    expect((await documentOf(made.layerId)).annotations).toBe(1)
  })

  test('keeps its strip, and a strip its summary, but only those of the same state', async () => {
    const made = await flaggedArticle(ann, { title: 'Halves', text }, [{ by: ann, on: at(0, 10), labels: ['framing:doubt'] }])
    const halves = async () => {
      const row = await db.layerSummary.findUniqueOrThrow({ where: { layerId: made.layerId }, select: { content: true, strip: true } })
      return [row.content !== null, row.strip !== null]
    }
    await readStrips(signedOutViewer, [made.layerId])
    expect(await halves()).toEqual([false, true])
    await readSummary(signedOutViewer, made.layerId)
    expect(await halves()).toEqual([true, true])
    await placeFlag(made.layerId, made.revisionId, text, { by: ben, on: at(0, 10), labels: ['framing:doubt'] })
    await readSummary(signedOutViewer, made.layerId)
    expect(await halves()).toEqual([true, false])
    const strip = (await readStrips(signedOutViewer, [made.layerId])).get(made.layerId)
    expect(strip).toMatchObject({ flags: 2, readers: 2 })
    expect(await halves()).toEqual([true, true])
  })

  test('is the same for processes that compute it at once', async () => {
    const made = await flaggedArticle(ann, { title: 'At once', text }, [{ by: ann, on: at(0, 10), labels: ['framing:doubt'] }])
    const all = await Promise.all(Array.from({ length: 6 }, () => readSummary(signedOutViewer, made.layerId)))
    expect(new Set(all.map((read) => JSON.stringify(read)))).toHaveProperty('size', 1)
  })
})

describe('who may read it', () => {
  test('everyone where the article is public; of a private one its owner, and for others it is as if it were not there', async () => {
    const hidden = await flaggedArticle(ann, { title: 'Hidden', text, visibility: 'private' })
    const moderator = await reader('Moderator', 'moderator')
    for (const viewer of [signedOutViewer, ben, moderator]) expect(await readSummary(viewer, hidden.layerId)).toBeNull()
    for (const viewer of [ann, systemViewer]) expect(await readSummary(viewer, hidden.layerId)).not.toBeNull()
    for (const id of ['', 'x', "'", '00000000-0000-4000-8000-000000000000'])
      expect(await readSummary(signedOutViewer, id)).toBeNull()
  })
})

describe('answers for machines', () => {
  const request = (tag?: string) => new Request('http://localhost/', tag === undefined ? {} : { headers: { 'if-none-match': tag } })

  test('carry a tag, must be asked for again each time, and are 304 without a body to who holds that tag', async () => {
    const fresh = taggedAnswer(request(), '1.2', () => ({ a: 1 }))
    expect(fresh.status).toBe(200)
    expect(fresh.headers.get('etag')).toBe('"1.2"')
    expect(fresh.headers.get('cache-control')).toBe('private, no-cache')
    expect(await fresh.json()).toEqual({ a: 1 })
    for (const tag of ['"1.2"', 'W/"1.2"', '"0", "1.2"', '*']) {
      const same = taggedAnswer(request(tag), '1.2', () => ({ a: 1 }))
      expect(same.status).toBe(304)
      expect(await same.text()).toBe('')
    }
    expect(taggedAnswer(request('"1.3"'), '1.2', () => ({})).status).toBe(200)
  })

  test('say what is wrong as problem+json', async () => {
    const missing = notFoundAnswer()
    expect(missing.status).toBe(404)
    expect(missing.headers.get('content-type')).toContain('application/problem+json')
    expect(await missing.json()).toMatchObject({ status: 404, title: expect.any(String) })
    const refused = answerRefused([{ code: 'tooLong', path: 'title', values: { limit: 300 } }])
    expect(await refused.json()).toMatchObject({
      status: 422,
      errors: [{ path: 'title', message: 'This is too long: at most 300 characters fit.' }],
    })
  })
})
