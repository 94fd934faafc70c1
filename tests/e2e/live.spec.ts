import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { createArticle } from '@/lib/server/articles'
import { saveRevision } from '@/lib/server/revisions'
import { press } from '../support/press'
import { expect, test, type Person } from '../support/sign-in'

// Several pages each, and two servers beside whatever else the machine does.
test.describe.configure({ timeout: 180_000 })

const words = ['The bridge is safe.', 'Nobody believes the office.', 'Repairs begin on Monday.']
const viewerOf = ({ id, name }: Person) => ({ kind: 'user' as const, id, name, role: 'member' as const })

async function article(owner: Person) {
  const title = `Bridge ${randomUUID()}`
  const details = { title, byline: null, siteName: null, sourceUrl: null, language: 'en', publishedAt: null, visibility: 'public' as const }
  const made = await createArticle(viewerOf(owner), { details, content: { format: 'markdown', body: words.join('\n\n') } })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return { ...made.value, path: `/articles/${made.value.slug}` }
}

/** Opens the reader and waits until it follows what others do. */
async function read(page: Page, address: string) {
  const stream = page.waitForResponse((response) => response.url().includes('/events?after='))
  await page.goto(address)
  expect((await stream).status()).toBe(200)
}

const text = (page: Page) => page.getByRole('article', { name: 'Text of the article' })
const margin = (page: Page) => page.getByRole('complementary', { name: 'Flags' })
const cards = (page: Page) => margin(page).getByRole('button', { name: /show it in the text$/ })
const news = (page: Page, count: number) => margin(page).getByRole('status').getByRole('button', { name: `${count} new` })

/** Flags a whole paragraph, as a reader at the keyboard does. */
async function flag(page: Page, index: number) {
  await text(page).locator('p').nth(index).click({ clickCount: 3 })
  await page.getByRole('button', { name: 'Opinion', exact: true }).click()
  await press(page, 'Escape')
}

test('two readers, through two processes: flags arrive quietly, once, also over a lost connection', async ({ page, browser, signIn }) => {
  const ada = await signIn({ name: 'Ada' })
  const { path } = await article(ada)
  await read(page, path)
  const other = await (await browser.newContext({ baseURL: process.env.E2E_BASE_URL2 })).newPage()
  await read(other, path)
  await expect(margin(other)).toContainText('1 other is reading')
  await expect(margin(page)).toContainText('1 other is reading')

  await test.step('a flag waits until it is asked for, and moves nothing', async () => {
    await other.setViewportSize({ width: 1300, height: 400 })
    await other.evaluate(() => window.scrollTo(0, 90))
    const before = await text(other).boundingBox()
    await flag(page, 0)
    await expect(cards(page)).toHaveCount(1)
    await expect(news(other, 1)).toBeVisible()
    await expect(cards(other)).toHaveCount(0)
    await news(other, 1).press('Enter')
    await expect(cards(other)).toHaveCount(1)
    expect(await text(other).boundingBox()).toEqual(before)
    await expect(news(other, 1)).toBeHidden()
    // The writer heard the echo of it by now, too.
    await expect(cards(page)).toHaveCount(1)
    await expect(news(page, 1)).toBeHidden()
  })

  await test.step('one made while the reader was away is there once when it is back', async () => {
    await other.context().setOffline(true)
    await expect(margin(other)).toContainText('No connection.')
    await flag(page, 1)
    await expect(cards(page)).toHaveCount(2)
    await other.context().setOffline(false)
    await expect(news(other, 1)).toBeVisible()
    await expect(margin(other)).not.toContainText('No connection.')
    await news(other, 1).click()
    await expect(cards(other)).toHaveCount(2)
  })

  await test.step('one made without a connection is kept over a reload, shown as unsent, and sent once', async () => {
    await page.context().setOffline(true)
    await flag(page, 2)
    await expect(margin(page)).toContainText('Not saved yet; kept in this browser.')
    await page.context().setOffline(false)
    await expect(margin(page)).not.toContainText('Not saved yet')
    await expect(news(other, 1)).toBeVisible()
    await news(other, 1).click()
    await expect(cards(other)).toHaveCount(3)
    await expect(cards(page)).toHaveCount(3)
    await page.reload()
    await expect(cards(page)).toHaveCount(3)
  })

  await test.step('a deletion takes the card away at once', async () => {
    await cards(page).first().click()
    await margin(page).getByRole('button', { name: 'Delete', exact: true }).click()
    await expect(cards(other)).toHaveCount(2)
  })
})

test('a text saved anew while it is read is offered, not thrust upon its reader', async ({ page, browser, signIn }) => {
  const ada = await signIn({ name: 'Ada' })
  const { id, path } = await article(ada)
  const other = await (await browser.newContext({ baseURL: process.env.E2E_BASE_URL2 })).newPage()
  await read(other, path)
  const paragraphs = [...words, 'It was said again.'].map((sentence) => ({ type: 'paragraph', content: [{ type: 'text', text: sentence }] }))
  const saved = await saveRevision(viewerOf(ada), id, { baseRevision: 1, document: { type: 'doc', content: paragraphs } })
  expect(saved.ok).toBe(true)
  await expect(other.getByText('A newer version was saved.')).toBeVisible()
  await expect(text(other)).not.toContainText('It was said again.')
  await other.getByRole('button', { name: 'Reload' }).click()
  await expect(text(other)).toContainText('It was said again.')
  await read(page, path)
  await expect(text(page)).toContainText('It was said again.')
})

test('a flag made offline survives a closed page', async ({ page, signIn }) => {
  const ada = await signIn({ name: 'Ada' })
  const { path } = await article(ada)
  await read(page, path)
  await page.context().route('**/articles/**', (route) => (route.request().method() === 'POST' ? route.abort() : route.continue()))
  await flag(page, 1)
  await expect(margin(page)).toContainText('Not saved yet; kept in this browser.')
  await page.context().unroute('**/articles/**')
  await page.reload()
  await expect(cards(page)).toHaveCount(1)
  await expect(margin(page)).not.toContainText('Not saved yet')
  await page.reload()
  await expect(cards(page)).toHaveCount(1)
})
