import { z } from 'zod'
import type { ProblemCode } from '../problem'
import { longRunAt, normalForm } from './normal-form'
import { isTelling } from './visible'

/** Controls, half characters, line and paragraph separators, and what turns the direction of the text around it. */
export const unprintable = /[\p{Cc}\p{Cs}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u

/**
 * Text whose length is looked at before anything else is done with it: more UTF-16 units than `most` code points could
 * ever come from, with room for marks that will be put together, are refused as `code`, and no later check sees them.
 * What is left is short enough for whatever follows. The exact count is `atMostPoints`, after normalising.
 */
export const boundedText = (most: number, code: ProblemCode = 'tooLong') =>
  z.string().check((payload) => {
    if (payload.value.length > most * unitsForPoint) payload.issues.push(tooLong(most, code))
  })

/** UTF-16 units that are read for each code point that may be kept. */
const unitsForPoint = 4

/** At most so many code points. A check of zod, for after what changes the length. */
export const atMostPoints = (most: number, code: ProblemCode = 'tooLong') => (payload: z.core.ParsePayload<string>) => {
  if (payload.value.length > most && [...payload.value].length > most) payload.issues.push(tooLong(most, code))
}

const tooLong = (maximum: number, message: ProblemCode) =>
  ({ code: 'too_big', origin: 'string', maximum, inclusive: true, input: '', message, continue: false }) as const

/** A check of zod: no more combining marks in a row than Stream-Safe Text has. Before what normalises. */
export function withoutLongRun(payload: z.core.ParsePayload<string>) {
  if (longRunAt(payload.value) >= 0) payload.issues.push({ code: 'custom', input: '', message: 'tooManyMarks' satisfies ProblemCode, continue: false })
}

/**
 * A name, of a person or of anything that people name: one line of any script in NFC, at most `most` code points, in which
 * something can be seen. Marks may not be piled up higher than any script piles them, since they would paint over the
 * lines above and below.
 */
export const nameLine = (most: number) =>
  boundedText(most)
    .trim()
    .check(withoutLongRun)
    .overwrite((name) => normalForm(name, 'NFC'))
    .min(1, { error: 'required', abort: true })
    .check(atMostPoints(most))
    .refine((name) => !unprintable.test(name), { error: 'nameUnprintable' })
    .refine((name) => isTelling(name), { error: 'required' })
    .refine((name) => name.search(pile) < 0, { error: 'tooManyMarks' })

/**
 * More than eight marks in a row, or more than four of those that every script may use (accents, vowel signs of Arabic),
 * invisible characters between them not counted: Tibetan and Burmese syllables have up to seven, Vietnamese letters two.
 */
const pile = /(?:\p{Cf}*\p{M}){9,}|(?:\p{Cf}*(?=\p{Script=Inherited})\p{M}){5,}/gu

/** The same line with what is piled up on a letter cut down to four marks: for names that others give, which nobody can mend. */
export const unpiled = (line: string): string => line.replace(pile, (marks) => [...marks.replace(/\p{Cf}/gu, '')].slice(0, 4).join(''))
