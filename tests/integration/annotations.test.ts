import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { newAnnotation, type AnnotationContent, type NewAnnotation } from '@/lib/domain/annotation'
import type { Viewer } from '@/lib/domain/viewer'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createAnnotation, deleteAnnotation, restoreAnnotation, updateAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { db } from '@/lib/server/db'
import { saveRevision } from '@/lib/server/revisions'

const signedOut: Viewer = { kind: 'signed-out' }
let ann: Viewer & { kind: 'user' }
let ben: Viewer & { kind: 'user' }
let mod: Viewer & { kind: 'user' }

const body = 'The bridge is safe, the office said.\n\n𠮷野家 👨‍👩‍👧 closed on Monday.\n\nNobody believes it.'
const content: AnnotationContent = {
  labels: [{ dimension: 'sourcing', label: 'organisation-statement' }],
  note: null,
  evidence: [],
  confidence: null,
  sourceName: null,
}

async function person(name: string, role: 'member' | 'moderator') {
  const { id } = await db.user.create({ data: { name, role, email: `${name}@example.org` }, select: { id: true } })
  return { kind: 'user' as const, id, name, role }
}

async function article(owner: Viewer = ann, visibility: 'public' | 'private' = 'public') {
  const made = await createArticle(owner, {
    details: {
      title: `Bridge ${randomUUID()}`, byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility,
    },
    content: { format: 'markdown', body },
  })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const read = await readArticle(owner, made.value.slug)
  if (!read) throw new Error('not readable')
  return read
}

type Article = Awaited<ReturnType<typeof article>>

function flag(on: Article, quote: string, more: Partial<NewAnnotation> = {}): NewAnnotation {
  const start = [...on.revision.text.slice(0, on.revision.text.indexOf(quote))].length
  return {
    id: randomUUID(), layerId: on.layer.id, revision: on.revision.number,
    target: { start, end: start + [...quote].length }, quote, ...content, ...more,
  }
}

beforeAll(async () => {
  ann = await person('ann', 'member')
  ben = await person('ben', 'member')
  mod = await person('mod', 'moderator')
})

describe('flagging a passage', () => {
  test('stores what was said and where, and gives it back in reading order, longest first', async () => {
    const on = await article()
    const note = { type: 'doc' as const, content: [{ type: 'paragraph' as const, content: [{ type: 'text' as const, text: 'Which office?' }] }] }
    const evidence = [{ url: 'https://example.org/minutes', title: 'Minutes' }]
    await createAnnotation(ben, flag(on, 'Nobody believes it.'))
    await createAnnotation(ann, flag(on, 'The bridge'))
    const made = await createAnnotation(
      ann,
      flag(on, 'The bridge is safe', { note, evidence, confidence: 'fairly-sure', sourceName: 'the office' }),
    )
    expect(made).toMatchObject({ ok: true, value: { note, evidence, confidence: 'fairly-sure', sourceName: 'the office', start: 0, end: 18, version: 1 } })
    const read = await listAnnotations(signedOut, on.layer.id)
    expect(read?.standing.map(({ quote, author }) => [quote, author.name])).toEqual([
      ['The bridge is safe', 'ann'], ['The bridge', 'ann'], ['Nobody believes it.', 'ben'],
    ])
    expect(read?.detached).toEqual([])
  })

  test('counts code points beyond the basic plane', async () => {
    const on = await article()
    const made = await createAnnotation(ann, flag(on, '👨‍👩‍👧 closed'))
    expect(made.ok && made.value).toMatchObject({ start: 41, end: 53, quote: '👨‍👩‍👧 closed' })
  })

  test('the same id twice makes one annotation, however the calls overlap', async () => {
    const on = await article()
    const one = flag(on, 'the office said')
    const answers = await Promise.all([1, 2, 3].map(() => createAnnotation(ann, one)))
    expect(answers.map((answer) => answer.ok && answer.value.id)).toEqual([one.id, one.id, one.id])
    expect((await listAnnotations(ann, on.layer.id))?.standing).toHaveLength(1)
    expect(await createAnnotation(ben, one)).toMatchObject({ ok: false, problems: [{ code: 'conflict' }] })
    expect(await db.auditRow.count({ where: { subjectId: one.id } })).toBe(1)
  })

  const refused: [string, (on: Article) => NewAnnotation, string][] = [
    ['a passage beyond the text', (on) => ({ ...flag(on, 'The bridge'), target: { start: 0, end: 5_000 } }), 'passageOutside'],
    ['other words than those at the place', (on) => flag(on, 'The bridge', { quote: 'The fridge' }), 'passageChanged'],
    ['a space', (on) => flag(on, ' '), 'passageEmpty'],
    ['half of a family', (on) => ({ ...flag(on, '👨'), quote: '👨' }), 'passageCutsCharacter'],
    ['a label of no codebook', (on) => flag(on, 'The bridge', { labels: [{ dimension: 'framing', label: 'nonsense' }] }), 'labelUnknown'],
    ['a revision that never was', (on) => flag(on, 'The bridge', { revision: 9 }), 'notFound'],
    ['a layer that never was', (on) => flag(on, 'The bridge', { layerId: randomUUID() }), 'notFound'],
  ]
  test.each(refused)('refuses %s and writes nothing', async (_, make, code) => {
    const on = await article()
    expect(await createAnnotation(ann, make(on))).toMatchObject({ ok: false, problems: [{ code }] })
    expect(await db.annotation.count({ where: { layerId: on.layer.id } })).toBe(0)
  })

  test('somebody who is not signed in is asked to sign in', async () => {
    const on = await article()
    expect(await createAnnotation(signedOut, flag(on, 'The bridge'))).toMatchObject({ problems: [{ code: 'signInFirst' }] })
  })

  test('a private article’s layer is not there for others', async () => {
    const on = await article(ann, 'private')
    for (const viewer of [signedOut, ben, mod]) {
      expect(await listAnnotations(viewer, on.layer.id)).toBeNull()
      expect(await createAnnotation(viewer, flag(on, 'The bridge'))).toMatchObject({ problems: [{ code: 'notFound' }] })
    }
    expect(await listAnnotations(ann, 'not-a-layer')).toBeNull()
  })
})

describe('what a door takes', () => {
  const good = { id: randomUUID(), layerId: randomUUID(), revision: 1, target: { start: 0, end: 3 }, quote: 'The', ...content }
  const bad: [string, object, string][] = [
    ['a reversed passage', { target: { start: 3, end: 1 } }, 'passageEmpty'],
    ['a negative start', { target: { start: -1, end: 1 } }, 'tooShort'],
    ['no label', { labels: [] }, 'labelMissing'],
    ['a label twice', { labels: [...content.labels, ...content.labels] }, 'labelTwice'],
    ['a script address', { evidence: [{ url: 'javascript:alert(1)', title: '' }] }, 'addressScheme'],
    ['an address without a host', { evidence: [{ url: 'https://', title: '' }] }, 'addressScheme'],
    ['too many links', { evidence: Array.from({ length: 21 }, () => ({ url: 'https://example.org', title: '' })) }, 'tooMany'],
    ['a note of other nodes', { note: { type: 'doc', content: [{ type: 'iframe' }] } }, 'invalid'],
    ['a confidence of one’s own', { confidence: 'very' }, 'invalid'],
    ['an id that is none', { id: '1' }, 'invalid'],
    ['a long source name', { sourceName: 'x'.repeat(201) }, 'tooLong'],
    ['a null character in the source name', { sourceName: 'a\u0000b' }, 'unstorable'],
    ['half a character in the quote', { quote: 'The\ud800' }, 'unstorable'],
  ]
  test.each(bad)('refuses %s', (_, change, code) => {
    const parsed = newAnnotation.safeParse({ ...good, ...change })
    expect(parsed.success).toBe(false)
    expect(JSON.stringify(parsed.error?.issues)).toContain(code === 'invalid' ? '' : code === 'tooMany' || code === 'tooLong' ? 'too_big' : code === 'tooShort' ? 'too_small' : code)
  })
})

describe('changing, deleting and bringing back', () => {
  async function flagged() {
    const on = await article()
    const made = await createAnnotation(ann, flag(on, 'the office said', { sourceName: 'office' }))
    if (!made.ok) throw new Error('refused')
    return { on, annotation: made.value }
  }

  test('its author changes everything but the place, and an emptied note is empty', async () => {
    const { annotation } = await flagged()
    const labels = [{ dimension: 'framing' as const, label: 'doubt' }]
    const changed = await updateAnnotation(ann, annotation.id, { version: 1, content: { ...content, labels } })
    expect(changed).toMatchObject({ ok: true, value: { labels, sourceName: null, version: 2, start: annotation.start } })
  })

  test('a change from an old version is refused as a conflict and changes nothing', async () => {
    const { annotation } = await flagged()
    await updateAnnotation(ann, annotation.id, { version: 1, content })
    const late = { ...content, labels: [{ dimension: 'framing' as const, label: 'doubt' }] }
    expect(await updateAnnotation(ann, annotation.id, { version: 1, content: late })).toMatchObject({
      ok: false, problems: [{ code: 'conflict' }], current: { version: 2, annotation: { version: 2, labels: content.labels, sourceName: null } },
    })
    expect(await db.annotationLabel.findMany({ where: { annotationId: annotation.id } })).toMatchObject([{ dimension: 'sourcing' }])
  })

  test('nobody else changes it; a moderator may take it out, and then its author cannot put it back', async () => {
    const { on, annotation } = await flagged()
    expect(await updateAnnotation(ben, annotation.id, { version: 1, content })).toMatchObject({ problems: [{ code: 'notAllowed' }] })
    expect(await deleteAnnotation(ben, annotation.id)).toMatchObject({ problems: [{ code: 'notAllowed' }] })
    expect(await deleteAnnotation(mod, annotation.id)).toMatchObject({ ok: true, value: { version: 2 } })
    expect((await listAnnotations(signedOut, on.layer.id))?.standing).toEqual([])
    expect(await restoreAnnotation(ann, annotation.id)).toMatchObject({ problems: [{ code: 'notFound' }] })
  })

  test('deleting twice is no error, and what its author deleted comes back whole', async () => {
    const { on, annotation } = await flagged()
    await deleteAnnotation(ann, annotation.id)
    expect(await deleteAnnotation(ann, annotation.id)).toMatchObject({ ok: true, value: { version: 2 } })
    expect(await restoreAnnotation(ann, annotation.id)).toMatchObject({ ok: true, value: { quote: 'the office said', version: 3 } })
    expect((await listAnnotations(signedOut, on.layer.id))?.standing).toHaveLength(1)
    const trail = await db.auditRow.findMany({ where: { subjectId: annotation.id }, orderBy: { id: 'asc' }, select: { action: true } })
    expect(trail.map(({ action }) => action)).toEqual(['annotation.created', 'annotation.deleted', 'annotation.restored'])
  })
})

describe('when the article is edited', () => {
  test('annotations keep their words; what is gone is listed as detached, and the old revision keeps its anchors', async () => {
    const on = await article()
    const kept = flag(on, 'Nobody believes it.')
    const gone = flag(on, 'the office said')
    await createAnnotation(ann, kept)
    await createAnnotation(ben, gone)
    const document = {
      type: 'doc' as const,
      content: ['A new beginning.', 'The bridge is safe.', 'Nobody believes it.'].map((text) => ({
        type: 'paragraph' as const, content: [{ type: 'text' as const, text }],
      })),
    }
    const saved = await saveRevision(ann, on.id, { baseRevision: 1, document })
    expect(saved).toMatchObject({ ok: true, value: { number: 2, carried: { exact: 1, orphaned: 1 } } })
    const read = await listAnnotations(signedOut, on.layer.id)
    expect(read?.standing).toMatchObject([{ id: kept.id, quote: 'Nobody believes it.', start: 37 }])
    expect(read?.detached).toMatchObject([{ id: gone.id, quote: 'the office said' }])
    expect(await db.anchor.count({ where: { annotationId: kept.id } })).toBe(2)
  })

  test('a flag made on the revision before is placed on the new one as well', async () => {
    const on = await article()
    const late = flag(on, 'Nobody believes it.')
    const document = {
      type: 'doc' as const,
      content: ['Shorter now.', 'Nobody believes it.'].map((text) => ({
        type: 'paragraph' as const, content: [{ type: 'text' as const, text }],
      })),
    }
    await saveRevision(ann, on.id, { baseRevision: 1, document })
    const made = await createAnnotation(ben, late)
    expect(made).toMatchObject({ ok: true, value: { start: 13, quote: 'Nobody believes it.' } })
  })

  test('flags and a save at the same moment lose nothing', async () => {
    const on = await article()
    const flags = Array.from({ length: 12 }, () => flag(on, 'Nobody believes it.'))
    const document = {
      type: 'doc' as const,
      content: ['Other words.', 'Nobody believes it.'].map((text) => ({
        type: 'paragraph' as const, content: [{ type: 'text' as const, text }],
      })),
    }
    const outcomes = await Promise.all([
      ...flags.slice(0, 6).map((one) => createAnnotation(ben, one)),
      saveRevision(ann, on.id, { baseRevision: 1, document }),
      ...flags.slice(6).map((one) => createAnnotation(ben, one)),
    ])
    expect(outcomes.every((outcome) => outcome.ok)).toBe(true)
    expect((await listAnnotations(ann, on.layer.id))?.standing).toHaveLength(12)
  })
})
