import { describe, expect, it, vi } from 'vitest'
import { emailAddress, newAccount, newPasswordForm, passwordChange, personName, profileForm, resetRequest, signInForm, signUpForm } from './account'
import { problemsOf } from './problem'

const good = { name: '周以安', email: 'yi-an@example.org', password: 'a quiet harbour' }

describe('an address', () => {
  it.each([
    ['  Mary@Example.ORG ', 'mary@example.org'],
    ['a+b.c@sub.example.co', 'a+b.c@sub.example.co'],
    ['cafe\u0301@example.org', 'caf\u00e9@example.org'],
    ['王@例子.台灣', '王@例子.台灣'],
  ])('%j becomes %j', (given, kept) => expect(emailAddress.parse(given)).toBe(kept))

  it.each([
    'plain', '@example.org', 'a@', 'a@example', 'a@@example.org', 'a b@example.org', 'a@exa mple.org', 'a@.org', 'a@example.',
    'a@example..org', 'a@example.org\nBcc: x@example.org', 'a,b@example.org', '"a"@example.org', '<a@example.org>',
    'a\u0000@example.org', `${'a'.repeat(65)}@example.org`, `a@${'b'.repeat(260)}.org`, 'a@example.org\u202E', 'a\uD800@example.org',
  ])('%j is refused', (given) => {
    const parsed = emailAddress.safeParse(given)
    expect(parsed.error && problemsOf(parsed.error)[0]?.code).toBe('emailInvalid')
  })
})

describe('a name', () => {
  it.each(['Amara', '林敏', 'أمل', '👩‍🏫 Ms. O’Neil', 'X', 'é'.repeat(80)])('%j passes', (name) => {
    expect(personName.safeParse(name).success).toBe(true)
  })
  it.each([
    ['', 'required'], ['   ', 'required'], ['\u200B', 'required'], ['\u0301', 'required'], ['x'.repeat(81), 'tooLong'],
    ['a\u0000b', 'nameUnprintable'], ['a\nb', 'nameUnprintable'], ['a\uD800', 'nameUnprintable'], ['a\u202Eb', 'nameUnprintable'],
  ])('%j is refused as %s', (name, code) => {
    const parsed = personName.safeParse(name)
    expect(parsed.error && problemsOf(parsed.error)[0]?.code).toBe(code)
  })
})

describe('forms', () => {
  it.each([
    ['a short password', signUpForm, { ...good, password: 'ninechars' }, { code: 'passwordShort', path: 'password', values: { limit: 10 } }],
    ['a long password', signUpForm, { ...good, password: 'xy z'.repeat(51) }, { code: 'passwordLong', path: 'password', values: { limit: 200 } }],
    ['no password', signUpForm, { ...good, password: '' }, { code: 'required', path: 'password', values: { limit: 10 } }],
    ['the address as password', signUpForm, { ...good, password: 'yi-an@example.org' }, { code: 'passwordGuessable', path: 'password' }],
    ['half a character', signUpForm, { ...good, password: 'a quiet harbour\uD800' }, { code: 'invalid', path: 'password' }],
    ['a file for a name', signUpForm, { ...good, name: new Uint8Array(1) }, { code: 'invalid', path: 'name' }],
    ['no address', signInForm, { email: '', password: 'x' }, { code: 'required', path: 'email' }],
    ['no password to sign in', signInForm, { email: 'a@example.org', password: '' }, { code: 'required', path: 'password' }],
    ['an address that is none', resetRequest, { email: 'a' }, { code: 'emailInvalid', path: 'email' }],
    ['a made-up link', newPasswordForm, { token: '../..', password: 'a quiet harbour' }, { code: 'linkExpired', path: 'token' }],
    ['a guessable new password', passwordChange, { current: 'x', password: '1234567890' }, { code: 'passwordGuessable', path: 'password' }],
    ['a long language', profileForm, { name: 'A', locale: 'x'.repeat(21) }, { code: 'tooLong', path: 'locale' }],
    ['an unknown role', newAccount, { ...good, role: 'owner' }, { code: 'invalid', path: 'role' }],
    ['a short given password', newAccount, { ...good, role: 'member', password: 'seven77' }, { code: 'passwordShort', path: 'password', values: { limit: 8 } }],
  ])('refuse %s', (_, schema, input, problem) => {
    const parsed = schema.safeParse(input)
    expect(parsed.error && problemsOf(parsed.error)[0]).toMatchObject(problem)
  })

  it.each([null, undefined, 'x', 3, [], {}])('refuse %j as a whole', (input) => {
    for (const schema of [signInForm, signUpForm, resetRequest, newPasswordForm, passwordChange, profileForm, newAccount]) {
      expect(schema.safeParse(input).success).toBe(false)
    }
  })

  // Each took seconds to be refused when it was normalised first.
  it.each([
    ['an address', resetRequest, { email: '\u0301\u0323'.repeat(200_000) }, 'emailInvalid'],
    ['an address to sign in with', signInForm, { email: `a@${'\u0301'.repeat(400_000)}.org`, password: 'x' }, 'emailInvalid'],
    ['a password to sign in with', signInForm, { email: 'a@example.org', password: '\uFDFA'.repeat(1_900_000) }, 'passwordLong'],
    ['a new password', newPasswordForm, { token: 'x'.repeat(43), password: '\uFDFA'.repeat(1_900_000) }, 'passwordLong'],
    ['a former password', passwordChange, { current: '\uFDFA'.repeat(1_900_000), password: 'a quiet harbour' }, 'passwordWrong'],
    ['a name', signUpForm, { ...good, name: '\u0301\u0323'.repeat(200_000) }, 'tooLong'],
    ['a name under marks', signUpForm, { ...good, name: `A${'\u0301'.repeat(70)}` }, 'tooManyMarks'],
  ])('refuse %s of any length before it is normalised', (_, schema, input, code) => {
    const normalize = vi.spyOn(String.prototype, 'normalize')
    const parsed = schema.safeParse(input)
    const longest = Math.max(0, ...normalize.mock.contexts.map((text) => String(text).length))
    normalize.mockRestore()
    expect(parsed.error && problemsOf(parsed.error)[0]?.code).toBe(code)
    expect(longest).toBeLessThanOrEqual(4 * 254)
  })

  it('count a password in code points and normalise it', () => {
    expect(signUpForm.safeParse({ ...good, password: '🐢🐇🦊🐻🐼🐨🐯🦁🐮' }).success).toBe(false)
    expect(signUpForm.parse({ ...good, password: 'ｑｕｉｅｔ　ｆｅｒｒｉｅｓ' }).password).toBe('quiet ferries')
  })
})
