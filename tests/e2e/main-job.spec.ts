import { randomUUID } from 'node:crypto'
import type { Page } from '@playwright/test'
import { canonicalText, cardsOf, drag, labelIn, painted, paletteOf, quoteOf, readyToFlag, tabToText, textOf } from '../support/reading'
import { titled } from '../support/journey'
import { press } from '../support/press'
import { realInput } from '../support/real-input'
import { expect, test } from '../support/sign-in'

/** Where a flag of this test stands, in code points, and which labels it has: what the numbers are computed from. */
type Flagged = { start: number; end: number; quote: string; labels: [dimension: string, label: string][] }
const paints: Record<string, string> = {
  'unnamed-described': 'underline-dashed', 'missing-source': 'underline-dotted', opinion: 'tint-warm', 'value-judgement': 'tint-warm',
  'verifiable-fact-claim': 'tint-cool', 'loaded-language': 'wavy', doubt: 'wavy',
}

test('somebody new imports an article, flags it on all three dimensions, and the summary is right to the character', async ({ page, request }) => {
  test.slow()
  const title = titled('The main job')
  await signUp(page)
  await page.goto('/articles/new')
  await page.getByText('Upload a file').click()
  await page.getByLabel('File', { exact: true }).setInputFiles(realInput())
  await page.getByLabel('Title').fill(title)
  await page.getByRole('button', { name: 'Create the article' }).click()
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
  await readyToFlag(page)
  await expect(textOf(page)).toHaveAttribute('lang', 'zh-Hant')

  const text = await canonicalText(page)
  expect(text).not.toMatch(/!\[|\]\(/)
  const first = text.split('\n').find((block) => [...block].length > 45) ?? ''

  // By mouse; one label by key, one by click, one by its mnemonic.
  await drag(page, [...first].slice(4, 32).join(''))
  const one = await flagged(page, text, [['sourcing', 'unnamed-described'], ['statement', 'opinion'], ['framing', 'loaded-language']])
  await press(page, 'i')
  await labelIn(page, 'Opinion').click()
  await press(page, 'a')
  await expectPressed(page, ['Unnamed but described', 'Opinion', 'Loaded language'])
  await labelIn(page, 'Done').click()
  await expect(paletteOf(page)).toBeHidden()

  // By keyboard alone, from the top of the page.
  await page.goto(page.url())
  await readyToFlag(page)
  await tabToText(page)
  await press(page, 'ArrowDown', 'ArrowDown', 'ArrowRight', 'ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Shift+ArrowRight', 'Enter')
  await expect(paletteOf(page)).toBeFocused()
  const two = await flagged(page, text, [['sourcing', 'missing-source'], ['statement', 'verifiable-fact-claim'], ['framing', 'doubt']])
  await press(page, '0', '1', 'k')
  await expectPressed(page, ['Source missing', 'Checkable fact', 'Casting doubt'])
  await press(page, 'Escape')
  await expect(textOf(page)).toBeFocused()

  // Over the end of the first: with one of its labels, and one of another.
  await drag(page, [...first].slice(20, 42).join(''))
  const three = await flagged(page, text, [['statement', 'value-judgement'], ['framing', 'loaded-language']])
  await press(page, '3', 'a')
  await expectPressed(page, ['Value judgement', 'Loaded language'])
  await press(page, 'Escape')
  expect(three.start).toBeLessThan(one.end)
  expect(three.end).toBeGreaterThan(one.end)
  const all = [one, two, three]

  const address = await summaryAddress(page)
  const numbersAreRight = async () => expectNumbers(await (await request.get(address)).json(), all, [...text].length)
  // A flag's second label arrives after its first: all three flags are there before all that they say is.
  await expect(numbersAreRight).toPass()
  await page.reload()
  await readyToFlag(page)
  await expect(cardsOf(page)).toHaveCount(3)
  for (const { quote } of all) await expect(cardsOf(page).and(page.getByRole('button', { name: `“${quote}”` }))).toHaveCount(1)
  await expect(() => expectPaint(page, all)).toPass()

  await numbersAreRight()
  await page.getByRole('link', { name: 'What readers found' }).click()
  await expectPage(page, all, [...text].length)
})

async function signUp(page: Page): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Name', { exact: true }).fill('Noa Newcomer')
  await page.getByLabel('E-mail').fill(`${randomUUID()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill('tram stops before noon')
  await page.getByRole('button', { name: 'Create the account' }).click()
  await expect(page.getByRole('link', { name: 'Add an article' }).or(page.getByRole('link', { name: 'New article' })).first()).toBeVisible()
}

/** What the open palette is about, found again in the text without the product's help. */
async function flagged(page: Page, text: string, labels: Flagged['labels']): Promise<Flagged> {
  const quote = await quoteOf(page)
  const at = text.indexOf(quote)
  expect(at).toBeGreaterThanOrEqual(0)
  expect(text.indexOf(quote, at + 1), 'the quote occurs once').toBe(-1)
  const start = [...text.slice(0, at)].length
  return { start, end: start + [...quote].length, quote, labels }
}

async function expectPressed(page: Page, names: string[]): Promise<void> {
  const pressed = paletteOf(page).getByRole('group').getByRole('button', { pressed: true })
  await expect(pressed).toHaveCount(names.length)
  for (const name of names) await expect(labelIn(page, name)).toHaveAttribute('aria-pressed', 'true')
}

async function summaryAddress(page: Page): Promise<string> {
  const slug = new URL(page.url()).pathname
  const other = await page.context().newPage()
  await other.goto(`${slug}/summary`)
  await other.reload()
  const address = await other.getByRole('link', { name: 'These numbers as JSON' }).getAttribute('href')
  await other.close()
  return address ?? ''
}

/** Code points under at least one of the flags. */
function covered(flags: Flagged[]): number {
  return new Set(flags.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, i) => start + i))).size
}

/** The words under a kind of paint, whatever its level, are as many as the flags cover that have such a label. */
async function expectPaint(page: Page, all: Flagged[]): Promise<void> {
  const layers = await painted(page)
  for (const paint of new Set(Object.values(paints))) {
    const words = Object.entries(layers).flatMap(([name, strings]) => (name.startsWith(`${paint}-`) ? strings : []))
    const flags = all.filter(({ labels }) => labels.some(([, label]) => paints[label] === paint))
    expect(words.reduce((sum, each) => sum + [...each].length, 0), paint).toBe(covered(flags))
  }
}

type Counts = { annotations: number; annotators: number; characters: number; share: number }
type Summary = {
  unit: string
  textLength: number
  annotators: number
  annotations: number
  dimensions: Record<string, Counts & { labels: Record<string, Counts>; agreement: { alpha: number | null; undefined: string | null } }>
}

async function expectNumbers(summary: Summary, all: Flagged[], length: number): Promise<void> {
  expect(summary).toMatchObject({ unit: 'code point', textLength: length, annotators: 1, annotations: 3 })
  for (const dimension of ['sourcing', 'statement', 'framing']) {
    const flags = all.filter(({ labels }) => labels.some(([name]) => name === dimension))
    const figures = summary.dimensions[dimension]
    expect(figures, dimension).toMatchObject(countsOf(flags, length))
    expect(figures?.agreement).toMatchObject({ alpha: null, undefined: 'fewer-than-two-annotators' })
    const names = new Set(flags.flatMap(({ labels }) => labels.filter(([name]) => name === dimension).map(([, label]) => label)))
    const expected = [...names].map((name) => [name, countsOf(flags.filter(({ labels }) => labels.some(([, label]) => label === name)), length)])
    expect(figures?.labels).toEqual(Object.fromEntries(expected))
  }
}

function countsOf(flags: Flagged[], length: number): Counts {
  const characters = covered(flags)
  return { annotations: flags.length, annotators: 1, characters, share: Math.round((characters / length) * 10_000) / 10_000 }
}

const percent = (share: number) => (share < 0.01 ? '<1%' : share.toLocaleString('en', { style: 'percent' }))

/** The same numbers as a reader sees them. */
async function expectPage(page: Page, all: Flagged[], length: number): Promise<void> {
  const short = (flags: Flagged[]) => percent(countsOf(flags, length).share)
  const loaded = all.filter(({ labels }) => labels.some(([, label]) => label === 'loaded-language'))
  const row = page.getByRole('table', { name: /^Framing/ }).getByRole('row', { name: /^Loaded language/ })
  await expect(row.getByRole('cell')).toHaveText(['2', '1', short(loaded)])
  await expect(page.getByRole('table', { name: /^Sourcing/ }).getByRole('row', { name: /^Source missing/ }).getByRole('cell').first()).toHaveText('1')
  await expect(page.getByText(`out of ${length.toLocaleString('en')}`)).toBeAttached()
  await expect(page.getByText(/^One reader flagged/)).toContainText(`${short(all)} of the text`)
}
