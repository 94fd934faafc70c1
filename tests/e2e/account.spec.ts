import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { linkSentTo } from '../support/letters'
import { enter, expect, newPerson, test } from '../support/sign-in'

async function signIn(page: Page, email: string, password: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
}

/** The name of who is signed in, as the menu says it; opens the menu. */
async function expectSignedInAs(page: Page, name: string): Promise<void> {
  await page.getByLabel('Account', { exact: true }).click()
  await expect(page.getByText(`Signed in as ${name}`)).toBeVisible()
}

test('somebody new signs up, signs out and signs in again', async ({ page }) => {
  const [email, password] = [`${randomUUID()}@Example.org`, 'four quiet ferries']
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill('Mei 林')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expectSignedInAs(page, 'Mei 林')
  await page.getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goto('/settings')
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await signIn(page, email.toLowerCase(), password)
  await expectSignedInAs(page, 'Mei 林')
})

test('signing up says what is wrong, field by field, and keeps what was typed', async ({ page }) => {
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill('Kai')
  await page.getByLabel('E-mail').fill('kai@nowhere')
  await page.getByLabel('Password', { exact: true }).fill('short')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByLabel('E-mail')).toHaveAccessibleDescription(/This is not an e-mail address\./)
  await expect(page.getByLabel('E-mail')).toBeFocused()
  await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(/too short: at least 10 characters/)
  await expect(page.getByLabel('Name', { exact: true })).toHaveValue('Kai')
  await expect(page.getByLabel('E-mail')).toHaveValue('kai@nowhere')
})

test('a wrong password and an unknown address get the same sentence', async ({ page }) => {
  const { email } = await newPerson()
  const sentence = 'E-mail and password do not match an account. Check both and try again.'
  await signIn(page, email, 'not the right one')
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
  await signIn(page, `${randomUUID()}@example.org`, 'not the right one')
  await expect(page.getByRole('alert').filter({ hasText: sentence })).toBeVisible()
})

test('a forgotten password is replaced by a link that works once', async ({ page, browser }) => {
  const person = await newPerson()
  await page.goto('/sign-in')
  await page.getByRole('link', { name: 'Forgot your password?' }).click()
  await expect(page.getByRole('heading', { name: 'Forgot your password?' })).toBeVisible()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('If the address has an account, a link is on its way to it.')).toBeVisible()
  const link = await linkSentTo(person.email, 'A new password')
  await page.goto(link)
  await page.getByLabel('New password').fill('a lamp on the pier')
  await page.getByRole('button', { name: 'Save the password' }).click()
  await expectSignedInAs(page, person.name)

  const elsewhere = await (await browser.newContext()).newPage()
  await elsewhere.goto(link)
  await elsewhere.getByLabel('New password').fill('another lamp elsewhere')
  await elsewhere.getByRole('button', { name: 'Save the password' }).click()
  await expect(elsewhere.getByText('This link has expired or was used already. Ask for a new one.')).toBeVisible()
  await signIn(elsewhere, person.email, person.password)
  await expect(elsewhere.getByText('E-mail and password do not match an account.')).toBeVisible()
  await signIn(elsewhere, person.email, 'a lamp on the pier')
  await expectSignedInAs(elsewhere, person.name)
  await elsewhere.context().close()
})

test('asking for a link says the same where the address has no account', async ({ page }) => {
  await page.goto('/forgot-password')
  await page.getByLabel('E-mail').fill(`${randomUUID()}@example.org`)
  await page.getByRole('button', { name: 'Send the link' }).click()
  await expect(page.getByText('If the address has an account, a link is on its way to it.')).toBeVisible()
})

test('an address is confirmed by the link of the first letter', async ({ page }) => {
  const email = `${randomUUID()}@example.org`
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill('Ola')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill('seven slow harbours')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expectSignedInAs(page, 'Ola')
  await page.goto(await linkSentTo(email, 'Confirm'))
  await page.getByRole('button', { name: 'Confirm the address' }).click()
  await expect(page.getByText('Thank you: the address is confirmed.')).toBeVisible()
  await page.goto('/settings')
  await expect(page.getByText(`${email} · confirmed`)).toBeVisible()
})

test('a new password ends the sessions of other browsers at once', async ({ page, context, browser }) => {
  const person = await newPerson()
  await enter(context, person)
  const other = await browser.newContext()
  await enter(other, person)
  const elsewhere = await other.newPage()
  await elsewhere.goto('/settings')
  await expect(elsewhere.getByRole('heading', { name: 'Settings' })).toBeVisible()

  await page.goto('/settings')
  await page.getByLabel('Current password').fill(person.password)
  await page.getByLabel('New password').fill('the tide table of May')
  await page.getByRole('button', { name: 'Change the password' }).click()
  await expect(page.getByText('The password is changed. One other session was ended.')).toBeVisible()
  await elsewhere.reload()
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  await other.close()
})

test('one signs out another browser from the settings', async ({ page, context, browser }) => {
  const person = await newPerson()
  await enter(context, person)
  const other = await browser.newContext()
  await enter(other, person)
  await page.goto('/settings')
  await page.getByRole('button', { name: 'Sign out everywhere else' }).click()
  await expect(page.getByText('One other session was ended.')).toBeVisible()
  const elsewhere = await other.newPage()
  await elsewhere.goto('/settings')
  await expect(elsewhere).toHaveURL(/\/sign-in/)
  await other.close()
})

test('the language chosen in the menu is remembered, in this browser and with the account', async ({ page, context, browser }) => {
  const person = await newPerson()
  await enter(context, person)
  await page.goto('/library')
  await page.getByLabel('Account', { exact: true }).click()
  await page.getByRole('button', { name: '繁體中文' }).click()
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await page.goto('/settings')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('設定')

  const other = await browser.newContext({ locale: 'en-US' })
  await enter(other, person)
  const elsewhere = await other.newPage()
  await elsewhere.goto('/settings')
  await expect(elsewhere.getByRole('heading', { level: 1 })).toHaveText('設定')
  await other.close()
})

test('the address chooses the language, and the browser’s wish does where nothing else is said', async ({ page, browser }) => {
  await page.goto('/library?lang=zh-Hant')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('文庫')
  await page.goto('/sign-in')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')
  await page.goto('/library?lang=nonsense')
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-Hant')

  const mainland = await browser.newContext({ locale: 'zh-CN' })
  const other = await mainland.newPage()
  await other.goto('/')
  await expect(other.locator('html')).toHaveAttribute('lang', 'zh-Hans')
  await mainland.close()
})

test('light or dark is remembered', async ({ page }) => {
  await page.goto('/')
  const ink = () => page.evaluate(() => getComputedStyle(document.body).color)
  const before = await ink()
  await page.getByLabel('Account', { exact: true }).click()
  await page.getByRole('button', { name: 'Dark' }).click()
  await expect.poll(ink).not.toBe(before)
  await page.goto('/library')
  expect(await ink()).not.toBe(before)
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('signing in works, and says what is wrong', async ({ page }) => {
    const person = await newPerson()
    await signIn(page, person.email, 'not the right one')
    await expect(page.getByText('E-mail and password do not match an account.')).toBeVisible()
    await signIn(page, person.email, person.password)
    await expect(page.getByText(`Signed in as ${person.name}`)).toBeAttached()
    await page.goto('/settings')
    await expect(page.getByRole('heading', { name: 'Settings' })).toBeVisible()
  })
})

test('somebody signed out sends no more than a form holds, whatever way it is sent', async ({ baseURL }) => {
  const marks = new TextEncoder().encode(`email=${'\u0301\u0323'.repeat(100_000)}`)
  const chunks = new ReadableStream<Uint8Array>({
    start: (controller) => {
      for (let at = 0; at < marks.length; at += 16_384) controller.enqueue(marks.subarray(at, at + 16_384))
      controller.close()
    },
  })
  const send = (path: string, body: BodyInit) =>
    fetch(new URL(path, baseURL), { method: 'POST', body, redirect: 'manual', headers: { 'content-type': 'application/x-www-form-urlencoded' }, ...(body instanceof ReadableStream && { duplex: 'half' }) } as RequestInit)
  for (const path of ['/sign-in', '/library', '/api/auth/signin/oidc']) expect((await send(path, marks)).status).toBe(413)
  expect((await send('/sign-up', chunks)).status).toBe(413)
  const small = new FormData()
  small.set('email', 'a@example.org')
  expect((await fetch(new URL('/sign-in', baseURL), { method: 'POST', body: small })).status).toBeLessThan(500)
})
