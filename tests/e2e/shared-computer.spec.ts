import type { Page } from '@playwright/test'
import { newArticle, storedFlags } from '../support/journey'
import { press } from '../support/press'
import { cardOn, cardsOf, drag, openArticle, paletteOf, readyToFlag } from '../support/reading'
import { enter, expect, newPerson, test } from '../support/sign-in'

const disgrace = 'called it a disgrace'

/** What a browser keeps of the site, apart from what the framework does. */
const keptHere = (page: Page) =>
  page.evaluate(() => [...Object.entries(localStorage), ...Object.entries(sessionStorage)].filter(([name]) => name.startsWith('gloss')).map((pair) => pair.join(' ')))

async function signOut(page: Page): Promise<void> {
  await page.getByLabel('Account', { exact: true }).click()
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
}

async function beginNote(page: Page, words: string): Promise<void> {
  await drag(page, disgrace)
  await press(page, '2', 'n')
  await page.getByRole('textbox', { name: 'Note' }).fill(words)
}

test('who signs out is asked about a note that is not saved, can send it, and leaves nothing behind', async ({ page, context, signIn }) => {
  const ada = await signIn({ name: 'Ada' })
  const article = await newArticle(ada)
  await openArticle(page, article.slug)
  await beginNote(page, 'Ada thinks that this is unfair.')
  await expect.poll(() => storedFlags(article)).toHaveLength(1)
  await page.goto('/library')
  await signOut(page)
  const asked = page.getByRole('dialog', { name: 'Some of your work is only on this computer' })
  await expect(asked).toContainText('1 note not saved yet')
  await asked.getByRole('button', { name: 'Cancel' }).click()
  expect((await keptHere(page)).join()).toContain('Ada thinks')
  await page.getByRole('button', { name: 'Sign out', exact: true }).click()
  await asked.getByRole('button', { name: 'Send flags and notes' }).click()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  expect(await keptHere(page)).toEqual([])
  await page.goBack()
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()

  await enter(context, ada)
  await openArticle(page, article.slug)
  await expect(cardOn(page, disgrace)).toContainText('Ada thinks that this is unfair.')
})

test('the next person at a computer neither sees nor sends what the former left in it, who finds it again', async ({ page, context, signIn }) => {
  const ada = await signIn({ name: 'Ada' })
  const article = await newArticle(ada)
  await openArticle(page, article.slug)
  const stale = await context.newPage()
  await openArticle(stale, article.slug)
  await beginNote(page, 'Ada’s own words.')
  await expect.poll(() => storedFlags(article)).toHaveLength(1)
  // Ada goes without signing out; the session ends elsewhere, and Ben signs in.
  await page.goto('about:blank')
  const ben = await newPerson({ name: 'Ben' })
  await enter(context, ben)
  await openArticle(page, article.slug)
  await expect(page.getByText('Ada’s own words.')).toHaveCount(0)
  await expect(page.getByText('You started a note on this')).toHaveCount(0)
  await cardsOf(page).first().click()
  await expect(page.getByText('Ada’s own words.')).toHaveCount(0)

  // A window that still stands there as Ada’s sends nothing as Ben’s.
  await stale.bringToFront()
  await drag(stale, 'Who pays')
  await press(stale, 'a', 'Escape')
  await expect(cardOn(stale, 'Who pays').getByRole('alert')).toContainText('Somebody else is signed in')
  expect((await storedFlags(article)).map(([quote]) => quote)).toEqual([disgrace])
  await stale.close()

  await signOut(page)
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await enter(context, ada)
  await page.goto(`/articles/${article.slug}`)
  await readyToFlag(page)
  await expect(page.getByRole('button', { name: /^(Go on|Continue)$/ }).first()).toBeVisible()
  await expect(paletteOf(page)).toHaveCount(0)
})

test('Back after signing out shows nothing of the account', async ({ page, signIn }) => {
  const ada = await signIn({ name: 'Ada Private' })
  await page.goto('/settings')
  await expect(page.getByText(ada.email)).toBeVisible()
  await signOut(page)
  await expect(page.getByRole('link', { name: 'Sign in' })).toBeVisible()
  await page.goBack()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText(ada.email)).toHaveCount(0)
})
