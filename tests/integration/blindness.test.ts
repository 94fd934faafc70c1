import { randomUUID } from 'node:crypto'
import { readdirSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { assignmentIn, type AssignmentForm } from '@/lib/domain/classroom/assignment'
import { gates, type Gate } from '@/lib/domain/classroom/gate'
import type { Result } from '@/lib/domain/problem'
import { signedOutViewer, type SignedIn, type Viewer } from '@/lib/domain/viewer'
import { readAnnotationHistory } from '@/lib/server/annotation-history'
import { readExported, readExportedOne } from '@/lib/server/annotation-export'
import { listAnnotations } from '@/lib/server/annotation-list'
import { createAnnotation, deleteAnnotation, updateAnnotation } from '@/lib/server/annotations'
import { createArticle, readArticle } from '@/lib/server/articles'
import { createAssignment, reveal } from '@/lib/server/assignments'
import { readComparison } from '@/lib/server/comparison'
import { createClass } from '@/lib/server/classes'
import { readContainer } from '@/lib/server/containers'
import { db } from '@/lib/server/db'
import { readLayerExport } from '@/lib/server/exports'
import type { LiveHub } from '@/lib/server/live-hub'
import { readLayerNow } from '@/lib/server/layer-reading'
import { listArticles } from '@/lib/server/library'
import { countOwnRepairs, countRepairs } from '@/lib/server/repair-list'
import { readRevisionList } from '@/lib/server/revision-list'
import { openWork, submitWork } from '@/lib/server/submissions'
import { readSummary } from '@/lib/server/summaries'
import { call, tokenOf, type Route } from '../support/api'
import { reader } from '../support/flagged-article'

vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

/** What each writes in the note of their flag: it must be in no answer to who may not see it. */
const secretOf = (person: SignedIn) => `secret of ${person.name}`
const text = 'The mayor said nothing. Experts believe that she will resign. Nobody with eyes in their head can doubt it.'

const must = <T>(result: Result<T>): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.problems))
  return result.value
}

type World = Awaited<ReturnType<typeof world>>

/** A class with an assignment behind `gate`, two students who have flagged, and everybody else there is. */
async function world(gate: Gate, pseudonyms = false) {
  const people = { teacher: await reader('Teacher'), assistant: await reader('Assistant'), one: await reader('One'), two: await reader('Two') }
  const others = { outsider: await reader('Outsider'), admin: await reader('Admin', 'admin') }
  const details = { title: `Blind ${randomUUID()}`, language: null, visibility: 'public', byline: null, siteName: null, sourceUrl: null, publishedAt: null } as const
  const { slug } = must(await createArticle(people.teacher, { details, content: { format: 'text', body: text } }))
  const { id: classId } = must(await createClass(people.teacher, { name: 'A class', timeZone: 'Asia/Taipei' }))
  const member = (person: SignedIn, role: 'assistant' | 'student') => ({ classId, userId: person.id, role })
  await db.classMember.createMany({ data: [member(people.assistant, 'assistant'), member(people.one, 'student'), member(people.two, 'student')] })
  const form: AssignmentForm = {
    title: 'Who says so?', instructions: null, labels: [], opens: null, due: '2036-01-01T00:00', lateUntil: null, groupSize: null, points: 10,
    requirement: { flags: 1, dimensions: { sourcing: 0, statement: 0, framing: 0 } }, gate, gateFlags: 2, pseudonyms, rubric: [], gradesAt: null,
  }
  const { id } = must(await createAssignment(people.teacher, classId, slug, assignmentIn('Asia/Taipei').parse(form)))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  const flags = new Map<SignedIn, string>()
  for (const person of [people.one, people.two]) {
    must(await openWork(person, id))
    flags.set(person, await flag(person, layerId, secretOf(person)))
  }
  return { ...people, ...others, id, classId, layerId, slug, flagOf: (person: SignedIn) => flags.get(person)! }
}

async function flag(person: SignedIn, layerId: string, note: string): Promise<string> {
  const quote = 'Experts believe'
  const start = [...text.slice(0, text.indexOf(quote))].length
  const made = await createAnnotation(person, {
    id: randomUUID(), layerId, revision: 1, target: { start, end: start + quote.length }, quote,
    labels: [{ dimension: 'sourcing', label: 'unnamed-bare' }], evidence: [], confidence: null, sourceName: null,
    note: { type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text: note }] }] },
  })
  return must(made).id
}

const routes = readdirSync('app/api/v1/layers', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('route.ts'))
  .map((file) => `app/api/v1/layers/${file}`)
const asks = ['GET', 'HEAD', 'OPTIONS', 'PUT', 'DELETE', 'POST', 'PATCH'] as const

/** Every method of every route under a layer, asked by one viewer: status, and what of `secret` is in it. */
async function everyRoute(token: string | undefined, layerId: string, id: string, secret: string) {
  const answers: { route: string; status: number; told: boolean; size: number }[] = []
  for (const file of routes) {
    const methods = (await import(path.resolve(file))) as Partial<Record<string, Route<Record<string, string>>>>
    for (const method of asks.filter((each) => methods[each])) {
      // What would change the world is asked with nothing to change it with.
      const query = file.includes('export') ? '?format=jsonl' : ''
      const body = method === 'POST' || method === 'PUT' ? { body: '{}', headers: { 'content-type': 'application/ld+json' } } : {}
      if (method === 'DELETE') continue
      const answer = await call(methods[method]!, { params: { layerId, id }, path: `/api/v1/layers/${layerId}${query}`, token, method, ...body })
      const events = answer.headers.get('content-type')?.startsWith('text/event-stream')
      const words = events ? '' : await answer.text()
      if (events) await answer.body?.cancel()
      answers.push({ route: `${method} ${file.slice('app/api/v1/layers/[layerId]/'.length, -'/route.ts'.length)}`, status: answer.status, told: words.includes(secret), size: words.length })
    }
  }
  return answers
}

/** Every function that reads a layer, as JSON. */
async function everyFunction(viewer: Viewer, { layerId, slug, flagOf, two }: World): Promise<Record<string, string>> {
  const listed = await listAnnotations(viewer, layerId)
  const results = {
    // But for what the database has done, which is all of the site's doings.
    listAnnotations: listed && { ...listed, snapshot: null },
    readLayerNow: await readLayerNow(viewer, layerId, 1),
    readExported: await readExported(viewer, layerId),
    readExportedOne: await readExportedOne(viewer, layerId, flagOf(two)),
    readContainer: await readContainer(viewer, layerId),
    readSummary: await readSummary(viewer, layerId),
    readLayerExport: await readLayerExport(viewer, layerId).then((read) => read && [...read.set.annotations]),
    readAnnotationHistory: await readAnnotationHistory(viewer, layerId, flagOf(two)),
    readRevisionList: await readRevisionList(viewer, layerId),
    readComparison: await readComparison(viewer, layerId, 1, 2),
    countRepairs: (await countRepairs(viewer, layerId)) || null,
    countOwnRepairs: (await countOwnRepairs(viewer, layerId)) || null,
    readArticle: await readArticle(viewer, slug),
  }
  return Object.fromEntries(Object.entries(results).map(([name, value]) => [name, JSON.stringify(value)]))
}

/** How each gate opens for the student One. */
const opening: Record<Gate, (of: World) => Promise<unknown>> = {
  open: async () => {},
  'own-submission': async ({ one, two, id }) => void (must(await submitWork(two, id)), must(await submitWork(one, id))),
  'own-flags': async ({ one, two, id, layerId }) => void (must(await submitWork(two, id)), await flag(one, layerId, 'another')),
  due: ({ id }) => db.assignment.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1000) } }),
  reveal: async ({ teacher, id }) => must(await reveal(teacher, id, true)),
}

afterAll(() => (globalThis as { glossLive?: LiveHub }).glossLive?.close())

describe.each(gates)('behind the gate "%s"', (gate) => {
  let of: World
  let tokens: Map<Viewer, string | undefined>
  beforeAll(async () => {
    of = await world(gate)
    const people = [of.teacher, of.assistant, of.one, of.two, of.outsider, of.admin]
    tokens = new Map(await Promise.all(people.map(async (person) => [person, await tokenOf(person.id, 'moderate')] as const)))
  }, 60_000)
  const asked = (viewer: Viewer) => everyRoute(tokens.get(viewer), of.layerId, of.flagOf(of.two), secretOf(of.two))
  /** What is answered of a layer that never was. */
  const nowhere = (viewer: Viewer) => everyRoute(tokens.get(viewer), randomUUID(), randomUUID(), secretOf(of.two))

  test('before it opens a student sees their own and nothing of the others, anywhere', async () => {
    if (gate === 'open') return
    const secret = secretOf(of.two)
    expect(await asked(of.one)).toEqual(await nowhere(of.one))
    const told = await everyFunction(of.one, of)
    expect(Object.entries(told).filter(([, words]) => words.includes(secret) || words.includes(of.two.id))).toEqual([])
    expect(told.listAnnotations).toContain(secretOf(of.one))
    expect(told.readSummary).toBe('null')
    expect(JSON.parse(told.readArticle!)).toMatchObject({ flags: 0, readers: 0 })
    const [mine, theirs] = [await updateAnnotation(of.one, of.flagOf(of.one), { version: 9, content: content() }), await updateAnnotation(of.one, of.flagOf(of.two), { version: 9, content: content() })]
    expect([mine, theirs].map((result) => !result.ok && result.problems[0]?.code)).toEqual(['conflict', 'notFound'])
    expect(await deleteAnnotation(of.one, of.flagOf(of.two))).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
  })

  test('what others do changes nothing that a blind student is told, not even its size', async () => {
    if (gate === 'open' || gate === 'own-flags') return
    const before = [await asked(of.one), await everyFunction(of.one, of)]
    await flag(of.two, of.layerId, 'one more of Two')
    const [routesNow, functionsNow] = [await asked(of.one), await everyFunction(of.one, of)]
    expect(routesNow).toEqual(before[0])
    // The place where live events begin moves with the whole site; nothing else may.
    const still = ({ readLayerNow: _, ...rest }: Record<string, string>) => rest
    expect(still(functionsNow)).toEqual(still(before[1] as Record<string, string>))
  })

  test('for who is not in the class nothing of it exists, whatever their role', async () => {
    for (const viewer of [of.outsider, of.admin, signedOutViewer]) {
      expect(await asked(viewer)).toEqual(await nowhere(viewer))
      const told = await everyFunction(viewer, of)
      expect(Object.entries(told).filter(([name, words]) => words !== 'null' && name !== 'readArticle')).toEqual([])
      expect(told.readArticle).not.toContain('secret of')
      const attempt = await createAnnotation(viewer, { id: randomUUID(), layerId: of.layerId, revision: 1, target: { start: 0, end: 3 }, quote: 'The', ...content() })
      expect(attempt).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
    }
    expect(JSON.stringify(await listArticles(of.outsider, { q: 'secret of Two' }))).not.toContain('secret of Two')
  })

  test('those who teach see everything, and once it is open so do the students', async () => {
    for (const viewer of [of.teacher, of.assistant]) expect((await listAnnotations(viewer, of.layerId))!.standing.length).toBeGreaterThanOrEqual(2)
    await opening[gate](of)
    // Where one sees what was handed in, doors that tell of all there is stay shut.
    const all = gate !== 'own-submission' && gate !== 'own-flags'
    for (const viewer of [of.teacher, of.assistant, of.one]) {
      const told = await everyFunction(viewer, of)
      expect(told.listAnnotations).toContain(secretOf(of.two))
      const answers = await asked(viewer)
      expect(answers.filter(({ route }) => route === 'GET annotations' || route === 'GET summary').map(({ status }) => status)).toEqual([all || viewer !== of.one ? 200 : 404, 200])
      expect(answers.find(({ route }) => route === 'GET annotations')?.told).toBe(all || viewer !== of.one)
    }
  })
})

test('with made-up names no student is told the name or the account of another, on any route', async () => {
  const of = await world('open', true)
  const mates = await listAnnotations(of.one, of.layerId)
  expect(mates!.standing.map(({ author }) => author.name === 'One' || /^classmate-\d+$/.test(author.id))).toEqual([true, true])
  const token = await tokenOf(of.one.id, 'moderate')
  const answers = [...(await everyRoute(token, of.layerId, of.flagOf(of.two), of.two.id)), ...(await everyRoute(token, of.layerId, of.flagOf(of.two), '"Two"'))]
  expect(answers.filter(({ told }) => told)).toEqual([])
  const told = await everyFunction(of.one, of)
  expect(Object.entries(told).filter(([, words]) => words.includes(of.two.id) || words.includes('"Two"'))).toEqual([])
  expect(await listAnnotations(of.teacher, of.layerId)).toMatchObject({ standing: expect.arrayContaining([expect.objectContaining({ author: { id: of.two.id, name: 'Two' } })]) })
})

test('every route under a layer is asked', () => expect(routes.length).toBeGreaterThanOrEqual(6))

const content = () => ({ labels: [{ dimension: 'framing' as const, label: 'doubt' }], evidence: [], confidence: null, sourceName: null, note: null })
