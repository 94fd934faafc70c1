import { editorOf, openEditor, saveVersion, selectIn, statusOf, writeFirst } from '../support/editing'
import { newArticle, newFlag, storedFlags, titled } from '../support/journey'
import { press } from '../support/press'
import { marginOf, openArticle, painted, readyToFlag, textOf } from '../support/reading'
import { enter, expect, newPerson, test } from '../support/sign-in'

const residents = 'Several residents, who asked not to be named, called it a disgrace.'

test('flags go with an edit made in the editor; one on changed words is accepted, a detached one put elsewhere', async ({ page, signIn }) => {
  const owner = await signIn()
  const article = await newArticle(owner)
  await newFlag(owner, article, 'closed the old ferry pier', ['statement:verifiable-fact-claim'])
  await newFlag(owner, article, 'It will have to learn patience', ['statement:prediction'])
  await newFlag(owner, article, 'The budget lists four million for repairs', ['sourcing:missing-source'])
  await newFlag(owner, article, residents, ['sourcing:unnamed-described'])

  await openEditor(page, article.slug)
  await editorOf(page).click()
  await selectIn(page, 'Who pays')
  await page.keyboard.type('Who in the end pays')
  await selectIn(page, 'four million')
  await page.keyboard.type('eleven million')
  await selectIn(page, ` ${residents}`)
  await press(page, 'Delete')
  await expect(editorOf(page)).not.toContainText(residents)
  await expect(statusOf(page, 'Draft kept at')).toBeVisible()
  await page.reload()
  await expect(editorOf(page)).toContainText('The budget lists eleven million')
  await saveVersion(page)
  const saved = statusOf(page, 'Version 2 is saved.')
  await expect(saved).toContainText('2 flags stayed in place · 1 on changed words · 1 detached')
  await saved.getByRole('link', { name: 'Look after 2 flags' }).click()

  await expect(page.getByRole('heading', { name: 'Flags to look after' })).toBeVisible()
  const items = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: 'Your flag' }) })
  await expect(items).toHaveCount(2)
  const changed = items.filter({ hasText: 'Now it stands here' })
  await expect(changed.locator('mark')).toHaveText(['The budget lists four million for repairs', 'The budget lists eleven million for repairs'])
  await changed.getByRole('button', { name: 'It is right here' }).click()
  await expect(statusOf(page, 'Settled.')).toBeVisible()
  await expect(items).toHaveCount(1)

  await expect(items).toContainText('Its words are gone from the current text.')
  await items.getByText('Choose another passage').click()
  await items.getByRole('textbox', { name: 'Words of the passage' }).fill('the closure would last about six weeks')
  await items.getByRole('button', { name: 'Put the flag on these words' }).click()
  await expect(page.getByText('Nothing to look after')).toBeVisible()

  await statusOf(page, 'The flag has its new place.').getByRole('link', { name: 'See it in the text' }).click()
  await readyToFlag(page)
  await expect(marginOf(page)).toContainText('4 of 4 flags')
  await expect.poll(async () => Object.values(await painted(page)).flat()).toEqual(
    expect.arrayContaining([
      'closed the old ferry pier', 'the closure would last about six weeks', 'The budget lists eleven million for repairs', 'It will have to learn patience',
    ]),
  )
  expect((await storedFlags({ ...article, owner })).map(([quote]) => quote)).toEqual([
    'closed the old ferry pier', 'the closure would last about six weeks', 'The budget lists eleven million for repairs', 'It will have to learn patience',
  ])
})

test('the editor knows which of two alike sentences was taken out, and whose flag that was is told in the reader', async ({ page, browser, signIn }) => {
  const owner = await signIn()
  const other = await newPerson({ name: 'Oda Reader' })
  const body = 'Nobody knows why. Nobody knows why. The island waits.'
  const article = await newArticle(owner, { body, format: 'text', title: titled('Twice') })
  await newFlag(other, article, 'Nobody knows why', ['statement:opinion'])
  await openEditor(page, article.slug)
  await editorOf(page).click()
  await selectIn(page, 'Nobody knows why. ')
  await press(page, 'Delete')
  await expect(editorOf(page)).toHaveText('Nobody knows why. The island waits.')
  await saveVersion(page)
  await expect(statusOf(page, 'Version 2 is saved.')).toContainText('Whoever made those')
  expect(await storedFlags(article)).toEqual([])

  const theirs = await browser.newContext()
  await enter(theirs, other)
  const reading = await theirs.newPage()
  await openArticle(reading, article.slug)
  await reading.getByRole('link', { name: 'An edit changed or took away the words of 1 flag of yours.' }).click()
  await expect(reading.getByRole('heading', { name: 'Your flag' })).toBeVisible()
  await openArticle(page, article.slug)
  await expect(page.getByRole('link', { name: /flag of yours/ })).toHaveCount(0)
  await theirs.close()
})

test('who saves second is shown what differs, and overwrites only what they have seen', async ({ page, browser, signIn }) => {
  const article = await newArticle(await signIn({ name: 'Ada Writer' }))
  const other = await browser.newContext()
  await enter(other, await newPerson({ name: 'Mo Derator', role: 'moderator' }))
  const second = await other.newPage()
  await openEditor(page, article.slug)
  await openEditor(second, article.slug)
  await writeFirst(page, 'First hand. ')
  await writeFirst(second, 'Second hand. ')
  await saveVersion(page)
  await expect(statusOf(page, 'Version 2 is saved.')).toBeVisible()
  await saveVersion(second)
  const newer = second.getByRole('region', { name: 'A newer version was saved' })
  await expect(newer.getByRole('alert')).toContainText('Version 2 was saved by Ada Writer')
  await expect(newer.getByRole('alert')).toContainText('Your text began with version 1. It is kept')
  await expect(newer.getByRole('deletion')).toHaveText('First')
  await expect(newer.getByRole('insertion')).toHaveText('Second')
  await newer.getByRole('button', { name: 'Side by side' }).click()
  await expect(newer.getByRole('button', { name: 'Side by side' })).toHaveAttribute('aria-pressed', 'true')
  await expect(newer.getByText('First hand. The harbour')).toBeVisible()
  await expect(editorOf(second)).toContainText('Second hand. The harbour')

  await second.reload()
  await expect(newer.getByRole('alert')).toContainText('Version 2 was saved by Ada Writer')
  await expect(editorOf(second)).toContainText('Second hand. The harbour')
  await openArticle(page, article.slug)
  await expect(textOf(page)).toContainText('First hand. The harbour')

  await newer.getByRole('button', { name: 'Continue with my text on top of version 2' }).click()
  await expect(newer).toHaveCount(0)
  await expect(statusOf(second, 'You are writing on top of version 2 now.')).toBeVisible()
  await saveVersion(second)
  await expect(statusOf(second, 'Version 3 is saved.')).toBeVisible()
  await openArticle(page, article.slug)
  await expect(textOf(page)).toContainText('Second hand. The harbour')
  await page.goto(`/articles/${article.slug}/revisions/2`)
  await expect(textOf(page)).toContainText('First hand. The harbour')
  await other.close()
})

test('who saves second may drop theirs and take the newer text', async ({ page, browser, signIn }) => {
  const article = await newArticle(await signIn())
  const other = await browser.newContext()
  await enter(other, await newPerson({ role: 'moderator' }))
  const second = await other.newPage()
  await openEditor(second, article.slug)
  await writeFirst(second, 'Second hand. ')
  await expect(statusOf(second, 'Draft kept at')).toBeVisible()
  await openEditor(page, article.slug)
  await writeFirst(page, 'First hand. ')
  await saveVersion(page)
  await expect(statusOf(page, 'Version 2 is saved.')).toBeVisible()
  await saveVersion(second)
  await second.getByRole('button', { name: 'Discard mine and take version 2' }).click()
  await second.getByRole('dialog').getByRole('button', { name: 'Discard it' }).click()
  await expect(editorOf(second)).toContainText('First hand. The harbour')
  await expect(editorOf(second)).not.toContainText('Second hand.')
  await expect(second.getByRole('region', { name: 'A newer version was saved' })).toHaveCount(0)
  await other.close()
})
