import type { z } from 'zod'
import type { ProblemCode } from './problem'
import { atMostPoints, boundedText } from './text/line'
import { normalForm } from './text/normal-form'

/** Lengths in Unicode code points after NFKC, as NIST SP 800-63B-4 (section 3.1.1) counts them. */
export const passwordLimits = {
  /** What a person must choose at least. */
  chosen: 10,
  /** What whoever runs the server may hand out from the command line. */
  given: 8,
  longest: 200,
} as const

/** A password that somebody offers to prove who they are: any text, normalised as it was when it was chosen. */
export const offeredPassword = passwordText('passwordLong').min(1, { error: 'required' })

/** The password that is to be replaced: empty for an account that has none; one that is too long cannot be it. */
export const formerPassword = passwordText('passwordWrong')

/** A password that a person chooses. What it must not resemble is asked by `isGuessable`. */
export const chosenPassword = passwordFrom(passwordLimits.chosen)

/** A password that an operator sets for somebody. */
export const givenPassword = passwordFrom(passwordLimits.given)

/**
 * Would this password be among the first tried? One that is the person's own name or address, one of very few different
 * characters, one that only counts up or down, or one of the best known (NIST SP 800-63B-4, section 3.1.1.2, asks for
 * such a comparison; a list of millions would not be worth its download here). `isGuessable('abcdefghij', [])` is true.
 */
export function isGuessable(password: string, about: readonly string[]): boolean {
  const plain = simplified(password)
  const characters = [...plain]
  const known = about.flatMap((word) => [word, word.split('@')[0] ?? '']).map(simplified)
  return (
    known.some((word) => word !== '' && (plain === word || plain === word + word)) ||
    new Set(characters).size < 4 ||
    countsOn(characters) ||
    wellKnown.has(plain)
  )
}

function passwordFrom(shortest: number) {
  return passwordText('passwordLong').check(atLeast(shortest), whole)
}

/** Its length is looked at before it is normalised, and again after. */
function passwordText(long: ProblemCode) {
  return boundedText(passwordLimits.longest, long)
    .overwrite((password) => normalForm(password, 'NFKC'))
    .check(atMostPoints(passwordLimits.longest, long))
}

/** Half a character cannot be written as UTF-8: every one of them would hash alike. */
function whole(payload: z.core.ParsePayload<string>) {
  if (/\p{Cs}/u.test(payload.value)) {
    payload.issues.push({ code: 'custom', input: payload.value, message: 'invalid' })
  }
}

function atLeast(minimum: number) {
  return (payload: z.core.ParsePayload<string>) => {
    if ([...payload.value].length >= minimum) return
    const message = payload.value === '' ? 'required' : 'passwordShort'
    payload.issues.push({ code: 'too_small', origin: 'string', minimum, inclusive: true, input: payload.value, message })
  }
}

const simplified = (text: string) => normalForm(text, 'NFKC').toLowerCase().replace(/[\s._-]/gu, '')

/** 1234567890 and 9876543210, abcdefghij: each character one above, or each one below, the one before (after 9 comes 0). */
function countsOn(characters: readonly string[]): boolean {
  const steps = characters.slice(1).map((character, i) => {
    const before = characters[i]
    if (before === '9' && character === '0') return 1
    if (before === '0' && character === '9') return -1
    return (character.codePointAt(0) ?? 0) - (before?.codePointAt(0) ?? 0)
  })
  return steps.length > 0 && (steps.every((step) => step === 1) || steps.every((step) => step === -1))
}

const wellKnown: ReadonlySet<string> = new Set([
  'password12', 'password123', 'password1234', 'passwordpassword', 'qwertyuiop', 'qwerty12345', 'qwerty123456',
  '1q2w3e4r5t', '1qaz2wsx3edc', 'asdfghjkl1', 'letmein123', 'iloveyou12', 'iloveyou123', 'welcome123', 'changeme123',
  'administrator', 'abc1234567', 'abcd123456', 'a123456789', '1234512345', '1122334455', 'woaini1314', 'woaini5201314',
])
