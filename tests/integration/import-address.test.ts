import { afterAll, describe, expect, test } from 'vitest'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { db, pool } from '@/lib/server/db'
import { fetchLimits, fetchPage } from '@/lib/server/fetch/fetch-page'
import { createImportedArticle, readOrigin, readOriginal } from '@/lib/server/imported-articles'
import { cancelImport, importAddress, importFile, readImport } from '@/lib/server/imports'
import { readArticle } from '@/lib/server/articles'
import { removeImports } from '@/lib/server/jobs/remove-imports'
import { startJobs } from '@/lib/server/jobs/run'
import { reader } from '../support/flagged-article'
import { madeDocx, paragraph } from '../support/made-docx'
import { column, madePdf } from '../support/made-pdf'
import { big5Text, gbkText, newsPage, startMisbehavingServer } from '../support/misbehaving-server'

const server = await startMisbehavingServer()
process.env.IMPORT_ALLOW_HOSTS = server.host
const [ida, ben] = [await reader('Ida'), await reader('Ben')]
let stopJobs = startJobs()
afterAll(async () => {
  await stopJobs()
  await server.stop()
})

const patient = 60_000
async function begun(path: string) {
  const made = await importAddress(ida, server.at(path))
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.id
}
async function until(id: string, there: (state: string) => boolean) {
  for (;;) {
    const seen = await readImport(ida, id)
    if (!seen) throw new Error('The import is gone')
    if (there(seen.state)) return seen
    await new Promise((go) => setTimeout(go, 50))
  }
}
const done = async (id: string) => until(id, (state) => !['waiting', 'fetching', 'reading'].includes(state))
const imported = async (path: string) => done(await begun(path))

describe('fetching', () => {
  const limits = { ...fetchLimits, silence: 700, total: 1_500, connect: 700 }
  const signal = new AbortController().signal
  const fetched = (path: string) => fetchPage(server.at(path), { signal, limits })
  test.each(['/story', '/gzip', '/brotli', '/deflate', '/raw-deflate', '/packed-twice', '/once', '/permanently', '/far'])('%s comes whole', async (path) => {
    const answer = await fetched(path)
    expect(answer.ok && Buffer.from(answer.value.bytes).toString()).toContain('who did not want to be named')
    expect(answer.ok && answer.value.finalAddress).toMatch(/\/(story|gzip|brotli|deflate|raw-deflate|packed-twice)$/)
  })
  test.each([
    ['/unknown-packing', 'fetchFailed'], ['/broken-packing', 'fetchFailed'], ['/bomb', 'fetchTooLarge'], ['/bomb-in-bomb', 'fetchTooLarge'],
    ['/missing', 'fetchStatus'], ['/broken', 'fetchStatus'], ['/silent', 'fetchTooSlow'], ['/slow', 'fetchTooSlow'], ['/endless', 'fetchTooLarge'],
    ['/says-huge', 'fetchTooLarge'], ['/says-more', 'fetchFailed'], ['/no-http', 'fetchFailed'], ['/hangs-up', 'fetchFailed'], ['/loop', 'fetchTooManyRedirects'],
    ['/inward', 'addressPrivate'], ['/to-metadata', 'addressPrivate'], ['/to-file', 'addressScheme'], ['/to-mapped', 'addressPrivate'], ['/nowhere', 'fetchFailed'],
  ])('%s is refused: %s', async (path, code) => {
    const answer = await fetched(path)
    expect(answer.ok ? 'fetched' : answer.problems[0]?.code).toBe(code)
  })
  test('a name that a redirect leads to is looked at as the first one was', async () => {
    const resolve = async (name: string) => [{ address: name === 'inside.example' ? '10.0.0.7' : '127.0.0.1', family: 4 }]
    const answer = await fetchPage(server.at('/inward-by-name'), { signal, limits, resolve })
    expect(answer.ok ? 'fetched' : answer.problems[0]?.code).toBe('addressPrivate')
  })
  test('a name is resolved once, and the socket opened to that address', async () => {
    const port = server.host.split(':')[1]
    let asked = 0
    // Asked a second time, the name would lead elsewhere.
    const resolve = async () => [{ address: (asked += 1) === 1 ? '127.0.0.1' : '127.0.0.2', family: 4 }]
    const answer = await fetchPage(`http://news.example:${port}/story`, { signal, limits, resolve, allowed: [`news.example:${port}`] })
    expect([answer.ok, asked]).toEqual([true, 1])
    expect(server.asked.at(-1)?.headers.host).toBe(`news.example:${port}`)
  })
  test('a page that says it is shorter is read as far as it says', async () => {
    const answer = await fetched('/says-less')
    expect(answer.ok && answer.value.bytes.length).toBe(20)
  })
  test('a name that is never resolved takes no longer than the rest', async () => {
    const answer = await fetchPage(server.at('/story'), { signal, limits, resolve: () => new Promise(() => {}) })
    expect(answer.ok ? 'fetched' : answer.problems[0]?.code).toBe('fetchTooSlow')
  })
  test('says who asks, and sends no cookie', async () => {
    await fetched('/story')
    const { headers } = server.asked.at(-1)!
    expect(headers['user-agent']).toContain('Gloss')
    expect([headers.cookie, headers.referer, headers.authorization]).toEqual([undefined, undefined, undefined])
  })
  test('stops when it is told to', async () => {
    const stop = new AbortController()
    setTimeout(() => stop.abort(new Error('enough')), 100)
    await expect(fetchPage(server.at('/endless'), { signal: stop.signal, limits: { ...limits, bytes: Infinity } })).rejects.toThrow('enough')
  })
})

test('an article comes with what its page says of it, and becomes one', async () => {
  const seen = await imported('/once')
  expect(seen).toMatchObject({ state: 'ready', problem: null, address: server.at('/once'), file: null, slug: null })
  expect(seen.result?.details).toEqual({
    title: 'The harbour is closed', byline: 'Jane Doe', siteName: 'Harbour News', sourceUrl: server.at('/story'), language: 'en', publishedAt: '2026-03-04',
  })
  const text = canonicalText(seen.result!.document)
  expect(text).toContain('said the harbour master')
  expect(text).not.toContain('Sport')
  const input = { importId: seen.id, details: { ...seen.result!.details, visibility: 'public' as const }, document: seen.result!.document }
  const made = await createImportedArticle(ida, input)
  // The answer was lost and the form sent again, twice at once.
  const again = await Promise.all([createImportedArticle(ida, input), createImportedArticle(ida, input)])
  expect(again).toEqual([made, made])
  if (!made.ok) throw new Error('refused')
  const article = await readArticle(ben, made.value.slug)
  expect(article).toMatchObject({ title: 'The harbour is closed', sourceUrl: server.at('/story'), ownerId: ida.id })
  expect(await readOrigin(ben, article!)).toMatchObject({ importId: seen.id, address: server.at('/story'), file: null })
  const original = await readOriginal(ida, seen.id)
  expect([original?.name, original?.text]).toEqual(['127.0.0.1.html.txt', true])
  expect(Buffer.from(original!.bytes).toString()).toContain('<footer>')
  expect(await readOriginal(ben, seen.id)).toBeNull()
  expect((await readImport(ida, seen.id))?.slug).toBe(made.value.slug)
}, patient)

test('nobody reads, cancels or uses the import of somebody else', async () => {
  const seen = await imported('/story')
  expect(await readImport(ben, seen.id)).toBeNull()
  await cancelImport(ben, seen.id)
  expect((await readImport(ida, seen.id))?.state).toBe('ready')
  const input = { importId: seen.id, details: { ...seen.result!.details, visibility: 'public' as const }, document: seen.result!.document }
  expect(await createImportedArticle(ben, input)).toMatchObject({ ok: false, problems: [{ code: 'notFound' }] })
  expect(await importAddress({ kind: 'signed-out' }, 'https://news.example/')).toMatchObject({ problems: [{ code: 'signInFirst' }] })
}, patient)

test.concurrent.each([
  ['/gbk-header', gbkText, 'zh-Hans'], ['/gbk-meta', gbkText, 'zh-Hans'], ['/gbk-wrong-header', gbkText, 'zh-Hans'], ['/gbk-latin-header', gbkText, 'zh-Hans'],
  ['/gbk-unlabelled', gbkText, 'zh-Hans'], ['/gbk-nonsense-label', gbkText, 'zh-Hans'], ['/big5-header', big5Text, 'zh-Hant'], ['/big5-meta', big5Text, 'zh-Hant'],
  ['/big5-wrong-meta', big5Text, 'zh-Hant'], ['/big5-unlabelled', big5Text, 'zh-Hant'], ['/utf8-called-latin', 'Ein schöner Tag', 'de'], ['/utf16', 'The harbour was closed', 'en'],
  ['/plain', 'The harbour was closed', 'en'],
])('%s is read in its own characters', async (path, words, language) => {
  const { result, problem } = await imported(path)
  expect(problem).toBeNull()
  expect(canonicalText(result!.document)).toContain(words)
  expect(result?.details.language).toBe(language)
}, patient)

test.concurrent.each([
  ['/empty', 'pageWithoutText'], ['/nothing', 'fetchKind'], ['/shell', 'pageWithoutText'], ['/picture', 'fetchKind'], ['/picture-called-html', 'fetchKind'], ['/json', 'fetchKind'],
  ['/missing', 'fetchStatus'], ['/inward', 'addressPrivate'], ['/hangs-up', 'fetchFailed'],
])('%s fails with a sentence: %s', async (path, code) => {
  const seen = await imported(path)
  expect([seen.state, seen.problem?.code]).toEqual(['failed', code])
}, patient)

test('a Word file and a PDF come by address as by upload', async () => {
  const docx = madeDocx(paragraph('Storm at sea', 'Title') + paragraph('The ships waited outside.'))
  const pdf = madePdf([column(['The ships that were on their way to the harbour waited outside for the', 'whole of the night.'])])
  server.serve('/a.docx', docx, 'application/octet-stream')
  server.serve('/a.pdf', pdf, 'application/pdf')
  const [byAddress, pdfByAddress] = [await imported('/a.docx'), await imported('/a.pdf')]
  expect(byAddress.result?.details).toMatchObject({ title: 'Storm at sea', sourceUrl: server.at('/a.docx'), siteName: '127.0.0.1' })
  expect(canonicalText(pdfByAddress.result!.document)).toBe('The ships that were on their way to the harbour waited outside for the whole of the night.')
  const uploaded = await importFile(ida, new File([new Uint8Array(docx)], 'A “storm”.docx'))
  if (!uploaded.ok) throw new Error('refused')
  const seen = await done(uploaded.value.id)
  expect(seen).toMatchObject({ state: 'ready', file: 'A “storm”.docx', address: '', result: { details: { title: 'Storm at sea', sourceUrl: null } } })
  expect(await readOriginal(ida, seen.id)).toMatchObject({ name: 'A “storm”.docx', text: false })
  for (const [bytes, name, code] of [['no PDF', 'a.pdf', 'fileDamaged'], ['x'.repeat(5_000_001), 'a.docx', 'fileTooLarge']] as const) {
    expect(await importFile(ida, new File([bytes], name))).toMatchObject({ problems: [{ code, path: 'content.body' }] })
  }
}, patient)

test.each(['http://127.0.0.1/', 'ftp://x.example/', 'http://localhost/', 'https://a:b@news.example/', ' ', 'http://[::1]:80/'])('“%s” is refused at once', async (address) => {
  expect(await importAddress(ida, address)).toMatchObject({ ok: false, problems: [{ path: 'address' }] })
})

test('progress is told, and a cancelled import ends within a second', async () => {
  const id = await begun('/endless-page')
  expect((await done(id)).problem?.code).toBe('fetchStatus')
  const slow = await begun('/slow')
  await until(slow, (state) => state === 'fetching')
  await expect.poll(async () => (await readImport(ida, slow))?.received, { timeout: 5_000 }).toBeGreaterThan(3)
  const open = () => server.asked.filter(({ url, socket }) => url === '/slow' && !socket.destroyed).length
  const before = open()
  await cancelImport(ida, slow)
  await expect.poll(open, { timeout: 1_000, interval: 20 }).toBe(before - 1)
  expect((await readImport(ida, slow))?.state).toBe('cancelled')
  await cancelImport(ida, slow)
}, patient)

test('a process that ends in the middle gives its import back, and another finishes it', async () => {
  let asked = 0
  const id = await begun('/slow')
  await until(id, (state) => state === 'fetching')
  await stopJobs()
  expect((await readImport(ida, id))?.state).toBe('fetching')
  // What was slow is not any more.
  server.serve('/slow', newsPage('The harbour was closed on Tuesday, said the harbour master, because the wind was too strong.'), 'text/html')
  stopJobs = startJobs()
  expect((await done(id)).state).toBe('ready')
  asked = server.asked.filter(({ url }) => url === '/slow').length
  expect(asked).toBeGreaterThan(1)
}, patient)

test('an import that nothing moves any more has failed', async () => {
  const row = await db.articleImport.create({ data: { ownerId: ida.id, address: 'https://news.example/', state: 'reading', updatedAt: new Date(Date.now() - 6 * 60_000) } })
  expect(await readImport(ida, row.id)).toMatchObject({ state: 'failed', problem: { code: 'importInterrupted' } })
})

test('an import and its job are written together or not at all', async () => {
  const jobs = async () => Number((await pool.query(`select count(*) from pgboss.job where name = 'import-article'`)).rows[0].count)
  const before = await jobs()
  const nobody = { ...ida, id: crypto.randomUUID() }
  await expect(importAddress(nobody, server.at('/story'))).rejects.toThrow()
  expect(await jobs()).toBe(before)
})

test('what never became an article is removed after a day', async () => {
  const day = 25 * 60 * 60_000
  const old = await db.articleImport.create({ data: { ownerId: ida.id, address: 'https://news.example/', createdAt: new Date(Date.now() - day) } })
  const young = await db.articleImport.create({ data: { ownerId: ida.id, address: 'https://news.example/' } })
  await removeImports()
  expect(await db.articleImport.findMany({ where: { id: { in: [old.id, young.id] } }, select: { id: true } })).toEqual([{ id: young.id }])
  expect(await db.articleImport.count({ where: { articleId: { not: null } } })).toBeGreaterThan(0)
})
