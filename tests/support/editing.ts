import { expect, type Locator, type Page } from '@playwright/test'
import { press, takenIn } from './press'

/** The editor of an article and what its page says of itself, in the English interface. */
export const editorOf = (page: Page) => page.getByRole('textbox', { name: 'Text', exact: true })
export const statusOf = (page: Page, words: string | RegExp) => page.getByRole('status').filter({ hasText: words })

export async function openEditor(page: Page, slug: string): Promise<Locator> {
  await page.goto(`/articles/${slug}/edit`)
  await expect(editorOf(page)).toBeVisible()
  return editorOf(page)
}

/** Writes words before everything else. */
export async function writeFirst(page: Page, words: string): Promise<void> {
  await editorOf(page).click()
  await press(page, 'Control+Home')
  await page.keyboard.type(words)
}

/** Selects words of the editor with the mouse, from their first letter to their last. */
export async function selectIn(page: Page, words: string): Promise<void> {
  await editorOf(page).evaluate((root, sought) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const at = (node.textContent ?? '').indexOf(sought)
      if (at < 0) continue
      const range = document.createRange()
      range.setStart(node, at)
      range.setEnd(node, at + sought.length)
      document.getSelection()?.removeAllRanges()
      document.getSelection()?.addRange(range)
      return
    }
    throw new Error(`Not in the editor: ${sought}`)
  }, words)
  await takenIn(page)
}

export const saveVersion = (page: Page) => page.getByRole('button', { name: 'Save as a new version' }).click()
