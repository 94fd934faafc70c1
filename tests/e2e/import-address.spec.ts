import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expectAccessible } from '../support/accessible'
import { titled } from '../support/journey'
import { madeDocx, paragraph } from '../support/made-docx'
import { column, madePdf } from '../support/made-pdf'
import { startMisbehavingServer } from '../support/misbehaving-server'
import { press } from '../support/press'
import { textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'

// One website for all, at the address that the server may ask.
test.describe.configure({ mode: 'serial' })
const { E2E_WEBSITE = '127.0.0.1:4600' } = process.env
let website: Awaited<ReturnType<typeof startMisbehavingServer>>
test.beforeAll(async () => {
  website = await startMisbehavingServer(Number(E2E_WEBSITE.split(':')[1]))
})
test.afterAll(() => website.stop())

test.beforeEach(async ({ page, signIn }) => {
  test.setTimeout(90_000)
  await signIn()
  await page.goto('/articles/new')
})

async function fetchFrom(page: Page, address: string) {
  await page.getByText('From an address').click()
  await page.getByLabel('Address of the article').fill(address)
  await page.getByRole('button', { name: 'Fetch the article' }).click()
}
const text = (page: Page) => page.getByRole('textbox', { name: 'Text' })

test('an article is fetched by its address, followed, corrected and created', async ({ page }) => {
  const title = titled('The harbour')
  await fetchFrom(page, website.at('/pieces'))
  await expect(page.getByRole('listitem').filter({ hasText: 'Fetching the page' })).toHaveAttribute('aria-current', 'step', { timeout: 30_000 })
  await expect(page.getByText(/3\d kB received/)).toBeVisible()
  await expectAccessible(page)
  await expect(text(page)).toContainText('said the harbour master', { timeout: 45_000 })
  await expect(page.getByLabel('Title')).toHaveValue('The harbour is closed')
  await expect(page.getByLabel('Author')).toHaveValue('Jane Doe')
  await expect(page.getByLabel('Published by')).toHaveValue('Harbour News')
  await expect(page.getByLabel('Publication date')).toHaveValue('2026-03-04')
  await expect(page.getByLabel('Language of the text')).toHaveValue('en')
  await expectAccessible(page)
  await page.getByLabel('Title').fill(title)
  await text(page).focus()
  await press(page, 'Control+Home')
  await page.keyboard.type('Corrected: ')
  // What was corrected is kept until the article is created: the words, and not only the title, which came first.
  const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('gloss:import:')).map((name) => localStorage.getItem(name)).join())
  await expect.poll(kept).toContain('Corrected: ')
  expect(await kept()).toContain(title)
  await page.reload()
  await expect(page.getByLabel('Title')).toHaveValue(title)
  await expect(text(page)).toContainText('Corrected: ')
  await page.getByRole('button', { name: 'Create the article' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  // The picture of the page stands first, and the cursor stood in its caption.
  await expect(textOf(page)).toContainText('Corrected:')
  await expect(textOf(page)).toContainText('The harbour was closed on Tuesday')
  await expect(page.getByText(/Imported \w+ \d+, \d{4}/)).toBeVisible()
  await expect(page.getByRole('link', { name: 'Original' })).toHaveAttribute('href', website.at('/story'))

  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: '(as received)' }).click()])
  expect(download.suggestedFilename()).toBe('127.0.0.1.html.txt')
  expect(readFileSync(await download.path(), 'utf8')).toContain('<footer>')
  expect(await page.evaluate(() => 'attacked' in window)).toBe(false)
  await expect(page.getByRole('link', { name: 'Trap' })).toHaveCount(0)
})

test('what is being fetched can be cancelled, and the text pasted instead', async ({ page }) => {
  await fetchFrom(page, website.at('/slow'))
  await expect(page.getByText(/kB received/)).toBeVisible()
  const open = () => website.asked.filter(({ url, socket }) => url === '/slow' && !socket.destroyed).length
  expect(open()).toBe(1)
  await page.getByRole('button', { name: 'Cancel' }).click()
  await expect(page.getByText('You cancelled this.')).toBeVisible()
  await expect.poll(open, { timeout: 2_000 }).toBe(0)
  await page.getByRole('link', { name: 'Paste the text instead' }).click()
  await expect(page.getByLabel(/^Text/)).toBeVisible()
})

test('what cannot be fetched is said in a sentence, at the field or on its page', async ({ page }) => {
  await fetchFrom(page, 'http://192.168.0.1/')
  await expect(page.getByLabel('Address of the article')).toHaveAccessibleDescription(/leads into a private network/)
  await expect(page.getByLabel('Address of the article')).toBeFocused()
  await fetchFrom(page, website.at('/missing'))
  await expect(page.getByText('it answered with status 404')).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('it answered with status 404')).toBeVisible()
  await expect.poll(() => website.asked.filter(({ url }) => url === '/missing').length, { timeout: 15_000 }).toBe(2)
  await expect(page.getByText('it answered with status 404')).toBeVisible()
  await page.getByRole('link', { name: 'Another address' }).click()
  await expect(page.getByLabel('Address of the article')).toBeVisible()
})

const words = ['The ships that were on their way to the harbour waited outside for the', 'whole of the night.']
for (const [name, file] of [
  ['Storm.pdf', madePdf([[{ text: 'Storm at sea', size: 24, y: 770 }, ...column(words)]])],
  ['Storm.docx', madeDocx(paragraph('Storm at sea', 'Title') + paragraph(words.join(' ')))],
] as const) {
  test(`${name} is uploaded, looked over and created`, async ({ page }) => {
    await page.getByText('Upload a file').click()
    await page.getByLabel('File', { exact: true }).setInputFiles({ name, mimeType: 'application/octet-stream', buffer: file })
    await page.getByRole('button', { name: 'Read the file' }).click()
    await expect(text(page)).toHaveText(words.join(' '), { timeout: 45_000 })
    await expect(page.getByLabel('Title')).toHaveValue('Storm at sea')
    await page.getByLabel('Title').fill(titled('Storm'))
    const create = page.getByRole('button', { name: 'Create the article' })
    // Nothing lies over it, wherever the page has come to.
    await page.setViewportSize({ width: 1280, height: 800 })
    for (const down of [-10_000, 120, 240, 10_000]) {
      await page.mouse.wheel(0, down)
      const { x, y, width, height } = (await create.boundingBox())!
      expect(await page.evaluate(([at, of]) => document.elementFromPoint(at!, of!)?.closest('button')?.textContent, [x + width / 2, y + height / 2])).toContain('Create the article')
    }
    await create.click()
    await expect(page.getByText(`From the file “${name}”`)).toBeVisible()
  })
}

test('a scanned PDF is refused with a sentence that says so', async ({ page }) => {
  await page.getByText('Upload a file').click()
  await page.getByLabel('File', { exact: true }).setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: madePdf([[], []]) })
  await page.getByRole('button', { name: 'Read the file' }).click()
  await expect(page.getByText('The pages of this PDF are pictures without text')).toBeVisible({ timeout: 45_000 })
})
