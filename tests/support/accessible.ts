import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** Nothing on the page as it stands is in the way of somebody who hears it or goes by keys, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // The framework sends a page's title after its beginning.
  await expect(page).toHaveTitle(/./)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}
