import { editorOf, openEditor, statusOf, writeFirst } from '../support/editing'
import { newArticle, newFlag, onlyFlag, titled } from '../support/journey'
import { press, takenIn } from '../support/press'
import { canonicalText, drag, labelIn, marginOf, readyToFlag, textOf } from '../support/reading'
import { enter, expect, newPerson, test } from '../support/sign-in'

const residents = 'Several residents, who asked not to be named, called it a disgrace.'

test('an edit is kept as a draft, saved as version 2, and flags go with their words', async ({ page, signIn }) => {
  const owner = await signIn()
  const article = await newArticle(owner)
  await newFlag(owner, article, 'the same report lists nine', ['statement:verifiable-fact-claim'])
  const gone = await newFlag(owner, article, residents, ['sourcing:unnamed-described'])
  await openEditor(page, article.slug)
  await expect(page.getByText('2 flags will be carried over')).toBeVisible()
  await writeFirst(page, 'Corrected. ')
  await editorOf(page).getByText('A spokesman said').click({ clickCount: 3 })
  await press(page, 'Delete')
  await expect(editorOf(page)).not.toContainText('A spokesman said')
  await expect(statusOf(page, 'Draft kept at')).toBeVisible()
  await page.reload()
  await expect(statusOf(page, 'Your unsaved draft is open here.')).toBeVisible()
  await expect(editorOf(page)).toContainText('Corrected. The harbour council')

  await page.getByRole('button', { name: 'Save as a new version' }).click()
  await expect(statusOf(page, 'Version 2 is saved.')).toContainText('1 flag stayed in place · 1 detached')
  await page.getByRole('link', { name: 'Read the new version' }).click()
  await readyToFlag(page)
  await expect(page.getByText('Version 2', { exact: true })).toBeVisible()
  await expect(textOf(page)).toContainText('Corrected. The harbour council closed the old ferry pier on Monday.')
  await expect(marginOf(page)).toContainText('1 of 1 flag')
  await marginOf(page).getByText('1 detached flag').click()
  await expect(marginOf(page).getByRole('listitem').filter({ hasText: residents })).toBeVisible()

  // A link to a flag lands on the version that has its words.
  await page.goto(`/articles/${encodeURIComponent(article.slug)}#a=${gone.id}`)
  await expect(page).toHaveURL(new RegExp(`/revisions/1#a=${gone.id}$`))
  await expect(textOf(page)).toContainText(residents)

  // Its owner takes the earlier text out of everybody else's sight.
  await page.goto(`/articles/${encodeURIComponent(article.slug)}/revisions`)
  await page.getByText('Take this version out of sight…').click()
  await page.getByRole('button', { name: 'Only for me' }).click()
  await expect(page.getByRole('heading', { name: 'Version 1' })).toContainText('only you see this')
  const other = await page.context().browser()!.newContext()
  expect((await other.request.get(`/articles/${encodeURIComponent(article.slug)}/revisions/1`)).status()).toBe(404)
  await other.close()
})

test('the toolbar and the keys of the editor make the shapes that the reader shows', async ({ page, signIn }) => {
  const article = await newArticle(await signIn(), { body: 'One plain line.\n\nAnother line.' })
  const editor = await openEditor(page, article.slug)
  await editor.click()
  await press(page, 'Control+Home', 'Control+Shift+ArrowRight', 'Control+b')
  await expect(page.getByRole('button', { name: 'Bold' })).toHaveAttribute('aria-pressed', 'true')
  await editor.getByText('Another line.').click()
  await takenIn(page)
  await page.getByRole('toolbar', { name: 'Formatting' }).getByRole('button', { name: 'Heading', exact: true }).click()
  await expect(editor.getByRole('heading', { name: 'Another line.' })).toBeVisible()
  await press(page, 'Control+s')
  await expect(statusOf(page, 'Version 2 is saved.')).toBeVisible()
  await page.getByRole('link', { name: 'Read the new version' }).click()
  await expect(textOf(page).getByRole('heading', { name: 'Another line.' })).toBeVisible()
  await expect(textOf(page).getByRole('strong')).toHaveCount(1)
})

test('a list pasted from Word is a list, and an exponent stays one', async ({ page, signIn }) => {
  const article = await newArticle(await signIn(), { body: 'One plain line.' })
  const editor = await openEditor(page, article.slug)
  await editor.click()
  await press(page, 'Control+End', 'Enter')
  const item = (text: string) =>
    `<p class="MsoListParagraph" style="mso-list:l0 level1 lfo1"><span><span style="mso-list:Ignore">·<span>&nbsp;&nbsp;&nbsp; </span></span></span>${text}</p>`
  await editor.evaluate((element, html) => {
    const clipboardData = new DataTransfer()
    clipboardData.setData('text/html', html)
    element.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
  }, `<html><body><!--StartFragment-->${item('10<sup>6</sup> people')}${item('<s>not</s> final')}<!--EndFragment--></body></html>`)
  await expect(editor.getByRole('listitem')).toHaveText(['10⁶ people', '~~not~~ final'])
})

test('a key of the editor is about what is selected, however soon it follows', async ({ page, signIn }) => {
  const article = await newArticle(await signIn(), { body: 'One plain line.\n\nAnother line.' })
  const editor = await openEditor(page, article.slug)
  await editor.click()
  // Both in one go, as a slow machine hands on what it did not get to: the browser tells of the selection only afterwards.
  await editor.evaluate((root) => {
    document.getSelection()?.selectAllChildren(root.firstElementChild ?? root)
    root.dispatchEvent(new KeyboardEvent('keydown', { key: 'b', keyCode: 66, ctrlKey: true, bubbles: true, cancelable: true }))
  })
  await expect(editor.getByRole('strong')).toHaveText('One plain line.')
})

test('two windows of one person do not overwrite each other’s draft unseen', async ({ page, context, signIn }) => {
  const article = await newArticle(await signIn())
  const second = await context.newPage()
  await openEditor(page, article.slug)
  await openEditor(second, article.slug)
  await writeFirst(page, 'First window. ')
  await expect(statusOf(page, 'Draft kept at')).toBeVisible()
  await writeFirst(second, 'Second window. ')
  await expect(second.getByRole('alert').filter({ hasText: 'Another window of yours kept a newer draft' })).toBeVisible()
  await expect(editorOf(second)).toContainText('Second window. The harbour')
})

test('a private article is nowhere for others', async ({ page, request, signIn }) => {
  const owner = await newPerson()
  const article = await newArticle(owner, { visibility: 'private', title: titled('Kept back') })
  await signIn()
  for (const path of ['', '/summary', '/edit']) {
    const response = await page.goto(`/articles/${article.slug}${path}`)
    expect(response?.status(), path).toBe(404)
    await expect(page.getByRole('heading', { name: 'There is nothing at this address' })).toBeVisible()
  }
  expect((await request.get(`/api/v1/layers/${article.layerId}/summary`)).status()).toBe(404)
  await page.goto(`/library?q=${encodeURIComponent(article.title)}`)
  await expect(page.getByText('No article fits this search')).toBeVisible()
  await page.context().clearCookies()
  await enter(page.context(), owner)
  await page.goto(`/library?state=private&q=${encodeURIComponent(article.title)}`)
  await page.getByRole('link', { name: article.title, exact: true }).click()
  await expect(page.getByText('Private', { exact: true })).toBeVisible()
})

test('the library is searched by Chinese and English words and narrowed by language and state', async ({ page }) => {
  const owner = await newPerson()
  const word = titled('quillwharf').replace(' ', '')
  const chinese = Array.from({ length: 5 }, () => String.fromCodePoint(0x4e00 + Math.floor(Math.random() * 6000))).join('')
  const english = await newArticle(owner, { body: `The ${word} stands at the end of the pier, and nobody has rented it for years.`, language: 'en' })
  const han = await newArticle(owner, { body: `港務局昨天表示，${chinese}的工程將延後半年，居民十分不滿。${word}`, language: 'zh-Hant', title: titled('碼頭') })
  await newFlag(owner, english, 'nobody has rented it', ['statement:opinion'])
  const results = page.getByRole('list', { name: 'Articles' }).getByRole('listitem').filter({ has: page.getByRole('heading') })

  await page.goto('/library')
  await page.getByLabel('Words in title or text').fill(chinese.slice(1, 4))
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(results).toHaveCount(1)
  await expect(results.getByRole('heading', { name: han.title })).toBeVisible()

  await page.getByLabel('Words in title or text').fill(word.toUpperCase())
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(results).toHaveCount(2)
  await expect(results.filter({ hasText: english.title }).getByRole('link', { name: /1 flag by 1 reader/ })).toBeVisible()
  await page.getByLabel('Language').selectOption({ label: 'English' })
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(results).toHaveCount(1)
  await expect(page).toHaveURL(/language=en/)
  await page.getByLabel('Show').selectOption({ label: 'Not flagged yet' })
  await page.getByRole('button', { name: 'Search' }).click()
  await expect(page.getByRole('heading', { name: 'No article fits this search' })).toBeVisible()
  await page.getByRole('main').getByRole('link', { name: 'Clear the search' }).last().click()
  await expect(page).toHaveURL(/\/library$/)
  await expect(results.first()).toBeVisible()
})

test('the text of the Unicode fixture is stored as it came and flagged at its code points', async ({ page, signIn }) => {
  const fixture = '𠮷野家老闆說:「物價漲了 3% 👨\u200d👩\u200d👧」,學者質疑:根本是恐嚇選民!e\u0301'
  const bidi = 'Left \u202eright\u202c then \u2067שלום\u2069 and العربية, word\u2060joined.'
  const owner = await signIn()
  await page.goto('/articles/new')
  await page.getByLabel('Text', { exact: true }).fill(`${fixture}\n\n${bidi}`)
  await expect(page.getByLabel('Format')).toHaveValue('text')
  await page.getByLabel('Title').fill(titled('字元'))
  await page.getByRole('button', { name: 'Create the article' }).click()
  await page.waitForURL(/\/articles\/(?!new)/)
  await readyToFlag(page)
  expect(await canonicalText(page)).toBe(`${fixture}\n${bidi}`)
  expect([...fixture]).toHaveLength(38)

  await drag(page, '根本是恐嚇選民')
  // Leaving while a flag is on its way keeps it in the browser until the reader is opened again; here it is to arrive.
  const answered = page.waitForResponse((response) => response.request().method() === 'POST' && response.ok())
  await labelIn(page, 'Opinion').click()
  await answered
  await page.goto(page.url().replace(/#.*/, '') + '/summary')
  const address = (await page.getByRole('link', { name: 'These numbers as JSON' }).getAttribute('href')) ?? ''
  const layerId = /layers\/([^/]+)/.exec(address)?.[1] ?? ''
  const flag = () => onlyFlag({ id: '', slug: '', title: '', text: '', revision: 1, layerId, owner })
  await expect.poll(flag).toMatchObject({ start: 28, end: 35, quote: '根本是恐嚇選民' })
})
