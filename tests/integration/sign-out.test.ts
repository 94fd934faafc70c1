import { beforeEach, expect, it, vi } from 'vitest'
import { POST as signOut } from '@/app/(site)/sign-out/route'
import { flagPassage } from '@/lib/actions/annotations'
import { keepDraft } from '@/lib/actions/drafts'
import { leaverCookie } from '@/lib/domain/leaver-cookie'
import { systemViewer } from '@/lib/domain/viewer'
import { currentViewer, startSession } from '@/lib/server/session'
import { createAccount } from '@/lib/server/users'
import { emptyTables } from '../support/empty-tables'
import { freshBrowser, jar } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))
vi.mock('next/cache', () => ({ refresh: () => undefined }))

let mary = ''
beforeEach(async () => {
  await emptyTables('User', 'RateLimit')
  freshBrowser()
  const made = await createAccount(systemViewer, { email: 'mary@example.org', name: 'Mary', password: 'a quiet harbour', role: 'member' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  mary = made.value.id
  await startSession(mary)
})

const ask = (query = '', headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  signOut(new Request(`http://localhost/sign-out${query}`, { method: 'POST', headers }))

it('ends the session, has the browser clear its storage and its memory, and says whose words the next page removes', async () => {
  const answer = await ask()
  expect([answer.status, answer.headers.get('location'), answer.headers.get('clear-site-data')]).toEqual([303, '/', '"cache", "storage"'])
  expect((await currentViewer()).kind).toBe('signed-out')
  expect(jar.get(leaverCookie)).toBe(mary)
})

it('leaves the storage alone that holds unsaved work of others', async () => {
  expect((await ask('?others=kept')).headers.get('clear-site-data')).toBe('"cache"')
})

it.each(['cross-site', 'same-site'])('is not done for a page that is %s', async (site) => {
  const answer = await ask('', { 'sec-fetch-site': site })
  expect([answer.status, answer.headers.get('clear-site-data')]).toEqual([403, null])
  expect((await currentViewer()).kind).toBe('user')
})

const passage = { id: crypto.randomUUID(), layerId: crypto.randomUUID(), revision: 1, target: { start: 0, end: 3 }, quote: 'The', note: null, evidence: [], confidence: null, sourceName: null }
const flag = { ...passage, labels: [{ dimension: 'framing', label: 'doubt' }] }
const draft = { id: crypto.randomUUID(), baseRevision: 1, document: { type: 'doc', content: [{ type: 'paragraph' }] }, replaced: null, known: null }

it('nothing that waited in one person’s page is taken from another', async () => {
  const codes = async (reader: string) =>
    [await flagPassage({ ...flag, reader }), await keepDraft({ ...draft, reader })].map((answer) => (answer.ok ? 'ok' : answer.problems[0]?.code))
  expect(await codes(crypto.randomUUID())).toEqual(['otherReader', 'otherReader'])
  // Their own gets as far as to the article, which is not there.
  expect(await codes(mary)).toEqual(['notFound', 'notFound'])
  await ask()
  expect(await codes(mary)).toEqual(['signInFirst', 'signInFirst'])
})
