import { newArticle, newFlag, storedFlags } from '../support/journey'
import { press } from '../support/press'
import { canonicalText, drag, expectQuote, openArticle, textOf } from '../support/reading'
import { expect, newPerson, test } from '../support/sign-in'

test('flags can be read as part of the text, which stays as it is, and be skipped', async ({ page, signIn }) => {
  const owner = await signIn()
  const other = await newPerson({ name: 'Bo Second' })
  const article = await newArticle(owner)
  await newFlag(owner, article, 'called it a disgrace', ['statement:opinion', 'framing:loaded-language'])
  await newFlag(other, article, 'called it a disgrace', ['statement:opinion'])
  await newFlag(other, article, 'Several residents, who asked not to be named, called', ['sourcing:unnamed-described'])
  await openArticle(page, article.slug)
  const [text, html] = [await canonicalText(page), await textOf(page).innerHTML()]

  // The first things on the page under its head are ways past what comes.
  const skip = page.getByRole('navigation', { name: 'Skip', exact: true })
  const toggle = skip.getByRole('button', { name: 'Read with flags' })
  await toggle.focus()
  await expect(toggle).toBeInViewport()
  await press(page, 'Enter')
  await expect(toggle).toHaveAttribute('aria-pressed', 'true')

  const marks = textOf(page).locator('mark')
  await expect(marks.first()).toBeAttached()
  expect(await canonicalText(page)).toBe(text)
  const session = await page.context().newCDPSession(page)
  type Node = { nodeId: string; childIds?: string[]; role?: { value: string }; name?: { value: string } }
  const heard = async () => {
    const { nodes } = (await session.send('Accessibility.getFullAXTree')) as { nodes: Node[] }
    const byId = new Map(nodes.map((node) => [node.nodeId, node]))
    const words = (node: Node | undefined): string[] =>
      node?.role?.value === 'StaticText' ? [node.name?.value.trim() ?? ''] : (node?.childIds ?? []).flatMap((id) => words(byId.get(id)))
    return words(nodes[0]).join(' ')
  }
  await expect.poll(heard).toMatch(
    /Flag: Unnamed but described \(1 reader\)\. Several residents, who asked not to be named, Flag: Loaded language \(1 reader\) and Opinion \(2 readers\)\. called End of flag\. it a disgrace End of flag\./,
  )
  // What says more is the flag's card.
  const details = await textOf(page).locator('mark[aria-details]').first().getAttribute('aria-details')
  await expect(page.locator(`[id="${details?.split(' ')[0]}"]`)).toBeAttached()

  await drag(page, 'residents, who')
  await expectQuote(page, 'residents, who')
  await press(page, '2', 'Escape')
  await expect.poll(async () => (await storedFlags(article)).map(([quote]) => quote)).toContain('residents, who')
  expect(await canonicalText(page)).toBe(text)

  // It is remembered, and can be taken back.
  await page.reload()
  await expect(marks.first()).toBeAttached()
  await toggle.focus()
  await press(page, 'Enter')
  await expect(marks).toHaveCount(0)
  expect(await textOf(page).innerHTML()).toBe(html)

  await skip.getByRole('link', { name: 'Skip past the flags' }).focus()
  await press(page, 'Enter', 'Tab')
  expect(await page.evaluate(() => document.activeElement?.closest('aside, article'))).toBeNull()
  await skip.getByRole('link', { name: 'Skip to the text' }).focus()
  await press(page, 'Enter')
  await expect(textOf(page)).toBeFocused()
})
