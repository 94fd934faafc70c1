import { newArticle, newFlag, onlyFlag, storedFlags, titled } from '../support/journey'
import { press } from '../support/press'
import { cardOn, cardsOf, drag, expectQuote, labelIn, marginOf, openArticle, paletteOf, readyToFlag, textOf } from '../support/reading'
import { enter, expect, newPerson, test } from '../support/sign-in'

const disgrace = 'called it a disgrace'

test('a flag made after one’s session was ended is kept until one is signed in again', async ({ page, context, signIn }) => {
  const person = await signIn()
  const article = await newArticle(person)
  await openArticle(page, article.slug)
  await context.clearCookies()
  await drag(page, disgrace)
  await press(page, '2', 'Escape')
  await expect(cardOn(page, disgrace).getByRole('alert')).toContainText('Sign in first.')
  expect(await storedFlags(article)).toEqual([])
  await enter(context, person)
  await page.reload()
  await readyToFlag(page)
  await expect(cardsOf(page)).toHaveCount(1)
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'opinion']])
})

test('somebody without an account signs up on the way and is back with the selection', async ({ page }) => {
  const article = await newArticle(await newPerson())
  await openArticle(page, article.slug)
  await drag(page, disgrace)
  await paletteOf(page).getByRole('link', { name: 'Sign in to flag' }).click()
  await page.getByRole('link', { name: 'Create an account' }).click()
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
  await page.getByLabel('Name', { exact: true }).fill('Noa Newcomer')
  await page.getByLabel('E-mail').fill(`${titled('noa').replace(' ', '-')}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('tram stops before noon')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await readyToFlag(page)
  await expectQuote(page, disgrace)
  await labelIn(page, 'Opinion').click()
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'opinion']])
})

test('two windows that change the same flag do not overwrite each other unseen', async ({ page, context, signIn }) => {
  const owner = await signIn()
  const article = await newArticle(owner)
  await newFlag(owner, article, disgrace, ['statement:opinion'])
  const second = await context.newPage()
  // One that hears nothing of what others do: else it would show the first window's change at once.
  await second.route('**/events*', (route) => route.abort())
  for (const window of [page, second]) {
    await openArticle(window, article.slug)
    await cardsOf(window).click()
    await cardOn(window, disgrace).getByRole('button', { name: 'Edit' }).click()
    await expect(paletteOf(window)).toBeFocused()
  }
  await page.bringToFront()
  await press(page, 'a')
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'loaded-language', 'opinion']])
  await second.bringToFront()
  await press(second, 'k', 'Escape')
  const alert = cardOn(second, disgrace).getByRole('alert')
  await expect(alert).toContainText('Somebody saved a newer version in the meantime.')
  await alert.getByRole('button', { name: 'Try again' }).click()
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'doubt', 'opinion']])
  await expect(alert).toBeHidden()
})

test('an edit of the text survives a lost connection and a closed page', async ({ page, context, signIn }) => {
  const article = await newArticle(await signIn())
  await page.goto(`/articles/${article.slug}/edit`)
  const editor = page.getByRole('textbox', { name: 'Text', exact: true })
  await editor.click()
  await context.setOffline(true)
  await press(page, 'Control+Home')
  await page.keyboard.type('Written in a tunnel. ')
  await expect(page.getByRole('status').filter({ hasText: 'Kept in this browser only' })).toBeVisible()
  await page.goto('about:blank')
  await context.setOffline(false)
  await page.goto(`/articles/${article.slug}/edit`)
  await expect(editor).toContainText('Written in a tunnel. The harbour')
  await expect(page.getByRole('status').filter({ hasText: 'Draft kept at' })).toBeVisible()
  await page.getByRole('button', { name: 'Discard my draft' }).click()
  await page.getByRole('button', { name: 'Discard it' }).click()
  await expect(editor).not.toContainText('Written in a tunnel.')
  await page.reload()
  await expect(editor).toContainText('The harbour council')
  await expect(editor).not.toContainText('Written in a tunnel.')
})

test('a draft whose answer is lost is kept at the next try, and no other window is blamed', async ({ page, context, signIn }) => {
  const article = await newArticle(await signIn())
  await page.goto(`/articles/${article.slug}/edit`)
  await page.getByRole('textbox', { name: 'Text', exact: true }).click()
  let lost = 0
  await page.route('**/edit', async (route) => {
    if (route.request().method() !== 'POST' || lost > 0) return route.continue()
    lost += 1
    await route.fetch()
    await route.abort()
  })
  await page.keyboard.type('Sent twice. ')
  await expect(page.getByRole('status').filter({ hasText: 'Kept in this browser only' })).toBeVisible()
  await context.setOffline(true)
  await context.setOffline(false)
  await expect(page.getByRole('status').filter({ hasText: 'Draft kept at' })).toBeVisible()
  expect(lost).toBe(1)
})

test('by keyboard alone a flag is found, listed, deleted and brought back', async ({ page, signIn }) => {
  const owner = await signIn()
  const article = await newArticle(owner)
  await newFlag(owner, article, disgrace, ['statement:opinion'])
  await newFlag(owner, article, `named, ${disgrace}`, ['framing:doubt'])
  await openArticle(page, article.slug)
  await textOf(page).focus()
  await press(page, 'Tab', 'Space')
  await expect(page.getByRole('dialog', { name: '2 flags here' })).toBeVisible()
  await press(page, 'Escape')
  await expect(textOf(page)).toBeFocused()
  await press(page, 'Delete')
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'opinion']])
  await press(page, 'Control+z')
  await expect.poll(() => storedFlags(article)).toHaveLength(2)
  await expect(cardsOf(page)).toHaveCount(2)
})

test('a selection may run over paragraphs, and three clicks take one whole', async ({ page, signIn }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await textOf(page).getByText('Either the town acts now').click({ clickCount: 3 })
  const paragraph = 'Either the town acts now, or the island dies. Readers may decide for themselves which of the two numbers was the mistake.'
  await expect(paletteOf(page)).toBeVisible()
  await press(page, '2')
  await expect.poll(async () => (await onlyFlag(article))?.quote).toBe(paragraph)
  await press(page, 'Escape')

  await page.evaluate(() => {
    const [, second, third] = Array.from(document.querySelectorAll('[data-block]'))
    const [from, to] = [second?.firstChild, third?.firstChild]
    if (from && to) window.getSelection()?.setBaseAndExtent(from, 41, to, 7)
  })
  await expect(paletteOf(page)).toHaveAccessibleName(/disgrace\.\s*Who pays”$/)
  await press(page, 'a')
  await expect(marginOf(page).getByRole('listitem')).toHaveCount(2)
  await expect.poll(async () => (await storedFlags(article)).map(([quote]) => quote)).toContainEqual(expect.stringMatching(/disgrace\.\nWho pays$/))
})
