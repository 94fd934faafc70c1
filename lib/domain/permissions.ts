import {
  all, any, anyone, authorDecides, hasRole, isKept, isPublic, isSelf, onArticle, owns, signedIn, system, wrote,
  type AccountSubject, type AnnotationSubject, type ArticleSubject, type Predicate,
} from './predicates'
import type { Viewer } from './viewer'

const sees = any<ArticleSubject>(isPublic, owns, system)
const edits = any<ArticleSubject>(owns, all<ArticleSubject>(isPublic, hasRole('moderator', 'admin')), system)

/**
 * Who may do what: the one table. A private article belongs to its owner alone, whatever anybody's role; a moderator may
 * repair what is public. Doors never decide by themselves: they ask `can`.
 */
const table = {
  'account.create': anyone as Predicate<undefined>,
  'account.create-with-role': system as Predicate<undefined>,
  'account.read': any<AccountSubject>(isSelf, system),
  'account.update': isSelf as Predicate<AccountSubject>,

  'article.create': signedIn as Predicate<undefined>,
  'article.read': sees,
  'article.edit': edits,

  'layer.read': sees,

  'annotation.create': all<ArticleSubject>(signedIn, sees),
  'annotation.read': all<AnnotationSubject>(onArticle(sees), any<AnnotationSubject>(isKept, wrote, system)),
  'annotation.update': all<AnnotationSubject>(onArticle(sees), isKept, any<AnnotationSubject>(wrote, system)),
  'annotation.delete': all<AnnotationSubject>(
    onArticle(sees),
    any<AnnotationSubject>(wrote, hasRole('moderator', 'admin'), system),
  ),
  /** Says where an annotation stands after an edit changed or took its words. */
  'annotation.repair': all<AnnotationSubject>(
    onArticle(sees),
    isKept,
    any<AnnotationSubject>(wrote, hasRole('moderator', 'admin'), system),
  ),
  'annotation.restore': all<AnnotationSubject>(onArticle(sees), authorDecides, any<AnnotationSubject>(wrote, system)),
} satisfies Record<string, Predicate<never>>

export type Action = keyof typeof table
type SubjectOf<A extends Action> = Parameters<(typeof table)[A]>[1]

/** Every action there is, for tests that walk the table. */
export const actions = Object.keys(table) as Action[]

/**
 * May `viewer` do `action` to `subject`? Answers from the table alone, without looking anything up; a subject carries
 * what its rule must know. An action on nothing in particular (`account.create`, `article.create`) takes `undefined`.
 */
export function can<A extends Action>(viewer: Viewer, action: A, subject: SubjectOf<A>): boolean {
  return (table[action] as Predicate<SubjectOf<A>>)(viewer, subject)
}
