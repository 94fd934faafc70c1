import type { ZodError } from 'zod'

/**
 * Everything that can be wrong with what somebody sent, as a code. The sentence for each is `problems.<code>` of
 * `lib/i18n`; a machine's door prints the English one. A new code without words in every language is a type error.
 */
export const problemCodes = [
  'invalid', 'unstorable', 'tooManyMarks', 'required', 'formTooLarge', 'tooLong', 'tooShort', 'tooLarge', 'tooSmall', 'numberOutside', 'wholeNumberOutside', 'tooMany', 'tooFew', 'notAllowed',
  'titleEmpty', 'bodyEmpty', 'bodyTooLarge', 'bodyNotUtf8', 'bodyLoneSurrogate', 'bodyNullCharacter', 'bodyTooDeep', 'bodyTooManyParts', 'bodyTooSlow',
  'languageTag', 'dateInvalid', 'addressScheme', 'emailInvalid', 'passwordShort', 'passwordLong', 'passwordWrong',
  'passwordGuessable', 'nameUnprintable', 'addressTaken', 'addressInUse', 'mailNotConfigured', 'mailNotSent',
  'credentialsWrong', 'signInAgain', 'addressUnconfirmed', 'linkExpired', 'rateLimited', 'waitingFull', 'signInFirst', 'otherReader', 'unreachable', 'notFound', 'conflict', 'unavailable',
  'passageEmpty', 'passageOutside', 'passageChanged', 'passageCutsCharacter', 'labelMissing', 'labelTwice', 'labelUnknown',
  'draftStale', 'detailChanged', 'fileUnreadable',
  'repairStale', 'wordsNotThere', 'wordsNotClear',
  'tokenUnknown', 'scopeMissing', 'crossOrigin', 'jsonBroken', 'mediaTypeUnknown', 'ifMatchMissing', 'ifMatchStale',
  'addressPrivate', 'addressUnknown', 'addressPort', 'addressCredentials', 'addressInsecure',
  'fetchTooSlow', 'fetchTooLarge', 'fetchTooManyRedirects', 'fetchStatus', 'fetchFailed', 'fetchKind', 'pageWithoutText',
  'importInterrupted', 'fileTooLarge', 'fileTooSlow', 'fileScanned', 'fileEncrypted', 'fileDamaged',
  'fileEmpty', 'fileFormat', 'columnMissing', 'rowsDisagree', 'quoteOpen', 'offsetsInvalid', 'severalArticles', 'replyAlone', 'passageUnsaid',
  'gone', 'notAcceptable', 'preferencesClash', 'idOther', 'propertyFixed',
  'jsonInvalid', 'jsonTooDeep', 'jsonTooMany', 'notAnnotation', 'contextMissing', 'iriInvalid', 'dateTimeInvalid', 'bodyTwice', 'bodyUnknown',
  'propertyInvalid', 'targetMissing', 'targetMany', 'targetElsewhere', 'selectorInvalid', 'selectorUnknown', 'passageReversed',
  'passageNotFound', 'passageUnclear', 'itemsElsewhere',
  'rosterTwice', 'nameInUse', 'timeZoneUnknown', 'classArchived', 'codeUnknown', 'lastTeacher', 'datesDisorder', 'workShut', 'workSeen', 'workProjected', 'notYetOpen', 'handedIn', 'workBelowRequirement', 'pointsOutside', 'dateTooSoon', 'titleNotTyped', 'revisionCurrent',
  'platformUnknown', 'platformDisabled', 'platformRefused', 'platformKeys', 'deploymentUnknown', 'launchLost', 'launchUnverified', 'launchExpired', 'launchElsewhere',
  'launchVersion', 'launchMessage', 'launchAnonymous', 'launchTypes', 'launchClaim', 'launchTooLarge', 'onlyWayIn', 'courseRoleMissing', 'courseUnconnected', 'courseTeachersOnly', 'courseArchived', 'courseTaken', 'launchWithoutCourse', 'launchOver', 'linkUnset',
  'platformSilent', 'platformBusy', 'platformStatus', 'platformToken', 'platformScope', 'platformGone', 'platformGarbled', 'platformKnown', 'platformUnused', 'platformIssuer', 'courseListChanged',
] as const
export type ProblemCode = (typeof problemCodes)[number]

/** One thing that is wrong: what (`code`), where (`path`, dot-separated, empty for the whole), and the figures of its sentence. */
export type Problem = { code: ProblemCode; path: string; values?: Record<string, string | number> }

/** The outcome of something that may be refused. Expected refusals are values; only bugs and outages are thrown. */
export type Result<T> = { ok: true; value: T } | { ok: false; problems: Problem[] }

/** The outcome of something that was done, with what came of it. */
export const accept = <T>(value: T): Result<T> => ({ ok: true, value })

/** Refuses with one problem. `path` names the field, dot-separated; empty means the request as a whole. */
export const refuse = (code: ProblemCode, path = '', values?: Problem['values']): { ok: false; problems: Problem[] } => ({
  ok: false,
  problems: [values ? { code, path, values } : { code, path }],
})

const known: ReadonlySet<string> = new Set(problemCodes)

/**
 * The problems of a failed zod parse. A schema names its own code as the check's `error`; other issues fall back to a
 * code by kind, with zod's bound as `{limit}`.
 */
export function problemsOf(error: ZodError): Problem[] {
  return error.issues.map((issue) => {
    const path = issue.path.join('.')
    const limit =
      issue.code === 'too_big' ? Number(issue.maximum) : issue.code === 'too_small' ? Number(issue.minimum) : undefined
    const values = limit === undefined ? figuresOf(issue) : { limit }
    return { code: codeOf(issue), path, ...(values && { values }) }
  })
}

/** The figures that a check of our own names for its sentence. */
function figuresOf(issue: ZodError['issues'][number]): Problem['values'] {
  return issue.code === 'custom' && issue.params ? (issue.params as Problem['values']) : undefined
}

function codeOf(issue: ZodError['issues'][number]): ProblemCode {
  if (known.has(issue.message)) return issue.message as ProblemCode
  const origin = 'origin' in issue ? issue.origin : ''
  const [list, number] = [origin === 'array', origin === 'number' || origin === 'int']
  if (issue.code === 'too_big') return list ? 'tooMany' : number ? 'tooLarge' : 'tooLong'
  if (issue.code === 'too_small') return list ? 'tooFew' : number ? 'tooSmall' : 'tooShort'
  return 'invalid'
}
