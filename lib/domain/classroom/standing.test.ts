import { describe, expect, it } from 'vitest'
import { actions, can, type Action } from '../permissions'
import { roles, signedOutViewer, type Viewer } from '../viewer'
import { classRoles, type ClassRole } from './class-role'
import { standingOf, type Standing, type StandingFacts } from './standing'

const [me, mate, other] = ['b7a1c7de-0000-4000-8000-000000000001', 'b7a1c7de-0000-4000-8000-000000000002', 'b7a1c7de-0000-4000-8000-000000000003']
const both = [true, false]

const standings: Standing[] = [...classRoles, null].flatMap((role) =>
  (['assignment', 'key'] as const).flatMap((kind) =>
    both.flatMap((opened) => both.flatMap((open) => both.map((shut) => ({ role, kind, opened, open, keyOpen: open, shut, circle: [me, mate], named: false, labels: [] })))),
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
    const { role, kind, opened, open } = standing
    if (deleted && author !== me) return false
    if (staff(role)) return true
    if (role !== 'student' || !opened) return false
    return open || (kind === 'assignment' && author !== other)
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
    for (const standing of standings) for (const viewer of viewers) for (const author of [me, mate, other]) for (const deleted of both) {
      const article = { visibility: 'public' as const, ownerId: other, standing }
      const subject = action.startsWith('annotation.') && action !== 'annotation.create' ? { authorId: author, deletedBy: deleted ? author : null, article } : article
      const expected = viewer.kind === 'user' && may(standing, author, deleted)
      const got = viewer.kind === 'user' ? can(viewer, action as Action, subject as never) : false
      expect([standing, viewer, author, deleted, got]).toEqual([standing, viewer, author, deleted, expected])
      asked += 1
    }
    expect(asked).toBe(standings.length * viewers.length * 6)
  })
})

it('a site-wide role gives nothing in a class, and who is not in it reads nothing', () => {
  const standing: Standing = { kind: 'assignment', role: null, opened: true, open: true, keyOpen: true, shut: false, circle: [], named: true, labels: [] }
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
    work: { started: 20, submitted: null }, ownFlags: 3, circle: [me], pseudonyms: true, labels: ['framing:doubt'],
  }
  expect(standingOf(facts, 50)).toEqual({ kind: 'assignment', role: 'student', opened: true, open: false, keyOpen: false, shut: false, circle: [me], named: false, labels: ['framing:doubt'] })
  expect(standingOf(facts, 5)).toMatchObject({ opened: false, shut: true })
  expect(standingOf({ ...facts, work: { started: 20, submitted: 40 } }, 50)).toMatchObject({ open: true, keyOpen: false, shut: true })
  expect(standingOf({ ...facts, work: { started: 20, submitted: 40 } }, 101)).toMatchObject({ open: true, keyOpen: true })
  expect(standingOf({ ...facts, revealed: 30 }, 50)).toMatchObject({ open: true, keyOpen: true })
  expect(standingOf({ ...facts, archived: true }, 50)).toMatchObject({ shut: true })
  expect(standingOf({ ...facts, role: 'assistant' }, 50)).toMatchObject({ open: true, named: true })
  expect(standingOf({ ...facts, pseudonyms: false }, 50)).toMatchObject({ named: true })
})
