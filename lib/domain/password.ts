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
