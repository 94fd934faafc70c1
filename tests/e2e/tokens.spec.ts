import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { press } from '../support/press'
import { expect, test } from '../support/sign-in'

const tokenOn = (page: Page) => page.getByLabel('Token', { exact: true })
const article = { title: 'Sent by a program', content: { format: 'text', body: 'The harbour office said so.' } }

// Only so that axe can be put into the page.
test.use({ bypassCSP: true, reducedMotion: 'reduce' })

test('a token is made, used by a program, and worth nothing once it is revoked', async ({ page, context, signIn, playwright, baseURL }) => {
  await signIn()
  await context.grantPermissions(['clipboard-read', 'clipboard-write'])
  await page.goto('/settings')
  await expect(page.getByRole('radio')).toHaveCount(2)
  await page.getByRole('button', { name: 'Make the token' }).click()
  await expect(page.getByRole('form', { name: 'A new token' }).getByLabel('Name')).toHaveAccessibleDescription(/Required\./)
  await page.getByRole('form', { name: 'A new token' }).getByLabel('Name').fill('My notebook')
  await page.getByRole('radio', { name: /^Read and write/ }).check()
  await page.getByLabel('Good for').selectOption({ label: '30 days' })
  await page.getByRole('button', { name: 'Make the token' }).click()

  await expect(page.getByRole('group', { name: 'Your new token: My notebook' })).toBeFocused()
  const token = await tokenOn(page).inputValue()
  expect(token).toMatch(/^gloss_[\w-]{43}$/)
  await page.getByRole('button', { name: 'Copy' }).click()
  await expect(page.getByText('Copied.')).toBeVisible()
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(token)
  await expectAccessible(page)
  const entry = page.getByRole('listitem').filter({ hasText: 'My notebook' })
  await expect(entry).toContainText('Read and write')
  await expect(entry).toContainText('never used')
  await page.getByRole('button', { name: 'I’ve saved it' }).click()
  await expect(tokenOn(page)).toHaveCount(0)

  const program = await playwright.request.newContext({ ...(baseURL && { baseURL }), extraHTTPHeaders: { authorization: `Bearer ${token}` } })
  const made = await program.post('/api/v1/articles', { data: article })
  expect(made.status()).toBe(201)
  expect(made.headers().ratelimit).toMatch(/^"minute";r=\d+;t=\d+$/)
  const { slug } = (await made.json()) as { slug: string }
  await page.goto(`/articles/${slug}`)
  await expect(page.getByRole('heading', { name: article.title })).toBeVisible()

  await page.goto('/settings')
  await expect(entry).toContainText('used within the last minute')
  expect(await page.content()).not.toContain(token)
  await page.getByRole('button', { name: 'Revoke My notebook' }).click()
  await expect(page.getByRole('dialog', { name: 'Revoke this token?' })).toBeVisible()
  await expectAccessible(page)
  await press(page, 'Escape')
  await expect(entry).toBeVisible()
  await page.getByRole('button', { name: 'Revoke My notebook' }).click()
  await page.getByRole('button', { name: 'Revoke the token' }).click()
  await expect(entry).toHaveCount(0)
  expect((await program.post('/api/v1/articles', { data: article })).status()).toBe(401)
  expect((await program.get('/api/v1/articles')).status()).toBe(401)
  await program.dispose()
})

test('a page of another site cannot write with the cookie of somebody who is signed in here', async ({ page, signIn }) => {
  await signIn()
  await page.goto('/settings')
  const own = await page.evaluate((data) => fetch('/api/v1/articles', { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(data) }).then(({ status }) => status), article)
  expect(own).toBe(201)
  const other = await page.request.post('/api/v1/articles', { data: article, headers: { origin: 'https://evil.example' } })
  expect(other.status()).toBe(403)
})

for (const [width, scheme, lang] of [[1280, 'light', 'en'], [390, 'dark', 'zh-Hant']] as const)
  test(`the developers’ page is found, readable and as wide as its window: ${width}, ${scheme}, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(`/?lang=${lang}`)
    await page.getByRole('contentinfo').getByRole('link').click()
    await expect(page).toHaveURL(/\/developers$/)
    await expect(page.locator('html')).toHaveAttribute('lang', lang)
    await page.getByText('Create an article').click()
    await expect(page.locator('#createArticle').getByText('content.body')).toBeVisible()
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  })
