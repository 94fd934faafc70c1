import { expect, type Locator, type Page } from '@playwright/test'
import { press } from './press'

/** The article's text, its palette and its margin, as a reader perceives them in the English or Traditional Chinese interface. */
export const textOf = (page: Page) => page.getByRole('article')
export const paletteOf = (page: Page) => page.getByRole('dialog', { name: /^(Flag(ged:)? “|已?標記「)/ })
export const marginOf = (page: Page) => page.getByRole('complementary', { name: /^(Flags|標記)$/ })
export const cardsOf = (page: Page) => marginOf(page).getByRole('button', { name: /^Flag( with \d+ labels)? by | 在「.+」的標記/s })
export const cardOn = (page: Page, quote: string) => marginOf(page).getByRole('listitem').filter({ hasText: quote })

/** Opens an article and waits until its flags are there, which is when it can be worked with. */
export async function openArticle(page: Page, slug: string, hash = ''): Promise<void> {
  await page.goto(`/articles/${slug}${hash}`)
  await readyToFlag(page)
}

export const readyToFlag = (page: Page) => expect(page.getByRole('button', { name: /^(Sourcing|消息來源)\s*\d+$/ })).toBeVisible()

/** Draws over a quote with the mouse, from its first letter to its last; Alt keeps the selection from growing to words. */
export async function drag(page: Page, quote: string): Promise<void> {
  const { from, to } = await placeOf(page, quote)
  await page.mouse.move(from.x, from.y)
  await page.mouse.down()
  await page.mouse.move((from.x + to.x) / 2, (from.y + to.y) / 2, { steps: 4 })
  await page.mouse.move(to.x, to.y, { steps: 4 })
  await page.mouse.up()
  await expect(paletteOf(page)).toBeFocused()
}

/** Clicks on the first letters of a quote. */
export async function clickOn(page: Page, quote: string): Promise<void> {
  const { from } = await placeOf(page, quote)
  await page.mouse.click(from.x + 4, from.y)
}

/** The words that the open palette is about. */
export async function quoteOf(page: Page): Promise<string> {
  const name = (await paletteOf(page).getAttribute('aria-label')) ?? ''
  return /[“「]([\s\S]*)[”」]/.exec(name)?.[1] ?? ''
}

/** Waits until the open palette is about these words and no others. */
export const expectQuote = (page: Page, quote: string) =>
  expect(page.getByRole('dialog', { name: `Flag “${quote}”`, exact: true })).toBeVisible()

/** A label of the palette. */
export const labelIn = (page: Page, name: string): Locator => paletteOf(page).getByRole('button', { name, exact: true })

/** Tabs from where the focus is until the text has it, as somebody without a mouse gets there. */
export async function tabToText(page: Page): Promise<void> {
  const reached = () => textOf(page).evaluate((text) => text === document.activeElement)
  for (let presses = 0; presses < 40; presses += 1) {
    await press(page, 'Tab')
    if (await reached()) return
  }
  throw new Error('The text cannot be reached with the Tab key')
}

/** The words under each kind of paint: what the browser's highlights cover, by the name of the layer. */
export async function painted(page: Page): Promise<Record<string, string[]>> {
  return page.evaluate(() =>
    Object.fromEntries(
      Array.from(CSS.highlights, ([name, highlight]) => {
        const words = Array.from(highlight, (edge) => {
          const range = document.createRange()
          range.setStart(edge.startContainer, edge.startOffset)
          range.setEnd(edge.endContainer, edge.endOffset)
          return range.toString()
        })
        return [name.replace(/^gloss-/, ''), words.sort()]
      }),
    ),
  )
}

/** The canonical text as the page holds it: its blocks joined by newlines. */
export const canonicalText = (page: Page): Promise<string> =>
  textOf(page).evaluate((root) => {
    const words = (node: Node): string =>
      node.nodeName === 'BR' ? '\n' : node instanceof Text ? node.data : Array.from(node.childNodes, words).join('')
    return Array.from(root.querySelectorAll('[data-block]'), words).join('\n')
  })

/** The middles of a quote's first and last letter on the screen, after bringing it to the window's middle. */
export async function placeOf(page: Page, quote: string) {
  return textOf(page).evaluate((root, sought) => {
    for (const block of root.querySelectorAll('[data-block]')) {
      const at = (block.textContent ?? '').indexOf(sought)
      if (at < 0) continue
      const letter = (offset: number) => {
        const walker = document.createTreeWalker(block, NodeFilter.SHOW_TEXT)
        let before = 0
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          const length = node.textContent?.length ?? 0
          if (offset < before + length) {
            const range = document.createRange()
            range.setStart(node, offset - before)
            range.setEnd(node, offset - before + 1)
            return range
          }
          before += length
        }
        throw new Error(`No letter ${offset}`)
      }
      const [first, last] = [letter(at), letter(at + sought.length - 1)]
      const box = first.getBoundingClientRect()
      window.scrollBy({ top: box.top - window.innerHeight / 3, behavior: 'instant' })
      const [a, b] = [first.getBoundingClientRect(), last.getBoundingClientRect()]
      return { from: { x: a.left + 1, y: (a.top + a.bottom) / 2 }, to: { x: b.right - 1, y: (b.top + b.bottom) / 2 } }
    }
    throw new Error(`Not in the text: ${sought}`)
  }, quote)
}
