import { newArticle, newFlag, storedFlags, type Piece } from '../support/journey'
import { cardOn, cardsOf, clickOn, drag, labelIn, marginOf, openArticle, painted, paletteOf, placeOf, expectQuote, readyToFlag, textOf } from '../support/reading'
import { press } from '../support/press'
import { expect, newPerson, test, type Person } from '../support/sign-in'

const disgrace = 'called it a disgrace'
const spokesman = 'A spokesman said the closure would last about six weeks.'

/** An article with three flags: two of its owner, one of somebody else. */
async function flaggedPiece(owner: Person): Promise<Piece & { ids: string[] }> {
  const article = await newArticle(owner)
  const one = await newFlag(owner, article, spokesman, ['sourcing:unnamed-described', 'statement:prediction'])
  const two = await newFlag(owner, article, disgrace, ['statement:opinion'])
  const three = await newFlag(await newPerson({ name: 'Bo Second' }), article, 'the island dies', ['framing:false-dilemma-no-choice'])
  return { ...article, ids: [one.id, two.id, three.id] }
}

test('who is signed out selects, signs in and is back with the selection', async ({ page }) => {
  const person = await newPerson()
  const article = await newArticle(await newPerson())
  await openArticle(page, article.slug)
  await drag(page, disgrace)
  await paletteOf(page).getByRole('link', { name: 'Sign in to flag' }).click()
  await page.getByLabel('E-mail').fill(person.email)
  await page.getByLabel('Password', { exact: true }).fill(person.password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(new RegExp(`/articles/${article.slug}`))
  await readyToFlag(page)
  await expect(paletteOf(page)).toBeVisible()
  await expectQuote(page, disgrace)
  await labelIn(page, 'Opinion').click()
  await expect.poll(() => storedFlags(article)).toEqual([[disgrace, 'opinion']])
})

test('who is signed out reads the flags of others', async ({ page }) => {
  const article = await flaggedPiece(await newPerson({ name: 'Cy First' }))
  await openArticle(page, article.slug)
  await expect(cardsOf(page)).toHaveCount(3)
  await expect.poll(async () => (await painted(page))['wavy-1']).toEqual(['the island dies'])
})

test('filters by dimension, label and reader leave what fits, in the margin and on the text', async ({ page, signIn }) => {
  const article = await flaggedPiece(await signIn())
  await openArticle(page, article.slug)
  const margin = marginOf(page)
  await expect(margin).toContainText('3 of 3 flags')
  await page.getByRole('button', { name: /^Statement/ }).click()
  await expect(page.getByRole('button', { name: /^Statement/ })).toHaveAttribute('aria-pressed', 'false')
  await expect(margin).toContainText('2 of 3 flags')
  await expect.poll(async () => (await painted(page))['tint-warm-1'] ?? []).toEqual([])
  await margin.getByRole('button', { name: 'Show all' }).click()
  await expect(margin).toContainText('3 of 3 flags')

  await margin.getByLabel('Label', { exact: true }).selectOption({ label: 'Opinion (1)' })
  await expect(cardsOf(page)).toHaveCount(1)
  await expect(cardOn(page, disgrace)).toBeVisible()
  await margin.getByLabel('Label', { exact: true }).selectOption({ label: 'All labels' })
  await margin.getByLabel('Reader', { exact: true }).selectOption({ label: 'Bo Second' })
  await expect(cardsOf(page)).toHaveCount(1)
  await expect(cardOn(page, 'the island dies')).toBeVisible()
  await margin.getByLabel('Reader', { exact: true }).selectOption({ label: 'Only mine' })
  await expect(cardsOf(page)).toHaveCount(2)
  await margin.getByLabel('Label', { exact: true }).selectOption({ label: 'False choice (1)' })
  await expect(margin).toContainText('No flag fits the filter.')
})

test('an address opens an annotation by #a= and a place of the text by #t=', async ({ page, signIn }) => {
  const article = await flaggedPiece(await signIn())
  await openArticle(page, article.slug, `#a=${article.ids[2]}`)
  await expect(cardOn(page, 'the island dies').getByRole('button', { pressed: true })).toBeInViewport()
  await expect.poll(async () => (await painted(page)).chosen).toEqual(['the island dies'])
  const start = [...article.text.slice(0, article.text.indexOf(disgrace))].length
  await page.goto('about:blank')
  await openArticle(page, article.slug, `#t=${start}-${start + [...disgrace].length}`)
  await expect.poll(async () => (await painted(page)).target).toEqual([disgrace])
})

test('after a reload in the middle of a text the margin shows the flags beside what is in sight', async ({ page, signIn }) => {
  const owner = await signIn()
  const words = Array.from({ length: 70 }, (_, i) => `number${i} said so`)
  const article = await newArticle(owner, { body: words.map((each) => `The council met again, and ${each}.`).join('\n\n') })
  for (const each of words) await newFlag(owner, article, each, ['statement:opinion'])
  await openArticle(page, article.slug)
  await placeOf(page, 'number50 said so')
  await expect(cardOn(page, 'number50 said so')).toBeInViewport()
  await page.reload()
  await expect(textOf(page).getByText('number50 said so')).toBeInViewport()
  await expect(cardOn(page, 'number50 said so')).toBeInViewport()
  await page.goto('/library')
  await page.goBack()
  await readyToFlag(page)
  await expect(textOf(page).getByText('number50 said so')).toBeInViewport()
  await expect(cardOn(page, 'number50 said so')).toBeInViewport()
  await page.evaluate(() => document.documentElement.style.setProperty('--serif', 'monospace'))
  await placeOf(page, 'number30 said so')
  await expect(cardOn(page, 'number30 said so')).toBeInViewport()
})

test('a place in the summary leads to the text', async ({ page, signIn }) => {
  const article = await flaggedPiece(await signIn())
  await page.goto(`/articles/${article.slug}/summary`)
  await page.getByRole('navigation', { name: /^The text in / }).getByRole('link').first().click()
  await readyToFlag(page)
  await expect.poll(async () => (await painted(page)).target?.join('')).toMatch(/^The harbour/)
})

test('the help names every key, and its preference stops single keys from flagging', async ({ page, signIn }) => {
  const article = await newArticle(await signIn())
  await openArticle(page, article.slug)
  await textOf(page).focus()
  await press(page, '?')
  const help = page.getByRole('dialog', { name: 'Legend and shortcuts' })
  await expect(help).toBeVisible()
  await expect(help.getByRole('listitem').filter({ hasText: 'Source missing' })).toContainText('0')
  await help.getByLabel(/^Single keys flag and move/).uncheck()
  await press(page, 'Escape')
  await expect(help).toBeHidden()
  await drag(page, disgrace)
  await press(page, '2')
  await expect(labelIn(page, 'Opinion')).toHaveAttribute('aria-pressed', 'false')
  await press(page, 'Escape')
  await page.getByRole('button', { name: 'Legend and shortcuts' }).click()
  await expect(help).toBeVisible()
  await help.getByRole('button', { name: 'Close' }).click()
  await expect(help).toBeHidden()
})

test('a selection never cuts a character of several code points', async ({ page, signIn }) => {
  const family = '👨\u200d👩\u200d👧'
  const article = await newArticle(await signIn(), { body: `Prices rose ${family} again, said 𠮷野家 and the cafe\u0301 beside it.` })
  await openArticle(page, article.slug)
  await page.evaluate((sought) => {
    const walker = document.createTreeWalker(document.querySelector('[data-block]')!, NodeFilter.SHOW_TEXT)
    const node = walker.nextNode()!
    const at = (node.textContent ?? '').indexOf(sought)
    // From the middle of the family to between a letter and its accent.
    window.getSelection()!.setBaseAndExtent(node, at + 3, node, (node.textContent ?? '').indexOf('\u0301'))
  }, family)
  await expect(paletteOf(page)).toBeVisible()
  await press(page, 'b')
  await expectQuote(page, `${family} again, said 𠮷野家 and the cafe\u0301`)
  await press(page, '2')
  await expect.poll(() => storedFlags(article)).toEqual([[`${family} again, said 𠮷野家 and the cafe\u0301`, 'opinion']])
})

test('without the highlight API the flags are painted as marks, and flagging works', async ({ page, signIn }) => {
  await page.addInitScript('delete CSS.highlights')
  const article = await flaggedPiece(await signIn())
  await openArticle(page, article.slug)
  expect(await page.evaluate(() => 'highlights' in CSS)).toBe(false)
  const marks = textOf(page).locator('mark')
  await expect.poll(() => marks.allTextContents()).toEqual(expect.arrayContaining([spokesman, disgrace, 'the island dies']))
  await drag(page, 'a disgrace')
  await press(page, 'a', 'Escape')
  await expect.poll(() => storedFlags(article)).toHaveLength(4)
  await clickOn(page, 'disgrace')
  await expect(page.getByRole('dialog', { name: '2 flags here' })).toBeVisible()
  await page.reload()
  await readyToFlag(page)
  await expect(cardsOf(page)).toHaveCount(4)
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

  test('flags are a sheet from below, and labels are within reach of a thumb', async ({ page, signIn }) => {
    const article = await flaggedPiece(await signIn())
    await openArticle(page, article.slug)
    const bar = marginOf(page).getByRole('button', { name: '3 flags · 2 readers' })
    await expect(bar).toHaveAttribute('aria-expanded', 'false')
    await expect(cardsOf(page)).toHaveCount(0)
    const { from } = await placeOf(page, 'island dies')
    await page.touchscreen.tap(from.x, from.y)
    await expect(bar).toHaveAttribute('aria-expanded', 'true')
    await expect(cardOn(page, 'the island dies').getByRole('button', { pressed: true })).toBeInViewport()
    await bar.tap()
    await expect(bar).toHaveAttribute('aria-expanded', 'false')

    await placeOf(page, 'eleven')
    await page.evaluate(() => {
      const node = document.createTreeWalker(document.querySelector('[data-block]')!, NodeFilter.SHOW_TEXT).nextNode()!
      const at = (node.textContent ?? '').indexOf('eleven of the forty')
      window.getSelection()!.setBaseAndExtent(node, at, node, at + 'eleven of the forty'.length)
    })
    await expect(paletteOf(page)).toBeVisible()
    const bottom = async () => {
      const box = await paletteOf(page).boundingBox()
      return Math.round((box?.y ?? 0) + (box?.height ?? 0))
    }
    await expect.poll(bottom).toBeGreaterThan(820)
    await labelIn(page, 'Checkable fact').tap()
    await expect.poll(() => storedFlags(article)).toContainEqual(['eleven of the forty', 'verifiable-fact-claim'])
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  })
})

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false })

  test('the text can be read and the summary too', async ({ page }) => {
    const article = await flaggedPiece(await newPerson())
    await page.goto(`/articles/${article.slug}`)
    await expect(textOf(page)).toContainText('The harbour council closed the old ferry pier on Monday.')
    await expect(textOf(page).getByRole('heading', { name: 'Who pays for the pillars' })).toBeVisible()
    await page.getByRole('link', { name: 'What readers found' }).click()
    await expect(page.getByRole('heading', { name: 'Framing' })).toBeVisible()
  })
})
