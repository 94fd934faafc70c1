import { describe, expect, it } from 'vitest'
import { actions, can, type Action } from '../permissions'
import { roles, signedOutViewer, type Viewer } from '../viewer'
import { classRoles, type ClassRole } from './class-role'
import { seenAuthors, standingOf, type Standing, type StandingFacts } from './standing'

const [me, mate, other, done] = [1, 2, 3, 4].map((n) => `b7a1c7de-0000-4000-8000-00000000000${n}`) as [string, string, string, string]
const both = [true, false]

const standings: Standing[] = [...classRoles, null].flatMap((role) =>
  (['assignment', 'key'] as const).flatMap((kind) =>
    both.flatMap((opened) => both.flatMap((open) => both.flatMap((drafts) => both.map((shut) => ({ role, kind, opened, open, drafts, handedIn: [done], keyOpen: open, shut, circle: [me, mate], named: false, labels: [] }))))),
  ),
)
const viewers: Viewer[] = [
  signedOutViewer,
  ...roles.flatMap((role) => [{ kind: 'user' as const, id: me, name: 'Me', role }, { kind: 'user' as const, id: me, name: 'Me', role, managed: true }]),
]
const staff = (role: ClassRole | null) => role === 'teacher' || role === 'co-teacher' || role === 'assistant'

/** The policy, said again in other words than the code's. Articles are public here, which must not matter. */
const policy: Partial<Record<Action, (standing: Standing, author: string, deleted: boolean) => boolean>> = {
  'layer.read': ({ role, kind, opened, open }) => {
    if (staff(role)) return true
    if (role === null || !opened) return false
    return kind === 'key' ? open : true
  },
  'annotation.read': (standing, author, deleted) => {
    const { role, kind, opened, open, drafts } = standing
    if (deleted && author !== me) return false
    if (staff(role)) return true
    if (role !== 'student' || !opened) return false
    if (kind === 'key') return open
    return author === me || author === mate || (open && (drafts || author === done))
  },
  'annotation.create': ({ role, kind, opened, shut }) => (kind === 'key' ? staff(role) : role === 'student' && opened && !shut),
  'annotation.update': ({ role, kind, opened, shut }, author, deleted) =>
    author === me && !deleted && (kind === 'key' ? staff(role) : role === 'student' && opened && !shut),
  'annotation.delete': ({ role, kind, opened, shut }, author) => {
    if (role === 'teacher' || role === 'co-teacher') return true
    if (author !== me) return false
    if (kind === 'key') return role === 'assistant'
    return role === 'student' && opened && !shut
  },
}

describe.each(Object.entries(policy))('%s in a layer of an assignment', (action, may) => {
  it('is as the policy says, for every standing, viewer and author', () => {
    let asked = 0
    for (const standing of standings) for (const viewer of viewers) for (const author of [me, mate, other, done]) for (const deleted of both) {
      const article = { visibility: 'public' as const, ownerId: other, standing }
      const subject = action.startsWith('annotation.') && action !== 'annotation.create' ? { authorId: author, deletedBy: deleted ? author : null, article } : article
      const expected = viewer.kind === 'user' && may(standing, author, deleted)
      const got = viewer.kind === 'user' ? can(viewer, action as Action, subject as never) : false
      expect([standing, viewer, author, deleted, got]).toEqual([standing, viewer, author, deleted, expected])
      asked += 1
    }
    expect(asked).toBe(standings.length * viewers.length * 8)
  })
})

it('a site-wide role gives nothing in a class, and who is not in it reads nothing', () => {
  const standing: Standing = { kind: 'assignment', role: null, opened: true, open: true, drafts: true, handedIn: [], keyOpen: true, shut: false, circle: [], named: true, labels: [] }
  const article = { visibility: 'public' as const, ownerId: me, standing }
  for (const role of roles) {
    const viewer: Viewer = { kind: 'user', id: me, name: 'Me', role }
    for (const action of actions.filter((each) => each.startsWith('annotation.'))) {
      const subject = action === 'annotation.create' ? article : { authorId: me, deletedBy: null, article }
      expect([action, can(viewer, action, subject as never)]).toEqual([action, false])
    }
    expect(can(viewer, 'layer.read', article)).toBe(false)
  }
})

it('a standing is what gate and dates make of the facts', () => {
  const facts: StandingFacts = {
    kind: 'assignment', role: 'student', archived: false, gate: 'own-submission', flags: 0, due: 100, revealed: null, opens: 10, lateUntil: null,
    work: { started: 20, submitted: null }, ownFlags: 3, circle: [me], handedIn: [mate], pseudonyms: true, labels: ['framing:doubt'],
  }
  expect(standingOf(facts, 50)).toEqual({ kind: 'assignment', role: 'student', opened: true, open: false, drafts: false, handedIn: [mate], keyOpen: false, shut: false, circle: [me], named: false, labels: ['framing:doubt'] })
  expect(standingOf(facts, 5)).toMatchObject({ opened: false, shut: true })
  expect(standingOf({ ...facts, work: { started: 20, submitted: 40 } }, 50)).toMatchObject({ open: true, keyOpen: false, shut: true })
  expect(standingOf({ ...facts, work: { started: 20, submitted: 40 } }, 101)).toMatchObject({ open: true, keyOpen: true })
  expect(standingOf({ ...facts, revealed: 30 }, 50)).toMatchObject({ open: true, keyOpen: true })
  expect(standingOf({ ...facts, archived: true }, 50)).toMatchObject({ shut: true })
  expect(standingOf({ ...facts, role: 'assistant' }, 50)).toMatchObject({ open: true, named: true })
  expect(standingOf({ ...facts, pseudonyms: false }, 50)).toMatchObject({ named: true })
})

describe('what others have not handed in', () => {
  const at = (more: Partial<StandingFacts>, now: number) =>
    seenAuthors(
      standingOf(
        {
          kind: 'assignment', role: 'student', archived: false, gate: 'open', flags: 2, due: 100, revealed: null, opens: null, lateUntil: 150,
          work: { started: 20, submitted: 40 }, ownFlags: 3, circle: [me], handedIn: [me, done], pseudonyms: true, labels: [], ...more,
        },
        now,
      ),
    )

  it.each<[string, Partial<StandingFacts>, number, readonly string[] | null]>([
    ['is seen where everybody works in sight', {}, 50, null],
    ['stays its owner’s after one handed in oneself', { gate: 'own-submission' }, 50, [me, done]],
    ['and for ever, unless it is revealed', { gate: 'own-submission' }, 500, [me, done]],
    ['stays its owner’s after flags of one’s own', { gate: 'own-flags' }, 50, [me, done]],
    ['is not seen while a gate is shut, nor what was handed in', { gate: 'own-flags', ownFlags: 1 }, 50, [me]],
    ['nor after one took one’s own work back', { gate: 'own-submission', work: { started: 20, submitted: null } }, 50, [me]],
    ['is not seen at the due date, while it can still be handed in late', { gate: 'due' }, 120, [me, done]],
    ['is seen once that is over', { gate: 'due' }, 151, null],
    ['is seen at the due date where nothing is taken late', { gate: 'due', lateUntil: null }, 101, null],
    ['is not seen behind a curtain', { gate: 'reveal' }, 500, [me]],
    ['is seen by all once it is revealed', { gate: 'own-submission', revealed: 45, work: { started: 20, submitted: null } }, 50, null],
    ['is seen by one’s group at any time', { gate: 'reveal', circle: [me, mate] }, 50, [me, mate]],
    ['is seen by those who teach', { gate: 'reveal', role: 'assistant' }, 50, null],
    ['is seen by nobody from outside', { role: null }, 500, []],
  ])('%s', (_what, facts, now, authors) => expect(at(facts, now)).toEqual(authors))
})
