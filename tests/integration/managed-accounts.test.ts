import { beforeAll, describe, expect, test, vi } from 'vitest'
import SettingsPage from '@/app/(desk)/settings/page'
import NewArticlePage from '@/app/(desk)/articles/new/page'
import LibraryPage from '@/app/(site)/library/page'
import * as account from '@/lib/actions/account'
import { createArticle, tellLanguage } from '@/lib/actions/articles'
import { joinClass } from '@/lib/actions/class-entry'
import { makeClass } from '@/lib/actions/classes'
import { beginImport } from '@/lib/actions/imports'
import { makeToken } from '@/lib/actions/tokens'
import type { FormState } from '@/lib/actions/form-state'
import type { SignedIn } from '@/lib/domain/viewer'
import { createClass } from '@/lib/server/classes'
import { addRoster } from '@/lib/server/class-people'
import { db } from '@/lib/server/db'
import { importFile } from '@/lib/server/imports'
import { become } from '../support/blind-answers'
import { reader } from '../support/flagged-article'
import { must } from '../support/lesson'
import { rendered } from '../support/rendered'
import { formOf } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next-intl', () => import('../support/untranslated'))
vi.mock('next-intl/server', () => import('../support/untranslated'))
vi.mock('next/link', () => ({ default: 'a' }))
vi.mock('next/cache', () => ({ refresh: () => {} }))
vi.mock('react', async (load) => ({ ...(await load<object>()), ...(await import('../support/per-request')) }))

const begun: FormState = { problems: [], values: {} }
const nothing = { params: Promise.resolve({}), searchParams: Promise.resolve({}) }
let [student, person]: SignedIn[] = []
let classId: string

beforeAll(async () => {
  person = await reader('Frau Weber')
  classId = must(await createClass(person, { name: '8b', timeZone: 'Europe/Berlin' })).id
  const { codes } = must(await addRoster(person, classId, [{ line: 1, name: 'Mei', email: null, section: null }]))
  student = { kind: 'user', id: codes[0]!.userId, name: 'Mei', role: 'member', managed: true }
})

describe('an account that a class keeps', () => {
  test('is shown nothing that it cannot use', async () => {
    const sections = /account\.fields\.password|settings\.email|tokens\.|settings\.leave |settings\.password/
    await become(student!)
    const settings = await rendered(() => SettingsPage())
    expect(settings.words).toMatch(/Mei.*settings\.namedByClass.*settings\.data/s)
    expect(settings.words.match(sections)?.[0]).toBeUndefined()
    const library = await rendered(() => LibraryPage(nothing))
    expect(library.words).not.toContain('/articles/new')
    expect(library.words).toContain('library.emptyStudent')
    expect((await rendered(() => NewArticlePage(nothing))).status).toBe(404)

    await become(person!)
    expect((await rendered(() => SettingsPage())).words).toMatch(sections)
    expect((await rendered(() => LibraryPage(nothing))).words).toContain('/articles/new')
    expect((await rendered(() => NewArticlePage(nothing))).status).toBe(200)
  })

  test('is refused at every door behind', async () => {
    await become(student!)
    const article = { title: 'A', language: '', visibility: 'public', format: 'text', body: 'Words.' }
    const tries: Record<string, Promise<FormState>> = {
      name: account.changeProfile(begun, formOf({ name: 'Somebody else', locale: '' })),
      password: account.changePassword(begun, formOf({ current: '', password: 'a long enough password' })),
      address: account.askForVerification(begun, formOf({})),
      leaving: account.deleteAccount(begun, formOf({ annotations: 'delete', sure: 'yes' })),
      token: makeToken(begun, formOf({ name: 'mine', scope: 'write', days: '' })),
      class: makeClass(begun, formOf({ name: 'Mine', timeZone: 'Europe/Berlin' })),
      joining: joinClass(begun, formOf({ code: 'ABCD2345' })),
      article: createArticle(begun, formOf(article)),
      import: beginImport(begun, formOf({ address: 'https://example.org/a' })),
    }
    for (const [what, attempt] of Object.entries(tries)) expect([what, (await attempt).problems.map(({ code }) => code)]).toEqual([what, ['notAllowed']])
    expect(await importFile(student!, new File(['%PDF-1.7'], 'a.pdf'))).toMatchObject({ ok: false, problems: [{ code: 'notAllowed' }] })
    expect(await tellLanguage('x')).toBeDefined()
    expect(await db.user.findUniqueOrThrow({ where: { id: student!.id } })).toMatchObject({ name: 'Mei', passwordHash: null, email: null })
    expect(await db.accessToken.count()).toBe(0)
    // Its language is its owner's.
    expect((await account.changeProfile(begun, formOf({ name: 'Mei', locale: 'zh-Hant' }))).problems).toEqual([])
    expect(await db.user.findUniqueOrThrow({ where: { id: student!.id } })).toMatchObject({ locale: 'zh-Hant' })
  })
})
