import type { Page } from '@playwright/test'
import { body, newArticle, newFlag } from '../support/journey'
import { press } from '../support/press'
import { cardOn, marginOf, openArticle, paletteOf, placeOf, textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'

const text = `${body}\n\n${body.replaceAll('##', '###')}`
const phone = { hasTouch: true, isMobile: true }

/** The height of a place of the text and that above which nothing lies over it. */
const overText = (page: Page, sheet: string, quote: string) =>
  page.evaluate(({ sheet, quote }) => {
    const walker = document.createTreeWalker(document.querySelector('article')!, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(quote)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + quote.length)
      const { top, bottom } = range.getClientRects()[0]!
      const header = document.querySelector('body > header')!.getBoundingClientRect()
      return { top, bottom, from: Math.max(0, header.bottom), to: document.querySelector(sheet)!.getBoundingClientRect().top }
    }
    throw new Error(`Not in the text: ${quote}`)
  }, { sheet, quote })

const inSightOver = async (page: Page, sheet: string, quote: string) => {
  const { top, bottom, from, to } = await overText(page, sheet, quote)
  return top >= from && bottom <= to ? 'in sight' : { top, bottom, from, to }
}

for (const viewport of [{ width: 390, height: 844 }, { width: 844, height: 390 }, { width: 320, height: 256 }]) {
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport, ...phone })

    test('the words of a tapped flag stay in sight above the cards', async ({ page, signIn }) => {
      const owner = await signIn()
      const article = await newArticle(owner, { body: text })
      for (const quote of ['eleven of the forty', 'called it a disgrace', 'the island dies']) await newFlag(owner, article, quote, ['statement:opinion'])
      await newFlag(owner, article, 'so will the council', ['statement:opinion'])
      await openArticle(page, article.slug)
      for (const [quote, share] of [['called it a disgrace', 0.85], ['the island dies', 0.6], ['eleven of the forty', 0.3], ['so will the council', 0.9]] as const) {
        const { from } = await placeOf(page, quote)
        await page.evaluate((by) => window.scrollBy({ top: by, behavior: 'instant' }), from.y - share * (viewport.height - 60))
        const { top, bottom } = await overText(page, '.reader-sheet', quote)
        await page.touchscreen.tap(from.x + 4, (top + bottom) / 2)
        await expect(cardOn(page, quote).getByRole('button', { pressed: true })).toBeVisible()
        await expect.poll(() => inSightOver(page, '.reader-sheet', quote), quote).toBe('in sight')
        await marginOf(page).getByRole('button', { expanded: true }).tap()
        await expect(marginOf(page).getByRole('button', { expanded: false }).first()).toBeVisible()
      }
    })
  })
}

/** 400 %, 200 %, a phone on its side, and one whose keyboard is open. */
for (const viewport of [{ width: 320, height: 256 }, { width: 640, height: 400 }, { width: 844, height: 390 }, { width: 390, height: 500 }]) {
  test.describe(`${viewport.width} by ${viewport.height}`, () => {
    test.use({ viewport })

    test('one can choose labels and write a note', async ({ page, signIn }) => {
      const article = await newArticle(await signIn(), { body: text })
      await openArticle(page, article.slug)
      await placeOf(page, 'called it a disgrace')
      await page.evaluate(() => {
        for (const block of document.querySelectorAll('[data-block]')) {
          const node = block.firstChild
          const at = (node?.textContent ?? '').indexOf('called it a disgrace')
          if (node && at >= 0) return window.getSelection()!.setBaseAndExtent(node, at, node, at + 'called it a disgrace'.length)
        }
      })
      await expect(paletteOf(page)).toBeVisible()
      await expect.poll(() => inSightOver(page, '.reader-palette', 'called it')).toBe('in sight')
      expect(await wholeLabels(page)).toBeGreaterThanOrEqual(3)
      const opinion = paletteOf(page).getByRole('button', { name: 'Opinion', exact: true })
      await opinion.click()
      await expect(opinion).toHaveAttribute('aria-pressed', 'true')

      await paletteOf(page).getByRole('button', { name: 'Note and evidence' }).click()
      const note = paletteOf(page).getByRole('textbox', { name: 'Note' })
      await expect(note).toBeInViewport({ ratio: 1 })
      await expect(opinion).toBeHidden()
      await expect(paletteOf(page).getByText('Statement: Opinion')).toBeInViewport({ ratio: 1 })
      await expect.poll(() => inSightOver(page, '.reader-palette', 'called it')).toBe('in sight')
      await note.click()
      await page.keyboard.type('Whose word?')
      const save = paletteOf(page).getByRole('button', { name: 'Save' })
      await expect(save).toBeInViewport({ ratio: 1 })
      // Nothing lies over the field or over what saves it.
      for (const each of [note, save]) expect(await each.evaluate((element) => {
        const { left, top, width, height } = element.getBoundingClientRect()
        return element.contains(document.elementFromPoint(left + width / 2, top + height / 2))
      })).toBe(true)
      await paletteOf(page).getByRole('button', { name: 'Labels' }).click()
      await expect(opinion).toBeVisible()
      await save.click()
      await expect(paletteOf(page)).toBeHidden()
      await press(page, 'Escape')
      await expect(textOf(page)).toBeVisible()
    })
  })
}

/** How many labels can be seen whole, with nothing over them. */
const wholeLabels = (page: Page) =>
  page.evaluate(() => [...document.querySelectorAll('.reader-label')].filter((label) => {
    const { left, right, top, bottom } = label.getBoundingClientRect()
    const corners = [[left + 12, top + 3], [right - 12, bottom - 3]] as const
    return corners.every(([x, y]) => label.contains(document.elementFromPoint(x, y)))
  }).length)
