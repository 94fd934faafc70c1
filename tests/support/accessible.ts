import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'
import { takenIn } from './press'

/** Nothing on the page as it stands is in the way of somebody who hears it or goes by keys, as far as a program can tell. */
export async function expectAccessible(page: Page): Promise<void> {
  // The framework sends a page's title after its beginning.
  await expect(page).toHaveTitle(/./)
  await atRest(page)
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
}

/** Waits until what fades has faded: a button that the pointer has just left has the contrast of neither of its two looks. */
async function atRest(page: Page): Promise<void> {
  await takenIn(page)
  await page.evaluate(async () => {
    const fading = document.getAnimations().filter(({ playState, effect }) => playState === 'running' && effect?.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(fading.map(({ finished }) => finished))
  })
}
