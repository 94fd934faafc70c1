import type { Page } from '@playwright/test'
import { newArticle, newFlag, onlyFlag, storedFlags } from '../support/journey'
import { press } from '../support/press'
import { cardOn, cardsOf, clickOn, drag, labelIn, marginOf, openArticle, painted, paletteOf, expectQuote, readyToFlag, textOf } from '../support/reading'
import { expect, newPerson, test } from '../support/sign-in'

const disgrace = 'called it a disgrace'
const residents = 'Several residents, who asked not to be named, called it a disgrace.'

/** Flags a quote as an opinion and leaves the palette open. */
async function flagAsOpinion(page: Page, quote: string): Promise<void> {
  await drag(page, quote)
  await press(page, '2')
  await expect(labelIn(page, 'Opinion')).toHaveAttribute('aria-pressed', 'true')
}

/** Folds the form of an opened flag, so that keys are labels again. */
async function foldForm(page: Page): Promise<void> {
  await expect(paletteOf(page).getByRole('textbox', { name: 'Note' })).toBeFocused()
  await paletteOf(page).getByRole('button', { name: 'Note and evidence' }).click()
  await expect(paletteOf(page)).toBeFocused()
}

test('a selection grows to words, then to its sentence, and with the key turned off stays as it was drawn', async ({ page, signIn }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await drag(page, 'losed the old fer')
  await expectQuote(page, 'closed the old ferry')
  await press(page, '.')
  await expectQuote(page, 'The harbour council closed the old ferry pier on Monday.')
  await press(page, ',', 'Shift+ArrowRight')
  await expectQuote(page, 'closed the old ferry pier')
  await press(page, 'Escape')
  await expect(paletteOf(page)).toBeHidden()

  await drag(page, 'ngineers had fou')
  await press(page, 'b')
  await expectQuote(page, 'ngineers had fou')
  await press(page, 'Escape')
  await drag(page, 'orty pill')
  await expectQuote(page, 'orty pill')
})

test('where several flags lie, a click lists them all to choose from', async ({ page, signIn }) => {
  const owner = await signIn()
  const other = await newPerson({ name: 'Bo Second' })
  const article = await newArticle(owner)
  await newFlag(other, article, residents, ['sourcing:unnamed-described'])
  await newFlag(owner, article, disgrace, ['framing:loaded-language', 'statement:opinion'])
  await openArticle(page, article.slug)
  await clickOn(page, 'disgrace')
  const picker = page.getByRole('dialog', { name: '2 flags here' })
  await expect(picker.getByRole('button')).toHaveCount(2)
  await expect(picker.getByRole('button').first()).toContainText('Unnamed but described')
  await expect(picker.getByRole('button').first()).toBeFocused()
  await press(page, 'ArrowDown', 'Enter')
  await expect(picker).toBeHidden()
  await expect(cardOn(page, 'Loaded language').getByRole('button', { name: /^Flag with 2 labels by Ada Reader/ })).toHaveAttribute('aria-pressed', 'true')

  // One alone is chosen at once; a click beside all of them lets go.
  await clickOn(page, 'Several')
  await expect(picker).toBeHidden()
  await expect(cardOn(page, 'Unnamed but described').getByRole('button').first()).toHaveAttribute('aria-pressed', 'true')
  await clickOn(page, 'harbour')
  await expect(marginOf(page).getByRole('button', { pressed: true })).toHaveCount(0)
})

test('Tab walks through the flags in reading order and says what each is', async ({ page, signIn }) => {
  const owner = await signIn()
  const article = await newArticle(owner)
  await newFlag(owner, article, 'the same report lists nine', ['statement:verifiable-fact-claim'])
  await newFlag(owner, article, disgrace, ['statement:opinion'])
  await openArticle(page, article.slug)
  await textOf(page).focus()
  const voice = page.getByRole('status').filter({ hasText: /^Flag \d/ })
  await press(page, 'Tab')
  await expect(voice).toHaveText(`Flag 1 of 2: “${disgrace}”. Opinion, by Ada Reader.`)
  await press(page, 'Tab')
  await expect(voice).toContainText('Flag 2 of 2: “the same report lists nine”. Checkable fact')
  await press(page, 'Shift+Tab')
  await expect(voice).toContainText('Flag 1 of 2')
  await press(page, 'Escape', 'Tab')
  await expect(textOf(page)).not.toBeFocused()
})

test('one changes and deletes one’s own flag, each with a way back', async ({ page, signIn }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await flagAsOpinion(page, disgrace)
  await labelIn(page, 'Loaded language').click()
  await press(page, 'Escape')
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'loaded-language', 'opinion']])

  await cardOn(page, disgrace).getByRole('button', { name: 'Edit' }).click()
  await foldForm(page)
  await press(page, '2', '3', 'Escape')
  await expect(cardOn(page, disgrace)).toContainText('Value judgement')
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'loaded-language', 'value-judgement']])

  await cardOn(page, disgrace).getByRole('button', { name: 'Delete' }).click()
  await expect(cardsOf(page)).toHaveCount(0)
  await expect.poll(() => storedFlags(article)).toEqual([])
  await expect(textOf(page)).toBeFocused()
  await page.getByRole('button', { name: 'Undo: flag deleted' }).click()
  await expect(page.getByRole('button', { name: /^Undo/ })).toHaveCount(0)
  await expect(cardsOf(page)).toHaveCount(1)
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'loaded-language', 'value-judgement']])
  await page.reload()
  await readyToFlag(page)
  await expect(cardsOf(page)).toHaveCount(1)
})

test('nobody can change or delete the flag of somebody else', async ({ page, signIn }) => {
  const owner = await signIn()
  const article = await newArticle(owner)
  await newFlag(await newPerson({ name: 'Bo Second' }), article, disgrace, ['statement:opinion'])
  await openArticle(page, article.slug)
  await cardsOf(page).click()
  await expect(cardOn(page, disgrace).getByRole('button', { pressed: true })).toBeVisible()
  await expect(cardOn(page, disgrace).getByRole('button', { name: /^(Edit|Delete)$/ })).toHaveCount(0)
})

test('a flag carries a note with formatting, evidence, a confidence and a source', async ({ page, signIn }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await flagAsOpinion(page, disgrace)
  await press(page, 'n')
  const form = paletteOf(page).getByRole('group', { name: 'Note, evidence, confidence and source' })
  await expect(form.getByRole('textbox', { name: 'Note' })).toBeFocused()
  await page.keyboard.type('Whose word is ')
  await press(page, 'Control+b')
  await page.keyboard.type('this')
  await press(page, 'Control+b')
  await page.keyboard.type('?')
  await form.getByRole('button', { name: '+ Add a link' }).click()
  await form.getByLabel('Address of link 1').fill('javascript:alert(1)')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(form.getByRole('alert')).toContainText('An address begins with http:// or https://.')
  await form.getByLabel('Address of link 1').fill('https://example.org/pier')
  await form.getByLabel('Title of link 1').fill('The report')
  await form.getByRole('radio', { name: 'Fairly sure' }).check()
  await form.getByLabel(/^Who says so\?/).fill('Harbour residents')
  await form.getByRole('button', { name: 'Save' }).click()
  await expect(paletteOf(page)).toBeHidden()

  await expect.poll(async () => (await onlyFlag(article))?.confidence).toBe('fairly-sure')
  await page.reload()
  await readyToFlag(page)
  const card = cardOn(page, disgrace)
  await expect(card).toContainText('Whose word is this?')
  await expect(card.getByRole('strong')).toHaveText('this')
  await expect(card.getByRole('link', { name: 'The report' })).toHaveAttribute('href', 'https://example.org/pier')
  await expect(card).toContainText('Fairly sure')
  await expect(card).toContainText('Harbour residents')
})

test('a note begun and not saved is there after a reload', async ({ page, signIn }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await flagAsOpinion(page, disgrace)
  await press(page, 'n')
  await page.keyboard.type('To be looked up')
  await expect(paletteOf(page).getByText('Draft kept in this browser')).toBeVisible()
  await page.reload()
  await readyToFlag(page)
  await expect(marginOf(page).getByText('You started a note on this passage:')).toBeVisible()
  await marginOf(page).getByRole('button', { name: 'Continue' }).click()
  await expect(paletteOf(page).getByRole('textbox', { name: 'Note' })).toHaveText('To be looked up')
  await paletteOf(page).getByRole('textbox', { name: 'Note' }).press('Control+Enter')
  await expect(cardOn(page, disgrace)).toContainText('To be looked up')
  await expect.poll(async () => JSON.stringify((await onlyFlag(article))?.note)).toContain('To be looked up')
})

test('a flag made without a connection is kept, says so, and goes when the connection is back', async ({ page, signIn, context }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await context.setOffline(true)
  await flagAsOpinion(page, disgrace)
  await press(page, 'Escape')
  const notice = page.getByRole('status').filter({ hasText: '1 flag is not saved yet' })
  await expect(notice).toBeVisible()
  await expect(cardOn(page, disgrace)).toContainText('Not saved yet; kept in this browser.')
  expect((await painted(page))['tint-warm-1']).toEqual([disgrace])
  expect(await storedFlags(article)).toEqual([])
  await context.setOffline(false)
  await expect(notice).toBeHidden()
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'opinion']])
})

test('a flag whose sending was cut off by leaving the page is sent on the next visit', async ({ page, signIn, context }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await context.setOffline(true)
  await flagAsOpinion(page, disgrace)
  await press(page, 'Escape')
  await expect(page.getByRole('status').filter({ hasText: 'not saved yet' })).toBeVisible()
  await page.goto('about:blank')
  await context.setOffline(false)
  await openArticle(page, article.slug)
  await expect(cardsOf(page)).toHaveCount(1)
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'opinion']])
})
