import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { gates, type Gate } from '@/lib/domain/classroom/gate'
import { db, pool } from '@/lib/server/db'
import type { LiveHub } from '@/lib/server/live-hub'
import { apiDocument } from '@/lib/server/openapi/document'
import { askEverything, routeFiles, sought, type Asked } from '../support/blind-answers'
import { advance, blindClass, keyNote, noteOf, states, wordsTo, type BlindClass, type State } from '../support/blind-class'
import { blindRoutes, type BlindRow } from '../support/blind-routes'
import { reader } from '../support/flagged-article'
import { flagIn } from '../support/lesson'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next-intl', () => import('../support/untranslated'))
vi.mock('next-intl/server', () => import('../support/untranslated'))
vi.mock('next/link', () => ({ default: 'a' }))
vi.mock('react', async (load) => ({ ...(await load<object>()), ...(await import('../support/per-request')) }))

const [before, theirs, late, over, revealed] = states
type Name = 'One' | 'Two' | 'Three' | 'Four' | 'Five'

/** The policy, said again: whose work a student sees, and whether the key, in an exercise behind this gate that came so far. */
function policy(gate: Gate, state: State, who: Name): { works: Name[]; key: boolean } {
  const reached = (at: State) => states.indexOf(state) >= states.indexOf(at)
  const everybody: Name[] = ['One', 'Two', 'Three', 'Four', 'Five']
  const handedIn: Name[] = gate === 'own-submission' && reached(theirs) ? ['One', 'Two'] : ['Two']
  if (reached(revealed)) return { works: everybody, key: true }
  if (gate === 'open') return { works: everybody, key: reached(over) }
  // Three, too, has a second flag by then: one that nobody is told of.
  const opened = { 'own-submission': handedIn.includes(who), 'own-flags': (who === 'One' || who === 'Three') && reached(theirs), due: reached(late), reveal: false }[gate]
  if (!opened) return { works: [who], key: false }
  return { works: gate === 'due' && reached(over) ? everybody : [...new Set([who, ...handedIn])], key: reached(over) }
}

const closed = ({ for: whose }: BlindRow) => whose !== 'everybody'
const holding = (asked: readonly Asked[], words: string) => asked.filter((each) => each.words.includes(words)).map(({ at }) => at)
const sorted = (names: readonly string[]) => [...names].sort()

afterAll(() => (globalThis as { glossLive?: LiveHub }).glossLive?.close())

test('every page and every door for machines has its row here', () => {
  expect(sorted(routeFiles)).toEqual(sorted(Object.keys(blindRoutes)))
})

describe.each(gates)('every route behind the gate "%s"', (gate) => {
  let of: BlindClass
  beforeAll(async () => void (of = await blindClass(gate, gate === 'own-submission' || gate === 'due')), 60_000)

  /** What the student of this name finds anywhere, held against the policy; nothing of it in answers that are not theirs. */
  async function asStudent(name: Name, state: State, wanted?: (row: BlindRow) => boolean) {
    const viewer = of.students[name]
    const asked = await askEverything(viewer, of, wanted)
    const may = policy(gate, state, name)
    const names = Object.keys(of.students) as Name[]
    const found = names.filter((other) => holding(asked, noteOf(of.students[other].name)).length > 0)
    expect([state, name, sorted(found)]).toEqual([state, name, sorted(may.works)])
    expect([state, name, holding(asked, keyNote).length > 0]).toEqual([state, name, may.key])
    for (const other of names) expect(holding(asked, wordsTo(of.students[other].name))).toEqual([])
    for (const other of names.filter((each) => each !== name && (of.pseudonyms || !may.works.includes(each)))) {
      expect([...holding(asked, of.students[other].name), ...holding(asked, of.students[other].id).filter((at) => !at.includes(of.students[other].id))]).toEqual([])
    }
    const refused = asked.filter(({ at, row, status }) => status === 200 && !at.startsWith('OPTIONS') && (row.for === 'staff' || row.for === 'managers'))
    expect(refused.map(({ at }) => at)).toEqual([])
    const othersWork = asked.filter(({ file, at }) => file.includes('[userId]') && !at.includes(viewer.id))
    expect(othersWork.every(({ status }) => status === 404)).toBe(true)
    return asked.map(({ at, status, words }) => `${at} ${status} ${words}`)
  }

  test('who is not in the class finds nothing of it', async () => {
    for (const [name, viewer] of of.viewers.filter(([name]) => name in of.outsiders || name === 'signed out')) {
      const asked = await askEverything(viewer, of, name === 'outsider' || name === 'signed out' ? undefined : closed)
      for (const words of ['note of', 'words to', 'Class of the test', 'Who says so?', ...Object.values(of.students).map((student) => student.name)]) {
        expect([name, words, holding(asked, words)]).toEqual([name, words, []])
      }
      const let_in = asked.filter(({ row, status, at }) => row.for !== 'everybody' && status < 300 && !at.startsWith('OPTIONS'))
      expect([name, let_in.map(({ at }) => at)]).toEqual([name, []])
    }
  }, 300_000)

  test('those who teach find everything, and those who run the class its settings', async () => {
    await advance(of, before)
    for (const [name, viewer] of Object.entries(of.staff)) {
      const asked = await askEverything(viewer, of, name === 'teacher' ? undefined : closed)
      for (const student of Object.values(of.students)) expect(holding(asked, noteOf(student.name)).length).toBeGreaterThan(0)
      expect(holding(asked, keyNote).length).toBeGreaterThan(0)
      expect(holding(asked, wordsTo('Bela Two')).length).toBeGreaterThan(0)
      const shut = asked.filter(({ row, status, at }) => (row.for === 'class' || row.for === 'staff' || row.for === 'managers') && at.match(/page\.tsx|GET /) && status !== 200)
      expect([name, sorted([...new Set(shut.map(({ row }) => row.for))])]).toEqual([name, name === 'assistant' ? ['managers'] : []])
    }
  }, 300_000)

  test('before a student opens it they find their own, and nothing of the others', async () => {
    for (const name of ['One', 'Two', 'Three'] as const) await asStudent(name, before, name === 'One' ? undefined : closed)
  }, 300_000)

  test('what others have not handed in, and the key, change nothing of what a student is told, nor its size', async () => {
    const blind = (['One', 'Two', 'Four'] as const).filter((name) => !policy(gate, before, name).works.includes('Three'))
    const told = await Promise.all(blind.map(async (name) => [name, await inTurn(() => asStudent(name, before, closed))] as const))
    await flagIn(of.layerId, of.students.Three, 'Nobody', ['framing:doubt'], noteOf(of.students.Three.name))
    await flagIn(of.keyLayerId, of.staff.teacher, 'Experts', ['framing:doubt'], keyNote)
    for (const [name, words] of told) expect(await asStudent(name, before, closed)).toEqual(words)
  }, 300_000)

  test('once they have opened it they find what was handed in', async () => {
    await advance(of, theirs)
    for (const name of ['One', 'Two', 'Three', 'Four', 'Five'] as const) await asStudent(name, theirs, name === 'One' || name === 'Five' ? undefined : closed)
  }, 300_000)

  test('when it is due, and when nothing can be handed in any more', async () => {
    await advance(of, late)
    for (const name of ['One', 'Two', 'Three'] as const) await asStudent(name, late, closed)
    await advance(of, over)
    for (const name of ['One', 'Two', 'Three'] as const) await asStudent(name, over, closed)
  }, 300_000)

  test('once it is revealed they find everything, and who is not in the class still nothing', async () => {
    await advance(of, revealed)
    for (const name of ['One', 'Three', 'Five'] as const) await asStudent(name, revealed, name === 'Three' ? undefined : closed)
    for (const viewer of [of.outsiders.outsider, of.outsiders.admin]) expect(holding(await askEverything(viewer, of, closed), 'note of')).toEqual([])
  }, 300_000)
})

/** What looking may leave behind: sessions and counts of requests, what was computed, and that somebody saw others' work. */
const leftByLooking = ['Session', 'RateLimit', 'LayerSummary', 'SummaryClaim', 'AssignmentDigest', 'RevisionComparison', 'FirstSight', 'SigningKey', '_prisma_migrations']

test('looking at pages and reading from doors makes nothing: no work is begun, no key', async () => {
  const of = await blindClass('reveal', true)
  const late = await reader('Gerda Late')
  await db.classMember.create({ data: { classId: of.classId, userId: late.id, role: 'student' } })
  const { rows } = await pool.query<{ name: string }>(`select relname as name from pg_stat_user_tables where schemaname = 'public'`)
  const tables = rows.map(({ name }) => name).filter((name) => !leftByLooking.includes(name)).sort()
  const counts = async () => (await pool.query<Record<string, string>>(`select ${tables.map((name) => `(select count(*) from "${name}") as "${name}"`).join(', ')}`)).rows[0]
  const there = await counts()
  for (const viewer of [late, of.staff.teacher]) await askEverything(viewer, of, closed)
  expect(await counts()).toEqual(there)
}, 300_000)

/** What a row asks after the question mark. */
const asks = (row: BlindRow | undefined) => new Set((row?.query?.({ flags: ['x'] } as unknown as BlindClass) ?? []).flatMap((query) => Object.keys(query)))
/** A launch that waits for an assignment, which is somebody's own, and the language of the interface. */
const elsewhere = ['ticket', 'waiting', 'lang']

test('every filter that a page looked for was asked by', () => {
  const pages = [...sought].filter(([file]) => /(articles|library|classes|assignments)\//.test(file))
  expect(pages.length).toBeGreaterThan(5)
  expect(pages.flatMap(([file, names]) => [...names].filter((name) => !elsewhere.includes(name) && !asks(blindRoutes[file]).has(name)).map((name) => `${file}: ${name}`))).toEqual([])
})

test('every query parameter of a door for machines is asked by', () => {
  const doors = Object.entries(apiDocument().paths ?? {}).flatMap(([path, { get }]) => {
    const names = (get?.parameters ?? []).flatMap((each) => ('in' in each && each.in === 'query' ? [each.name] : []))
    return names.map((name) => ({ file: `${path.slice(1).replace(/\/$/, '').replaceAll('{', '[').replaceAll('}', ']')}/route.ts`, name }))
  })
  expect(doors.length).toBeGreaterThan(5)
  expect(doors.filter(({ file, name }) => !asks(blindRoutes[file]).has(name))).toEqual([])
})

/** One browser stands in for all: they come one after the other. */
let turn: Promise<unknown> = Promise.resolve()
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const mine = turn.then(work)
  turn = mine.catch(() => {})
  return mine
}
