import { normalForm } from './text/normal-form'

/** What hangs on an article: counted before anybody decides to make it private or to remove it. */
export type ArticleContents = {
  /** Flags of the open reading that are not deleted: by its owner, and by how many others. */
  ownFlags: number
  othersFlags: number
  readers: number
  /** Exercises set on it, and in how many classes; `foreign`: those in classes that the viewer does not teach. */
  exercises: number
  classes: number
  foreign: number
  revisions: number
}

/** What goes with an exercise. `scores`: grades that a learning platform was told and keeps. */
export type AssignmentContents = { begun: number; handedIn: number; flags: number; keyFlags: number; feedback: number; graded: number; scores: number }

/** How long what was removed can be put back, in days. */
export const restoreDays = 30

/** From so many other people's work on, a removal asks for the title to be typed. */
const manyPeople = 3

/** Must the title be typed before an article goes? Where several readers flagged it, or a class works on it. */
export const isLargeArticle = ({ readers, exercises }: ArticleContents): boolean => readers >= manyPeople || exercises > 0

/** Must the title be typed before an exercise goes? Where several handed in, or grades were given. */
export const isLargeAssignment = ({ handedIn, graded }: AssignmentContents): boolean => handedIn >= manyPeople || graded > 0

/** Is this the title, typed? Spaces around it and runs of them do not count, nor which of two ways to write a letter. */
export const isTyped = (typed: string, title: string): boolean => plain(typed) === plain(title)

const plain = (words: string) => normalForm(words.slice(0, longestTyped), 'NFC').replace(/\s+/g, ' ').trim()
/** Longer than any title: what is longer is none. */
const longestTyped = 400
