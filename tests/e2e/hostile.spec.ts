import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import type { ContentFormat } from '@/lib/domain/article'
import { systemViewer } from '@/lib/domain/viewer'
import { makeToken } from '@/lib/server/tokens'
import { db } from '@/lib/server/db'
import { chunks, hasHostileLists, hostilePayloads, storable } from '../support/hostile'
import { newArticle, type Piece } from '../support/journey'
import { enter, expect, newPerson, test, type Person } from '../support/sign-in'

// Without the policy of the page: nothing may run because nothing is there, not because it is forbidden.
test.use({ bypassCSP: true })
test.setTimeout(240_000)

const payloads = hostilePayloads().filter(storable)
if (!hasHostileLists) console.log('hostile.spec: the lists of payloads are not beside this repository; a few of our own are tried instead.')

/** Watches a browser for anything that runs or is fetched from elsewhere. */
async function watched(context: BrowserContext, base: string) {
  const seen: string[] = []
  await context.addInitScript(() => {
    const note = (name: string) => () => void (document.documentElement.dataset.ran = `${document.documentElement.dataset.ran ?? ''} ${name}`)
    for (const name of ['alert', 'confirm', 'prompt', 'print', 'open'] as const) Object.assign(window, { [name]: note(name) })
  })
  context.on('page', (page) => {
    page.on('dialog', (dialog) => {
      seen.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
  })
  context.on('request', (request) => {
    const url = request.url()
    if (!url.startsWith(base) && !url.startsWith('file:') && !url.startsWith('data:image/')) seen.push(`request ${url}`)
  })
  return seen
}

/** What in a page could run, or lead out of it without being asked. */
const live = (page: Page) =>
  page.evaluate(() => {
    const found: string[] = []
    if (document.documentElement.dataset.ran) found.push(`ran${document.documentElement.dataset.ran}`)
    for (const element of document.querySelectorAll('*')) {
      const name = element.localName
      const own = element.closest('head') !== null || (element instanceof HTMLScriptElement && (element.nonce || element.src.startsWith(`${location.origin}/_next/`)))
      if (['script', 'base', 'meta', 'link', 'style'].includes(name) && !own) found.push(`<${name}>`)
      if (['iframe', 'object', 'embed', 'applet', 'frame', 'math', 'animate', 'foreignobject'].includes(name)) found.push(`<${name}>`)
      for (const { name: attribute, value } of element.attributes) {
        if (attribute.startsWith('on')) found.push(`${name}[${attribute}]`)
        // What a browser leaves out of an address before it looks at the scheme.
        const address = value.replace(/[\u0000-\u0020]/g, '').toLowerCase()
        if (['href', 'src', 'action', 'formaction', 'xlink:href', 'data'].includes(attribute) && /^(javascript|vbscript|data:text|data:image\/svg)/.test(address)) {
          found.push(`${name}[${attribute}=${value.slice(0, 40)}]`)
        }
      }
    }
    return found
  })

async function inert(page: Page, path: string, seen: string[]): Promise<void> {
  await page.goto(path)
  await staysInert(page, path, seen)
}

async function staysInert(page: Page, path: string, seen: string[]): Promise<void> {
  await page.waitForLoadState('networkidle')
  expect([path, await live(page), seen]).toEqual([path, [], []])
}

/**
 * Looks at page after page in a few windows: while one is waited for until it has asked for nothing for a while, the next
 * is opened. @param after the address that follows, from the page itself or from a list; null ends it. @returns how many
 */
async function allInert(context: BrowserContext, first: string | null, seen: string[], after: (page: Page) => Promise<string | null>): Promise<number> {
  const windows = await Promise.all(Array.from({ length: 4 }, () => context.newPage()))
  const looks: Promise<void>[] = []
  for (let path = first; path !== null; ) {
    const page = windows[looks.length % windows.length]!
    await looks.at(-windows.length)
    await page.goto(path)
    looks.push(staysInert(page, path, seen))
    path = await after(page)
  }
  await Promise.all(looks)
  await Promise.all(windows.map((page) => page.close()))
  return looks.length
}

/** One path after the other. */
const oneOf = (paths: string[]) => async () => paths.shift() ?? null

/** The address of the library's next page; null on the last. */
async function nextOf(page: Page): Promise<string | null> {
  const link = page.locator('a[rel=next]')
  return (await link.count()) > 0 ? link.getAttribute('href') : null
}

async function tokenFor(person: Person): Promise<string> {
  const made = await makeToken(systemViewer, person.id, { name: 'hostile', scope: 'write', days: 1 })
  if (!made.ok) throw new Error('No token for the test')
  return made.value.token
}

/** Sends an article through the door for programs; null where it is refused, which is as good. */
async function send(base: string, token: string, format: ContentFormat, body: string, title: string): Promise<string | null> {
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${base}/api/v1/articles`, { method: 'POST', headers, body: JSON.stringify({ title, byline: title, siteName: title, content: { format, body } }) })
  expect([201, 422]).toContain(answer.status)
  return answer.status === 201 ? ((await answer.json()) as { slug: string }).slug : null
}

for (const [format, size] of [['html', 120], ['markdown', 400], ['text', 2_000]] as const) {
  test(`as ${format} no payload runs in an article`, async ({ context, baseURL }) => {
    const base = baseURL ?? ''
    const token = await tokenFor(await newPerson())
    const seen = await watched(context, base)
    const made: string[] = []
    for (const [i, chunk] of chunks(payloads, size).entries()) {
      const slug = await send(base, token, format, chunk.join(format === 'text' ? '\n' : '\n\n'), `Payloads ${i} ${randomUUID().slice(0, 8)}`)
      if (slug) made.push(`/articles/${encodeURIComponent(slug)}`)
    }
    expect(made.length).toBeGreaterThan(0)
    const next = oneOf(made)
    await allInert(context, await next(), seen, next)
  })
}

test('in titles, bylines and sites no payload runs, in the library and in its article', async ({ context, baseURL }) => {
  const base = baseURL ?? ''
  const token = await tokenFor(await newPerson())
  const seen = await watched(context, base)
  const slugs: string[] = []
  // Every eighth: each title is an article of its own.
  for (const chunk of chunks(payloads.filter((_, i) => i % 8 === 0), 8)) {
    const sent = await Promise.all(chunk.map((payload) => send(base, token, 'text', 'Words.', payload.slice(0, 250))))
    slugs.push(...sent.filter((slug) => slug !== null))
  }
  expect(slugs.length).toBeGreaterThan(0)
  // Every page of the library, from this test's newest article to the oldest there is.
  const pages = await allInert(context, '/library', seen, nextOf)
  expect(pages).toBeGreaterThan(hasHostileLists ? 5 : 0)
  const next = oneOf(slugs.filter((_, i) => i % 12 === 0).map((slug) => `/articles/${encodeURIComponent(slug)}`))
  await allInert(context, await next(), seen, next)
})

/** An annotation that says a payload wherever one can say anything. */
const hostileAnnotation = (payload: string, source: string) => ({
  '@context': 'http://www.w3.org/ns/anno.jsonld',
  type: 'Annotation',
  creator: { type: 'Person', name: payload },
  rights: 'https://example.org/rights',
  body: [
    { type: 'TextualBody', purpose: 'commenting', format: 'text/html', value: payload },
    { type: 'TextualBody', purpose: 'tagging', value: payload },
    { type: 'TextualBody', purpose: 'describing', format: 'text/html', value: payload },
  ],
  target: { source, selector: { type: 'TextPositionSelector', start: 4, end: 18 } },
})

async function importInto(base: string, token: string, piece: Piece): Promise<number> {
  const source = `${base}/articles/${encodeURIComponent(piece.slug)}`
  const body = JSON.stringify(payloads.map((payload) => hostileAnnotation(payload, source)))
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' }
  const answer = await fetch(`${base}/api/v1/layers/${piece.layerId}/import?partial=true`, { method: 'POST', headers, body })
  const told = (await answer.json()) as { created: unknown[] | number }
  expect(answer.status).toBeLessThan(300)
  return Array.isArray(told.created) ? told.created.length : told.created
}

test('in notes, tags, foreign bodies, names of people and of sources no payload runs, read here or in a file taken home', async ({ page, context, baseURL }) => {
  const base = baseURL ?? ''
  const [owner, reader] = [await newPerson(), await newPerson()]
  const piece = await newArticle(owner)
  const made = await importInto(base, await tokenFor(owner), piece)
  expect(made).toBeGreaterThan(payloads.length / 2)
  // The names that people give themselves and their sources pass other doors; here they stand in the tables as they are.
  const rows = await db.annotation.findMany({ where: { layerId: piece.layerId }, select: { id: true }, orderBy: { id: 'asc' } })
  const named = rows.map(({ id }, i) => ({ id, words: payloads[i % payloads.length]!.replace(/[\p{Cc}\n]/gu, ' ').slice(0, 200) }))
  await db.$executeRaw`
    update "Annotation" a set "sourceName" = given.words from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given(id uuid, words text)
    where a.id = given.id and given.words <> ''`
  await db.$executeRaw`
    insert into "Evidence" ("annotationId", position, url, title)
    select id, 0, 'https://example.org/', words from jsonb_to_recordset(${JSON.stringify(named)}::jsonb) as given(id uuid, words text)
    on conflict do nothing`
  await db.user.update({ where: { id: owner.id }, data: { name: `"><img src=x onerror=alert(1)>` } })

  const seen = await watched(context, base)
  await enter(context, reader)
  await inert(page, `/articles/${encodeURIComponent(piece.slug)}`, seen)
  const list = page.locator('.reader-list')
  await expect(list.locator('.reader-card').first()).toBeVisible()
  for (let more = true; more; ) {
    more = await list.evaluate((box) => {
      const before = box.scrollTop
      box.scrollTop += box.clientHeight * 3
      return box.scrollTop > before
    })
    await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))))
  }
  expect([await live(page), seen]).toEqual([[], []])
  await inert(page, `/articles/${encodeURIComponent(piece.slug)}/summary`, seen)

  const file = await (await fetch(`${base}/api/v1/layers/${piece.layerId}/export?format=html`)).text()
  const path = test.info().outputPath('taken-home.html')
  await (await import('node:fs/promises')).writeFile(path, file)
  await page.goto(`file://${path}`)
  // A file of its own may bring its own style, in its own head.
  expect([await live(page), seen]).toEqual([[], []])
})
