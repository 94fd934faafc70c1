import type { Page } from '@playwright/test'

/**
 * Presses keys as a person does, who lets the page take in one before the next: of a selection, for one, the browser tells
 * a page in a task of its own, and what a key brought about is painted before the next hand moves.
 */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  await takenIn(page)
  for (const key of keys) {
    await page.keyboard.press(key)
    // Where a key leads away there is nothing left to wait for.
    await takenIn(page).catch(() => undefined)
  }
}

/** Waits until the page has dealt with what it was told and has painted it. */
export const takenIn = (page: Page) =>
  page.evaluate(() => new Promise<void>((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve)))))
