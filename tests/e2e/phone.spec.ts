import { newArticle } from '../support/journey'
import { openArticle, paletteOf, textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('the last words of a text can be seen while they are flagged', async ({ page, signIn }) => {
  const article = await newArticle(await signIn(), { body: 'The council said nothing.\n\nExperts believe that the pier will fall.' })
  await openArticle(page, article.slug)
  await textOf(page).locator('[data-block]').last().evaluate((block) => {
    const words = document.createTreeWalker(block, NodeFilter.SHOW_TEXT).nextNode()!
    window.getSelection()!.selectAllChildren(words.parentNode!)
  })
  await expect(paletteOf(page)).toBeVisible()
  const hidden = () => textOf(page).locator('[data-block]').last().evaluate((block) => {
    const { left, bottom } = block.getBoundingClientRect()
    return !block.contains(document.elementFromPoint(left + 20, bottom - 4))
  })
  await expect.poll(hidden).toBe(false)
})
