import { body, newArticle, newFlag } from '../support/journey'
import { press } from '../support/press'
import { clickOn, drag, labelIn, openArticle, textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'

/** What a kind of flag is drawn with, colours aside. */
const signs = ['tint-cool-1', 'tint-warm-1', 'underline-solid-1', 'underline-dashed-1', 'underline-dotted-1', 'plain-1', 'wavy-1'] as const

for (const forcedColors of ['active', 'none'] as const) {
  test.describe(`forced colours: ${forcedColors}`, () => {
    test.use({ contextOptions: { forcedColors } })

    test('kinds of flags differ by more than colour, and what is chosen or has the focus can be seen', async ({ page, signIn }) => {
      const owner = await signIn()
      const same = 'It is the same again.'
      const article = await newArticle(owner, { body: `${body}\n\n${Array(6).fill(same).join('\n\n')}` })
      const first = article.text.indexOf(same)
      const kinds = ['statement:opinion', 'statement:opinion', 'statement:verifiable-fact-claim', 'sourcing:named-person', 'framing:loaded-language'] as const
      for (const [i, kind] of kinds.entries()) {
        const before = first + i * (same.length + 1)
        // A flag goes to the first place with its words: those before must not count.
        await newFlag(owner, { ...article, text: ' '.repeat(before) + article.text.slice(before) }, same, [kind])
      }
      await newFlag(owner, article, 'called it a disgrace', ['statement:opinion'])
      await newFlag(owner, article, 'The budget lists four million', ['statement:verifiable-fact-claim'])
      await newFlag(owner, article, 'the island dies', ['framing:loaded-language'])
      await openArticle(page, article.slug)
      const lines = await textOf(page).evaluate((text, names) => names.map((name) => {
        const { textDecorationLine, textDecorationStyle } = getComputedStyle(text.querySelector('[data-block]')!, `::highlight(gloss-${name})`)
        return `${textDecorationLine} ${textDecorationStyle}`
      }), signs)
      expect(new Set(lines).size, lines.join(', ')).toBe(signs.length)
      // And as they are seen: the same words with a flag of each kind, and twice with the same.
      // On whole pixels, so that alike is drawn alike.
      await textOf(page).locator('p').evaluateAll((all) => all.forEach((each) => Object.assign(each.style, { lineHeight: '32px', marginBlock: '24px' })))
      const seen = async (i: number) => (await textOf(page).locator('p').nth(i).screenshot()).toString('base64')
      expect(await seen(6)).toBe(await seen(5))
      expect(new Set(await Promise.all([5, 7, 8, 9, 10].map(seen))).size).toBe(5)
      // The small signs of the legend and the palette as well.
      const swatches = await page.getByRole('group', { name: /^Flags shown/ }).locator('svg').evaluateAll((all) =>
        all.map((svg) => [...svg.children].map((part) => `${part.tagName} ${part.getAttribute('d')} ${part.getAttribute('stroke-dasharray')}`).join()))
      expect(new Set(swatches).size).toBe(6)

      await clickOn(page, 'island dies')
      const card = page.locator('.reader-card[data-chosen]')
      const other = page.locator('.reader-card:not([data-chosen])').first()
      const frame = (element: Element) => {
        const { outlineStyle, boxShadow, borderBlockStartColor } = getComputedStyle(element)
        return [outlineStyle, boxShadow, borderBlockStartColor].join()
      }
      expect(await card.evaluate(frame)).not.toBe(await other.evaluate(frame))

      await drag(page, 'engineers had found')
      await press(page, '2')
      const looks = (element: Element) => {
        const { backgroundColor, borderColor } = getComputedStyle(element)
        return `${backgroundColor} ${borderColor}`
      }
      expect(await labelIn(page, 'Opinion').evaluate(looks)).not.toBe(await labelIn(page, 'Checkable fact').evaluate(looks))
      await press(page, 'Tab')
      expect(await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)).toBe('solid')
      await press(page, 'Escape')
    })
  })
}
