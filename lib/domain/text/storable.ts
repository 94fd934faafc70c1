import { z } from 'zod'
import type { ProblemCode } from '../problem'
import { hasLoneSurrogate } from './code-points'
import { atMostPoints, boundedText, withoutLongRun } from './line'

/**
 * Text that can be stored as it came: no null character, which Postgres refuses, and no lone surrogate, which UTF-8
 * cannot carry. For words that are compared with an article's; an article's body has checks of its own that also say
 * where.
 */
export const storableText = z.string().refine(canBeStored, { error: 'unstorable' })

/**
 * A block of text that people write, of any number of lines: its length is looked at first; without the spaces around it
 * it is at most `most` code points long, can be stored, and has no more than 30 combining marks in a row.
 */
export const storedText = (most: number, code?: ProblemCode) =>
  boundedText(most, code).trim().check(atMostPoints(most, code), withoutLongRun).refine(canBeStored, { error: 'unstorable' })

function canBeStored(text: string): boolean {
  return !text.includes('\0') && !hasLoneSurrogate(text)
}
