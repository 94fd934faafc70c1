import {
  all, any, anyone, authorDecides, byLayer, hasRole, holds, isKept, isPublic, inClass, independent, isSelf, isTeacher, learns, onArticle, owns,
  reads, removedIt, runs, seesAuthor, system, teaches, withoutToken, works, wrote, type AccountSubject, type AnnotationSubject, type ArticleSubject, type ClassSubject,
  type Predicate, type RemovedSubject,
} from './predicates'
import { refuse } from './problem'
import { scopes, type Scope, type Viewer } from './viewer'

const sees = any<ArticleSubject>(isPublic, owns, system)
const edits = any<ArticleSubject>(owns, all<ArticleSubject>(isPublic, hasRole('moderator', 'admin')), system)
const seesLayer = byLayer(sees, reads)
/** May change what is their own. */
const changes = byLayer(sees, works)
/** Takes out or repairs what others wrote: a moderator in the open reading, who runs the class in its layers. */
const moderates = onArticle(byLayer(hasRole('moderator', 'admin'), runs))

/**
 * Who may do what: the one table. A private article belongs to its owner alone, whatever anybody's role; a moderator may
 * repair what is public. Doors never decide by themselves: they ask `can`.
 */
const table = {
  'account.create': anyone as Predicate<undefined>,
  'account.create-with-role': system as Predicate<undefined>,
  'account.read': any<AccountSubject>(isSelf, system),
  'account.update': isSelf as Predicate<AccountSubject>,
  /** Its name, password and address, and its end: whoever keeps an account for somebody sees to these. */
  'account.own': all<AccountSubject>(isSelf, independent),

  'token.create': any<AccountSubject>(all(isSelf, independent), system),
  'token.read': isSelf as Predicate<AccountSubject>,
  'token.revoke': isSelf as Predicate<AccountSubject>,

  'class.create': independent as Predicate<undefined>,
  'class.join': independent as Predicate<undefined>,
  'class.read': any<ClassSubject>(inClass, system),
  /** Real names, who is in which section, everybody's work. */
  'class.see-people': any<ClassSubject>(teaches, system),
  /** Makes the key, judges work, speaks to students of it. */
  'class.teach': any<ClassSubject>(teaches, system),
  /** Does the work of an assignment and hands it in. */
  'class.work': learns as Predicate<ClassSubject>,
  'class.manage': any<ClassSubject>(runs, system),
  'class.delete': any<ClassSubject>(isTeacher, system),
  'assignment.delete': any<ClassSubject>(runs, system),

  'article.create': independent as Predicate<undefined>,
  'article.read': sees,
  'article.edit': edits,
  /** Makes a public article its owner's alone again, or takes it away altogether. */
  'article.withdraw': edits,
  'article.remove': edits,
  /** Puts a removed article back: what a moderator took away its owner cannot. */
  'article.restore': any<RemovedSubject>(removedIt, hasRole('admin'), system),

  /** Says which learning-management systems may send their people here. */
  'platform.manage': any<undefined>(hasRole('admin'), system),

  'layer.read': seesLayer,
  /** Says of an open layer that they have read it all, and so count in its agreement. */
  'layer.say-read': byLayer(all<ArticleSubject>(independent, sees), () => false),

  'annotation.create': byLayer(all<ArticleSubject>(independent, sees), works),
  'annotation.read': all<AnnotationSubject>(onArticle(seesLayer), seesAuthor, any<AnnotationSubject>(isKept, wrote, system)),
  'annotation.update': all<AnnotationSubject>(onArticle(changes), isKept, any<AnnotationSubject>(wrote, system)),
  'annotation.delete': all<AnnotationSubject>(onArticle(seesLayer), any<AnnotationSubject>(all(onArticle(changes), wrote), moderates, system)),
  /** Says where an annotation stands after an edit changed or took its words. */
  'annotation.repair': all<AnnotationSubject>(onArticle(seesLayer), isKept, any<AnnotationSubject>(all(onArticle(changes), wrote), moderates, system)),
  'annotation.restore': all<AnnotationSubject>(onArticle(changes), authorDecides, any<AnnotationSubject>(wrote, system)),
} satisfies Record<string, Predicate<never>>

export type Action = keyof typeof table
type SubjectOf<A extends Action> = Parameters<(typeof table)[A]>[1]

/** What a token must be good for; `null`: no token is, so that one that leaked makes no other and takes no account over. */
const neededScope = {
  'account.create': null,
  'account.create-with-role': null,
  'account.read': null,
  'account.update': null,
  'account.own': null,
  'token.create': null,
  'token.read': null,
  'token.revoke': null,
  'class.create': 'write',
  'class.join': null,
  'class.read': 'read',
  'class.see-people': 'read',
  'class.teach': 'write',
  'class.work': 'write',
  'class.manage': 'write',
  'class.delete': null,
  'assignment.delete': null,
  'article.create': 'write',
  'article.read': 'read',
  'article.edit': 'write',
  'article.withdraw': 'write',
  'article.remove': 'write',
  'article.restore': 'write',
  'platform.manage': null,
  'layer.read': 'read',
  'layer.say-read': null,
  'annotation.create': 'write',
  'annotation.read': 'read',
  'annotation.update': 'write',
  'annotation.delete': 'write',
  'annotation.repair': 'write',
  'annotation.restore': 'write',
} satisfies Record<Action, Scope | null>

/** Every action there is, for tests that walk the table. */
export const actions = Object.keys(table) as Action[]

/**
 * May `viewer` do `action` to `subject`? Answers from the tables alone, without looking anything up; a subject carries
 * what its rule must know. An action on nothing in particular (`account.create`, `article.create`) takes `undefined`.
 */
export function can<A extends Action>(viewer: Viewer, action: A, subject: SubjectOf<A>): boolean {
  return tokenAllows(viewer, action) && (table[action] as Predicate<SubjectOf<A>>)(viewer, subject)
}

/**
 * Why `can` said no, to somebody who may see the subject: `signInFirst`, `scopeMissing` with the narrowest scope that
 * their token would need, else `notAllowed`. Who may not see it is told `notFound` instead, by whoever looked it up.
 */
export function refusal<A extends Action>(viewer: Viewer, action: A, subject: SubjectOf<A>) {
  if (viewer.kind === 'signed-out') return refuse('signInFirst')
  const scope = viewer.kind === 'user' && viewer.scopes && scopes.find((wider) => can({ ...viewer, scopes: [wider] }, action, subject))
  return scope ? refuse('scopeMissing', '', { scope }) : refuse('notAllowed')
}

function tokenAllows(viewer: Viewer, action: Action): boolean {
  const scope = neededScope[action]
  return scope === null ? withoutToken(viewer) : holds(viewer, scope)
}
