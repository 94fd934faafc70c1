import type { Locator, Page } from '@playwright/test'
import { titled } from '../support/journey'
import { canonicalText, textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'

const textField = (page: Page) => page.getByLabel(/^Text/)
const create = (page: Page) => page.getByRole('button', { name: 'Create the article' }).click()

async function upload(page: Page, name: string, content: Buffer): Promise<void> {
  await page.getByText('Upload a file').click()
  await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'text/plain', buffer: content })
}

test.beforeEach(async ({ page, signIn }) => {
  await signIn()
  await page.goto('/articles/new')
})

test('an empty text is refused with a sentence, and so is one of nothing but spaces', async ({ page }) => {
  await page.getByLabel('Title').fill(titled('Nothing'))
  await create(page)
  await expect(textField(page)).toHaveAccessibleDescription(/The text is empty\. Paste or upload the article’s text\./)
  await expect(textField(page)).toBeFocused()
  await textField(page).fill(' \n\u3000\n\u00a0 ')
  await create(page)
  await expect(textField(page)).toHaveAccessibleDescription(/The text is empty\./)
  await expect(page).toHaveURL(/\/articles\/new$/)
})

test('a file that is not UTF-8 is refused with a sentence', async ({ page }) => {
  await page.getByLabel('Title').fill(titled('Broken'))
  await upload(page, 'broken.txt', Buffer.from([0x48, 0x65, 0x6c, 0xff, 0xfe, 0x6f]))
  await create(page)
  await expect(page.getByLabel('File', { exact: true })).toHaveAccessibleDescription(/The file is not valid UTF-8\. Save it as UTF-8 and upload it again\./)
})

test('a null character is refused with its place', async ({ page }) => {
  await page.getByLabel('Title').fill(titled('Null'))
  await upload(page, 'null.txt', Buffer.from('before\0after'))
  await create(page)
  await expect(page.getByLabel('File', { exact: true })).toHaveAccessibleDescription(/The text has a null character at position [67]\./)
})

test('a text larger than the limit is refused with the limit', async ({ page }) => {
  await page.getByLabel('Title').fill(titled('Large'))
  await upload(page, 'large.txt', Buffer.alloc(2_000_001, 'word '))
  await create(page)
  await expect(page.getByLabel('File', { exact: true })).toHaveAccessibleDescription(/The text is larger than 2,000,000 bytes\./)
})

test('a text far larger than the limit is refused before it travels', async ({ page }) => {
  await page.getByLabel('Title').fill(titled('Huge'))
  await upload(page, 'huge.txt', Buffer.alloc(9_000_000, 'word '))
  await create(page)
  await expect(page.getByLabel('File', { exact: true })).toHaveAccessibleDescription(/The text is larger than 2,000,000 bytes\./)
})

test('a title that is too long and an address that is none are named at their fields', async ({ page }) => {
  await textField(page).fill('Some words.')
  await page.getByLabel('Title').fill('   ')
  await page.getByLabel('Address of the original').fill('javascript:alert(1)')
  await create(page)
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/The title is empty\. Give the article a title\./)
  await expect(page.getByLabel('Address of the original')).toHaveAccessibleDescription(/An address begins with http:\/\/ or https:\/\/\./)
  await expect(textField(page)).toHaveValue('Some words.')
})

test('broken and hostile HTML becomes plain text with its shapes', async ({ page }) => {
  let alarmed = false
  page.on('dialog', (dialog) => {
    alarmed = true
    void dialog.dismiss()
  })
  const html =
    '<h2>News</h2><p onclick="alert(1)">One <b>bold<i>both</b> line</i><script>alert(2)</script><style>p{color:red}</style>' +
    '<p><a href="javascript:alert(3)">not a link</a> <a href="https://example.org/a">a link</a><img src=x onerror=alert(4)>' +
    '<iframe src="https://example.org"></iframe><svg onload=alert(5)><li>stray item<div><p>end'
  await textField(page).fill(html)
  await page.getByLabel('Title').fill(titled('Hostile'))
  await create(page)
  await expect(textOf(page).getByRole('heading', { name: 'News' })).toBeVisible()
  await expect(textOf(page).getByRole('link')).toHaveText(['a link'])
  expect(await canonicalText(page)).toMatch(/^News\nOne boldboth line\n/)
  const stray = await textOf(page).evaluate(
    (text) => Array.from(text.querySelectorAll('*')).filter((each) => each.matches('script, style, iframe, svg') || Array.from(each.attributes).some(({ name, value }) => name.startsWith('on') || /^javascript:/i.test(value))).length,
  )
  expect(stray).toBe(0)
  expect(alarmed).toBe(false)
})

test('what was typed is there after a reload, until one starts over', async ({ page }) => {
  await textField(page).fill('Half an article about the pier.')
  await page.getByLabel('Author').fill('Ada')
  await expect.poll(() => page.evaluate(() => JSON.stringify({ ...localStorage }).includes('Half an article') && JSON.stringify({ ...localStorage }).includes('Ada'))).toBe(true)
  await page.reload()
  await expect(page.getByText('Your unsaved work was restored from this browser.')).toBeVisible()
  await expect(textField(page)).toHaveValue('Half an article about the pier.')
  await expect(page.getByLabel('Author')).toHaveValue('Ada')
  await page.getByRole('button', { name: 'Start over' }).click()
  await expect(textField(page)).toHaveValue('')
})

test('who is signed out is sent to sign in and comes back', async ({ page }) => {
  await page.context().clearCookies()
  await page.goto('/articles/new')
  await expect(page).toHaveURL(/\/sign-in\?next=%2Farticles%2Fnew/)
})

test('half a character is refused, in the text with its place and in the title', async ({ page }) => {
  const paste = (field: Locator, words: string) =>
    field.evaluate((element, text) => {
      // Typing could not make it; a broken program's clipboard can.
      if (element instanceof HTMLTextAreaElement || element instanceof HTMLInputElement) element.focus()
      document.execCommand('insertText', false, text)
    }, words)
  await paste(textField(page), 'before \ud83d after')
  await create(page)
  await expect(textField(page)).toHaveAccessibleDescription(/The text has half a character \(a lone surrogate\) at position [78]\./)
  await textField(page).fill('Whole words.')
  await page.getByLabel('Title').fill('')
  await paste(page.getByLabel('Title'), 'Half \udc00')
  await create(page)
  await expect(page.getByLabel('Title')).toHaveAccessibleDescription(/half a character, which cannot be stored/)
})
