import type { Visibility } from './article'
import { isStaff, type ClassRole } from './classroom/class-role'
import { seenAuthors, type Standing } from './classroom/standing'
import { scopes, type Role, type Scope, type Viewer } from './viewer'

/** What a rule must know of an article. */
export type ArticleSubject = {
  visibility: Visibility
  /** Null while it is removed: then it is private and nobody's. */
  ownerId: string | null
  /** Of a layer that is not the open reading: what the viewer is to it. */
  standing?: Standing
}
/** What a rule must know of an article that was removed: who removed it. */
export type RemovedSubject = { removedById: string | null }
/** What a rule must know of an annotation: its author, who deleted it (null: nobody did), and the article it is on. */
export type AnnotationSubject = { authorId: string; deletedBy: string | null; article: ArticleSubject }
/** What a rule must know of an account. */
export type AccountSubject = { id: string }

/** What a rule must know of a class: what the viewer is in it (null: nothing). */
export type ClassSubject = { role: ClassRole | null }

/** A yes-or-no question about a viewer and a thing. */
export type Predicate<Subject> = (viewer: Viewer, subject: Subject) => boolean

/** Whoever asks, signed out or in. */
export const anyone = () => true
/** Signed in with an account of their own: one that a teacher made from a list stays within its class. */
export const independent = (viewer: Viewer) => viewer.kind === 'system' || (viewer.kind === 'user' && !viewer.managed)
/** The command line, jobs and the seed: nobody can be the system through a door. */
export const system = (viewer: Viewer) => viewer.kind === 'system'
/** A person with one of these roles; the system has none, and a token lends a role only with the scope for it. */
export const hasRole =
  (...roles: Role[]) =>
  (viewer: Viewer) =>
    viewer.kind === 'user' && roles.includes(holds(viewer, 'moderate') ? viewer.role : 'member')
/** Came without a token, or with one of this scope or a wider one. */
export const holds = (viewer: Viewer, scope: Scope) =>
  viewer.kind !== 'user' || !viewer.scopes || viewer.scopes.some((held) => scopes.indexOf(held) >= scopes.indexOf(scope))
/** Came without a token. */
export const withoutToken = (viewer: Viewer) => viewer.kind !== 'user' || !viewer.scopes

/** The person whose article it is. */
export const owns = (viewer: Viewer, article: ArticleSubject) => viewer.kind === 'user' && viewer.id === article.ownerId
/** The article is open to everybody, signed out included. */
export const isPublic = (_: Viewer, article: ArticleSubject) => article.visibility === 'public'

/** The person who removed the article. */
export const removedIt = (viewer: Viewer, article: RemovedSubject) => viewer.kind === 'user' && viewer.id === article.removedById

/** The person who made the annotation. */
export const wrote = (viewer: Viewer, annotation: AnnotationSubject) =>
  viewer.kind === 'user' && viewer.id === annotation.authorId
/** The annotation is not deleted. */
export const isKept = (_: Viewer, annotation: AnnotationSubject) => annotation.deletedBy === null
/** Not taken out by somebody else, such as a moderator. */
export const authorDecides = (_: Viewer, annotation: AnnotationSubject) =>
  annotation.deletedBy === null || annotation.deletedBy === annotation.authorId
/** Asks an article's question of the article that an annotation stands on. */
export const onArticle =
  (predicate: Predicate<ArticleSubject>): Predicate<AnnotationSubject> =>
  (viewer, annotation) =>
    predicate(viewer, annotation.article)

/** Asks one question of the open reading and another of a layer that belongs to an assignment. */
export const byLayer =
  (ofOpen: Predicate<ArticleSubject>, ofClass: (viewer: Viewer, standing: Standing) => boolean): Predicate<ArticleSubject> =>
  (viewer, subject) =>
    subject.standing ? viewer.kind === 'system' || ofClass(viewer, subject.standing) : ofOpen(viewer, subject)
/** Teaches in the class, or is a student of it to whom the layer is open by now: the work when it is set, the key later. */
export const reads = (_: Viewer, { role, opened, keyOpen, kind }: Standing) =>
  isStaff(role) || (role === 'student' && opened && (kind === 'assignment' || keyOpen))
/** A student at work, or somebody who runs the class at its key. */
export const works = (_: Viewer, { role, opened, shut, kind }: Standing) =>
  kind === 'key' ? isStaff(role) : role === 'student' && opened && !shut
/** What one may see of the annotation's author: in the open reading everything. */
export const seesAuthor = (viewer: Viewer, { authorId, article: { standing } }: AnnotationSubject) => {
  if (!standing || viewer.kind === 'system') return true
  return seenAuthors(standing)?.includes(authorId) ?? true
}

/** Somebody of the class, whatever they are in it. */
export const inClass = (_: Viewer, { role }: ClassSubject) => role !== null
/** Somebody who teaches in the class, assistants included. */
export const teaches = (_: Viewer, { role }: ClassSubject) => isStaff(role)
/** A student of the class. */
export const learns = (_: Viewer, { role }: ClassSubject) => role === 'student'
/** Somebody who runs the class. */
export const runs = (_: Viewer, { role }: ClassSubject) => role === 'teacher' || role === 'co-teacher'
/** The one whose class it is, or one of several. */
export const isTeacher = (_: Viewer, { role }: ClassSubject) => role === 'teacher'

/** The person whose account it is. */
export const isSelf = (viewer: Viewer, account: AccountSubject) => viewer.kind === 'user' && viewer.id === account.id

/** True where at least one holds. */
export const any =
  <S>(...predicates: Predicate<S>[]): Predicate<S> =>
  (viewer, subject) =>
    predicates.some((holds) => holds(viewer, subject))
/** True where every one holds. */
export const all =
  <S>(...predicates: Predicate<S>[]): Predicate<S> =>
  (viewer, subject) =>
    predicates.every((holds) => holds(viewer, subject))
