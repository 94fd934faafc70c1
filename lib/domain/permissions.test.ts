import { describe, expect, test } from 'vitest'
import { actions, can, refusal, type Action } from '@/lib/domain/permissions'
import { classRoles } from '@/lib/domain/classroom/class-role'
import type { AccountSubject, AnnotationSubject, ArticleSubject, ClassSubject } from '@/lib/domain/predicates'
import { roles, scopes, type Viewer } from '@/lib/domain/viewer'

/**
 * Every action, asked by every kind of viewer of every state of its subject, against a table written from the policy and
 * not from the code: each row lists who may, everybody else may not.
 */
const me = 'b7a1c7de-0000-4000-8000-000000000001'
const other = 'b7a1c7de-0000-4000-8000-000000000002'

const viewers: Record<string, Viewer> = {
  'signed out': { kind: 'signed-out' },
  system: { kind: 'system' },
  ...Object.fromEntries(roles.map((role) => [role, { kind: 'user', id: me, name: 'Me', role } as const])),
  managed: { kind: 'user', id: me, name: 'Me', role: 'member', managed: true },
}
const everybody = Object.keys(viewers)
const signedIn = everybody.filter((name) => name !== 'signed out')
const staff = ['moderator', 'admin', 'system']

const articles: Record<string, ArticleSubject> = {
  'public, mine': { visibility: 'public', ownerId: me },
  'public, another’s': { visibility: 'public', ownerId: other },
  'private, mine': { visibility: 'private', ownerId: me },
  'private, another’s': { visibility: 'private', ownerId: other },
}
const annotations: Record<string, AnnotationSubject> = Object.fromEntries(
  Object.entries(articles).flatMap(([where, article]) =>
    [me, other].flatMap((authorId) =>
      [null, authorId, 'b7a1c7de-0000-4000-8000-000000000003'].map((deletedBy) => [
        `${authorId === me ? 'mine' : 'another’s'}, ${deletedBy === null ? 'kept' : deletedBy === authorId ? 'deleted by its author' : 'taken out'}, on ${where}`,
        { authorId, deletedBy, article },
      ]),
    ),
  ),
)
const accounts: Record<string, AccountSubject> = { mine: { id: me }, 'another’s': { id: other } }

const classes: Record<string, ClassSubject> = Object.fromEntries([...classRoles, null].map((role) => [role ?? 'nobody', { role }]))
/** In a class everybody's site-wide role counts for nothing; only people who sign in are in one. */
const ofClass = (...inIt: string[]) => (state: string) => (inIt.includes(state) ? everybody : ['system'])

const owners = (state: string) => (state.includes('mine') ? signedIn : ['system'])
const seeing = (where: string) => (where.startsWith('public') ? everybody : owners(where))
const place = (state: string) => state.slice(state.indexOf(' on ') + 4)
const among = (may: string[], others: string[]) => may.filter((name) => others.includes(name))

const policy: Record<Action, { states: Record<string, unknown>; may: (state: string) => string[] }> = {
  'account.create': { states: { nothing: undefined }, may: () => everybody },
  'account.create-with-role': { states: { nothing: undefined }, may: () => ['system'] },
  'account.read': { states: accounts, may: owners },
  'token.create': { states: accounts, may: (state) => owners(state).filter((name) => name !== 'managed') },
  'token.read': { states: accounts, may: (state) => owners(state).filter((name) => name !== 'system') },
  'token.revoke': { states: accounts, may: (state) => owners(state).filter((name) => name !== 'system') },
  'account.update': { states: accounts, may: (state) => owners(state).filter((name) => name !== 'system') },
  'account.own': { states: accounts, may: (state) => owners(state).filter((name) => name !== 'system' && name !== 'managed') },
  'class.create': { states: { nothing: undefined }, may: () => signedIn.filter((name) => name !== 'managed') },
  'class.join': { states: { nothing: undefined }, may: () => signedIn.filter((name) => name !== 'managed') },
  'class.read': { states: classes, may: ofClass(...classRoles) },
  'class.see-people': { states: classes, may: ofClass('teacher', 'co-teacher', 'assistant') },
  'class.teach': { states: classes, may: ofClass('teacher', 'co-teacher', 'assistant') },
  'class.work': { states: classes, may: (state) => (state === 'student' ? everybody : []) },
  'class.manage': { states: classes, may: ofClass('teacher', 'co-teacher') },
  'class.delete': { states: classes, may: ofClass('teacher') },
  'article.create': { states: { nothing: undefined }, may: () => signedIn.filter((name) => name !== 'managed') },
  'article.read': { states: articles, may: seeing },
  'article.edit': {
    states: articles,
    may: (state) => (state.includes('mine') ? signedIn : state.startsWith('public') ? staff : ['system']),
  },
  'article.withdraw': {
    states: articles,
    may: (state) => (state.includes('mine') ? signedIn : state.startsWith('public') ? staff : ['system']),
  },
  'article.remove': {
    states: articles,
    may: (state) => (state.includes('mine') ? signedIn : state.startsWith('public') ? staff : ['system']),
  },
  'article.restore': {
    states: { 'removed by me, mine': { removedById: me }, 'removed by another': { removedById: other }, 'removed by a job': { removedById: null } },
    may: (state) => (state.includes('mine') ? signedIn : ['admin', 'system']),
  },
  'assignment.delete': { states: classes, may: ofClass('teacher', 'co-teacher') },
  'platform.manage': { states: { nothing: undefined }, may: () => ['admin', 'system'] },
  'layer.read': { states: articles, may: seeing },
  'layer.say-read': { states: articles, may: (state) => among(seeing(state), signedIn).filter((name) => name !== 'managed') },
  'annotation.create': { states: articles, may: (state) => among(seeing(state), signedIn).filter((name) => name !== 'managed') },
  'annotation.read': {
    states: annotations,
    may: (state) =>
      state.includes('kept') ? seeing(place(state)) : among(seeing(place(state)), owners(state.split(',')[0] ?? '')),
  },
  'annotation.update': {
    states: annotations,
    may: (state) =>
      state.includes('kept') ? among(seeing(place(state)), owners(state.split(',')[0] ?? '')) : [],
  },
  'annotation.delete': {
    states: annotations,
    may: (state) => among(seeing(place(state)), state.startsWith('mine') ? signedIn : staff),
  },
  'annotation.repair': {
    states: annotations,
    may: (state) =>
      state.includes('kept') ? among(seeing(place(state)), state.startsWith('mine') ? signedIn : staff) : [],
  },
  'annotation.restore': {
    states: annotations,
    may: (state) =>
      state.includes('taken out') ? [] : among(seeing(place(state)), owners(state.split(',')[0] ?? '')),
  },
}

test('the policy speaks of every action there is', () => {
  expect(Object.keys(policy).sort()).toEqual([...actions].sort())
})

describe.each(Object.entries(policy))('%s', (action, { states, may }) => {
  const cases = Object.entries(states).flatMap(([state, subject]) =>
    Object.entries(viewers).map(([name, viewer]) => ({ state, subject, name, viewer })),
  )
  test.each(cases)('$state, asked by $name', ({ state, subject, name, viewer }) => {
    expect(can(viewer, action as Action, subject as never)).toBe(may(state).includes(name))
  })
})

/** What a token must be good for; `never`: whatever it is good for, it is not enough. */
const needs: Record<Action, 'never' | 'read' | 'write'> = {
  'account.create': 'never',
  'account.create-with-role': 'never',
  'account.read': 'never',
  'account.update': 'never',
  'account.own': 'never',
  'platform.manage': 'never',
  'token.create': 'never',
  'token.read': 'never',
  'token.revoke': 'never',
  'class.create': 'write',
  'class.join': 'never',
  'class.read': 'read',
  'class.see-people': 'read',
  'class.teach': 'write',
  'class.work': 'write',
  'class.manage': 'write',
  'class.delete': 'never',
  'assignment.delete': 'never',
  'article.create': 'write',
  'article.read': 'read',
  'article.edit': 'write',
  'article.withdraw': 'write',
  'article.remove': 'write',
  'article.restore': 'write',
  'layer.read': 'read',
  'layer.say-read': 'never',
  'annotation.create': 'write',
  'annotation.read': 'read',
  'annotation.update': 'write',
  'annotation.delete': 'write',
  'annotation.repair': 'write',
  'annotation.restore': 'write',
}
const lists: Record<string, (typeof scopes)[number][]> = {
  none: [], read: ['read'], write: ['write'], 'read and write': ['read', 'write'], moderate: ['moderate'], all: [...scopes],
}

describe.each(Object.entries(policy))('%s, by token', (action, { states, may }) => {
  const cases = Object.entries(states).flatMap(([state, subject]) =>
    roles.flatMap((role) => Object.keys(lists).map((name) => ({ state, subject, role, name }))),
  )
  test.each(cases)('$state, asked by $role with the scopes: $name', ({ state, subject, role, name }) => {
    const held = lists[name] ?? []
    const widest = Math.max(...held.map((scope) => scopes.indexOf(scope)))
    const need = needs[action as Action]
    const enough = need !== 'never' && widest >= scopes.indexOf(need)
    const counted = held.includes('moderate') ? role : 'member'
    const viewer: Viewer = { kind: 'user', id: me, name: 'Me', role, scopes: held }
    expect(can(viewer, action as Action, subject as never)).toBe(enough && may(state).includes(counted))
  })
})

describe('a refusal', () => {
  const mine = { visibility: 'public', ownerId: me } as const
  const others = { visibility: 'public', ownerId: other } as const
  const by = (role: (typeof roles)[number], held?: (typeof scopes)[number][]): Viewer => ({ kind: 'user', id: me, name: 'Me', role, ...(held && { scopes: held }) })
  test.each([
    ['who is signed out', { kind: 'signed-out' } as Viewer, mine, { code: 'signInFirst', path: '' }],
    ['a stranger', by('member'), others, { code: 'notAllowed', path: '' }],
    ['a stranger with a token', by('member', ['moderate']), others, { code: 'notAllowed', path: '' }],
    ['the owner with a reading token', by('member', ['read']), mine, { code: 'scopeMissing', path: '', values: { scope: 'write' } }],
    ['a moderator with a writing token', by('moderator', ['read', 'write']), others, { code: 'scopeMissing', path: '', values: { scope: 'moderate' } }],
  ])('tells %s why', (_, viewer, article, problem) => {
    expect(refusal(viewer, 'article.edit', article)).toEqual({ ok: false, problems: [problem] })
  })
  test('names the widest scope needed at once', () => {
    expect(refusal(by('moderator', ['read']), 'article.edit', others).problems[0]?.values).toEqual({ scope: 'moderate' })
  })
  test('says of the account that no token is good for it', () => {
    expect(refusal(by('member', ['moderate']), 'account.update', { id: me }).problems[0]?.code).toBe('notAllowed')
  })
})
