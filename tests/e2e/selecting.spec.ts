import type { Page } from '@playwright/test'
import { snapTo } from '@/lib/domain/text/snap'
import { newArticle, newFlag } from '../support/journey'
import { lineOf } from '../support/lines'
import { press } from '../support/press'
import { canonicalText, cardOn, clickOn, drag, expectQuote, marginOf, openArticle, painted, paletteOf, readyToFlag, textOf } from '../support/reading'
import { expect, newPerson, test } from '../support/sign-in'

test.use({ viewport: { width: 1280, height: 900 } })

const english = {
  language: 'en',
  words: ['pillars', 'engineers', 'described'],
  body: `The harbour council closed the old ferry pier on Monday after its engineers had found cracks in eleven of the forty pillars that carry it over the water.

A spokesman described the closure as a precaution, and said that it would last for about six weeks, unless the divers who are to look at the foundations find more. Several residents called it a disgrace, and asked why nobody had looked earlier.`,
} as const
const chinese = {
  language: 'zh-Hant',
  words: ['裂縫', '居民', '工程師'],
  body: `港務局星期一關閉了老碼頭，工程師在四十根支柱當中的十一根發現裂縫，這些支柱支撐著整座碼頭，讓渡輪可以靠岸載客。

一名發言人表示，關閉只是預防措施，大約持續六個星期，除非負責檢查地基的潛水人員發現更多問題。幾位不願具名的居民說這是恥辱，並質疑為什麼一直沒有人更早檢查。`,
} as const

type Point = { x: number; y: number }

async function dragFrom(page: Page, from: Point, to: Point): Promise<void> {
  // The palette before may have moved the page to make room for itself.
  await page.evaluate(() => window.scrollTo(0, 0))
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
}

/** Waits for the passage that a raw selection becomes, and closes its palette. */
async function expectPassage(page: Page, language: string, raw: { start: number; end: number }, why: string): Promise<void> {
  const text = await canonicalText(page)
  const { start, end } = snapTo('word', text, raw, language)
  await expect(paletteOf(page), why).toBeVisible()
  // Between blocks the page has what it likes.
  const selected = async () => (await painted(page)).passage?.map((words) => words.replaceAll('\n', ''))
  await expect.poll(selected, why).toEqual([text.slice(start, end).replaceAll('\n', '')])
  await press(page, 'Escape')
  await expect(paletteOf(page)).toBeHidden()
}

for (const { language, words, body } of [english, chinese]) {
  test(`a drag past the edge of the column ends where its line does (${language})`, async ({ page, signIn }) => {
    const owner = await signIn()
    const article = await newArticle(owner, { body, language })
    // So that a card stands to the right of the first lines.
    await newFlag(await newPerson(), article, words[0], ['statement:opinion'])
    await openArticle(page, article.slug)
    await expect(cardOn(page, words[0])).toBeVisible()
    await page.evaluate(() => window.scrollTo(0, 0))
    const text = await canonicalText(page)
    const column = await textOf(page).boundingBox()
    if (!column) throw new Error('The text is not on the screen')
    for (const word of words.slice(0, 2)) {
      const line = await lineOf(page, word)
      const own = { x: line.x, y: line.y }
      const [right, left, card] = [line.right + 30, line.left - 30, line.right + 120]
      const other = await lineOf(page, word === words[0] ? words[2] : words[0])
      const cases: [string, Point, { start: number; end: number }][] = [
        ['right', { x: right, y: line.y }, { start: line.at, end: line.lineEnd }],
        ['left', { x: left, y: line.y }, { start: line.lineStart, end: line.at }],
        ['onto a card', { x: card, y: line.y }, { start: line.at, end: line.lineEnd }],
        ['up', { x: line.x, y: column.y - 40 }, { start: 0, end: line.at }],
        ['up and right', { x: right, y: column.y - 40 }, { start: 0, end: line.at }],
        ['up and left', { x: left, y: column.y - 40 }, { start: 0, end: line.at }],
        ['down', { x: line.x, y: column.y + column.height + 60 }, { start: line.at, end: text.length }],
        ['down and left', { x: left, y: column.y + column.height + 60 }, { start: line.at, end: text.length }],
        ['to the right of another line', { x: right, y: other.y }, between(line.at, other.lineEnd)],
        ['to the left of another line', { x: left, y: other.y }, between(line.at, other.lineStart)],
      ]
      for (const [where, outside, raw] of cases) {
        if (snapTo('word', text, raw, language).start === snapTo('word', text, raw, language).end) continue
        await dragFrom(page, own, outside)
        await expectPassage(page, language, raw, `from ${word} ${where}`)
        await dragFrom(page, outside, own)
        await expectPassage(page, language, raw, `${where}, then to ${word}`)
      }
    }
  })
}

const between = (a: number, b: number) => ({ start: Math.min(a, b), end: Math.max(a, b) })

test('double clicks, Shift and the keyboard are held to the text as well', async ({ page, signIn }) => {
  const article = await newArticle(await signIn(), { body: english.body })
  await openArticle(page, article.slug)
  await page.evaluate(() => window.scrollTo(0, 0))
  const line = await lineOf(page, 'engineers')
  const wordEnd = line.end

  await page.mouse.dblclick(line.x + 20, line.y, { delay: 0 })
  await expectPassage(page, 'en', { start: line.at, end: wordEnd }, 'double click')
  for (const [clicks, x, raw] of [
    [2, line.right + 30, { start: line.at, end: line.lineEnd }],
    [2, line.left - 30, { start: line.lineStart, end: wordEnd }],
    [3, line.right + 30, { start: 0, end: english.body.indexOf('\n') }],
  ] as const) {
    await page.evaluate(() => window.scrollTo(0, 0))
    await page.mouse.move(line.x + 20, line.y)
    for (let click = 1; click < clicks; click += 1) {
      await page.mouse.down({ clickCount: click })
      await page.mouse.up({ clickCount: click })
    }
    await page.mouse.down({ clickCount: clicks })
    await page.mouse.move(x, line.y, { steps: 4 })
    await page.mouse.up({ clickCount: clicks })
    await expectPassage(page, 'en', raw, `${clicks} clicks and a drag to ${x}`)
  }

  await page.evaluate(() => window.scrollTo(0, 0))
  await page.mouse.click(line.x, line.y)
  await page.keyboard.down('Shift')
  await page.mouse.click(line.right + 30, line.y)
  await page.keyboard.up('Shift')
  await expectPassage(page, 'en', { start: line.at, end: line.lineEnd }, 'Shift and a click')

  await page.evaluate(() => {
    const [last] = [...document.querySelectorAll('[data-block]')].slice(-1)
    const node = last!.firstChild!
    window.getSelection()!.setBaseAndExtent(node, (node.textContent ?? '').indexOf('earlier'), document.querySelector('aside')!, 0)
  })
  await expectPassage(page, 'en', { start: english.body.replace('\n\n', '\n').indexOf('earlier'), end: english.body.length - 1 }, 'keyboard')
})

test('a flagged link opens its card first, its words can be selected, and it is still a link', async ({ page, signIn, context, baseURL }) => {
  const owner = await signIn()
  const [report, budget] = [`${baseURL}/developers`, `${baseURL}/library`]
  const body = `The council published [a report of its engineers](${report}) on Monday, and [the budget](${budget}) too.`
  const article = await newArticle(owner, { body })
  await newFlag(owner, article, 'report of its engineers', ['sourcing:official-document-or-data'])
  await openArticle(page, article.slug)
  const here = page.url()

  await clickOn(page, 'report of')
  const open = cardOn(page, 'report of its engineers').getByRole('link', { name: 'Open link: localhost' })
  await expect(open).toBeVisible()
  expect(page.url()).toBe(here)
  const opened = context.waitForEvent('page')
  await open.click()
  expect((await opened).url()).toBe(report)

  // Where several flags lie, the list of them has the way.
  await newFlag(await newPerson(), article, 'a report', ['statement:opinion'])
  await page.reload()
  await expect(marginOf(page).getByText('2 of 2 flags')).toBeVisible()
  await clickOn(page, 'report of')
  await expect(page.getByRole('dialog', { name: '2 flags here' }).getByRole('link', { name: 'Open link: localhost' })).toBeVisible()
  await press(page, 'Escape')

  // With Ctrl, at once.
  const link = textOf(page).getByRole('link', { name: 'a report of its engineers' })
  const second = context.waitForEvent('page')
  await link.click({ modifiers: ['Control'] })
  expect((await second).url()).toBe(report)

  await drag(page, 'of its')
  await expectQuote(page, 'of its')
  await press(page, 'Escape')
  await drag(page, 'engineers on Monday')
  await expectQuote(page, 'engineers on Monday')
  await press(page, 'Escape')
  expect(page.url()).toBe(here)

  await link.focus()
  await press(page, 'Enter')
  await expect(page).toHaveURL(report)
  await page.goBack()
  await readyToFlag(page)
  await textOf(page).getByRole('link', { name: 'the budget' }).click()
  await expect(page).toHaveURL(budget)
})
