import type { Page } from '@playwright/test'
import { codebook } from '@/lib/i18n/en/codebook'
import { articleEn } from '@/prisma/demo/article-en'
import { articleZhHant } from '@/prisma/demo/article-zh-hant'
import { newArticle, newFlag, titled } from '../support/journey'
import { enter, expect, newPerson, test } from '../support/sign-in'

type Counts = { annotations: number; annotators: number; share: number }
type Dimension = Counts & { labels: Record<string, Counts>; agreement: { alpha: number | null } }
const namesOf = (dimension: string) => new Map(Object.entries(codebook.labels).flatMap(([name, labels]) =>
  name === dimension ? Object.entries(labels).map(([id, words]): [string, string] => [id, words.name]) : []))
const percent = (share: number) => (share > 0 && share < 0.01 ? '<1%' : share.toLocaleString('en', { style: 'percent' }))

/** Opens the summary of a sample article as one gets there: through the library. */
async function openSample(page: Page, title: string, language: string): Promise<void> {
  await page.goto(`/library?lang=${language}&q=${encodeURIComponent(title)}`)
  const href = await page.getByRole('main').getByRole('link', { name: title }).last().getAttribute('href')
  await page.goto((href ?? '').replace(/(\/summary)?$/, '/summary'))
  await expect(page.getByRole('heading', { level: 1, name: title })).toBeVisible()
}

for (const [{ title }, language] of [[articleEn, 'en'], [articleZhHant, 'zh-Hant']] as const) {
  test(`the summary of the ${language} sample prints on two A4 pages`, async ({ page }) => {
    await openSample(page, title, language)
    const pdf = await page.pdf({ format: 'A4' })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(2)
  })
}

test('the page shows the numbers that machines get', async ({ page, request }) => {
  await openSample(page, articleEn.title, 'en')
  const address = (await page.getByRole('link', { name: 'These numbers as JSON' }).getAttribute('href')) ?? ''
  const summary = (await (await request.get(address)).json()) as { annotators: number; dimensions: Record<string, Dimension> }
  expect(summary.annotators).toBe(6)
  for (const [dimension, figures] of Object.entries(summary.dimensions)) {
    const names = namesOf(dimension)
    const tables = page.getByRole('table', { name: new RegExp(`^${dimension}: labels`, 'i'), includeHidden: true })
    for (const [id, { annotations, annotators, share }] of Object.entries(figures.labels)) {
      const row = tables.locator('tr', { has: page.getByText(names.get(id) ?? id, { exact: true }) })
      await expect(row.locator('td')).toHaveText([String(annotations), String(annotators), percent(share)])
    }
    if (figures.agreement.alpha !== null) await expect(page.getByText(`alpha ${figures.agreement.alpha.toFixed(2)}`).first()).toBeAttached()
  }
})

test('where readers part is shown with the votes, and agreement waits for a second reader who has read it all', async ({ page, context }) => {
  const [one, two] = [await newPerson({ name: 'Cy First' }), await newPerson({ name: 'Bo Second' })]
  const article = await newArticle(one)
  await newFlag(one, article, 'called it a disgrace', ['framing:loaded-language'])
  await page.goto(`/articles/${article.slug}/summary`)
  await expect(page.getByText('it takes at least two readers to agree or disagree.').first()).toBeVisible()
  await newFlag(two, article, 'called it a disgrace', ['framing:doubt'])
  await page.reload()
  await expect(page.getByText(/Nobody counts in agreement and votes so far/)).toBeVisible()
  // At the end of the text each says that they have read it all.
  for (const person of [one, two]) {
    await enter(context, person)
    await page.goto(`/articles/${article.slug}`)
    await page.getByRole('button', { name: 'I have read it all' }).click()
    await expect(page.getByRole('button', { name: 'Take back' })).toBeVisible()
  }
  await page.goto(`/articles/${article.slug}/summary`)
  await expect(page.getByText(/2 readers count in agreement and votes so far/)).toBeVisible()
  await expect(page.getByText(/disagree most over one passage/)).toBeVisible()
  const parted = page.locator('section', { has: page.getByRole('heading', { name: 'Where readers disagree' }) })
  await expect(parted).toContainText('called it a disgrace')
  await expect(parted).toContainText('Loaded language')
  await expect(parted).toContainText('Casting doubt')
})

test('the library goes on page by page', async ({ page }) => {
  const owner = await newPerson()
  const word = titled('pagewharf').replace(' ', '')
  for (let i = 1; i <= 21; i += 1) await newArticle(owner, { title: `${word} ${i}`, body: `Number ${i}.`, language: 'en' })
  const titles = page.getByRole('list', { name: 'Articles' }).getByRole('heading')
  await page.goto(`/library?q=${word}`)
  await expect(titles).toHaveCount(20)
  await expect(titles.first()).toHaveText(`${word} 21`)
  await page.getByRole('link', { name: 'Older articles' }).click()
  await expect(titles).toHaveText([`${word} 1`])
  await page.getByRole('link', { name: 'Back to the newest' }).click()
  await expect(titles).toHaveCount(20)
})
