import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { createAssignment } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { newArticle, viewerOf } from '../support/journey'
import { exercise, must } from '../support/lesson'
import { cardsOf, labelIn, marginOf, openArticle, paletteOf, readyToFlag, textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'

test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true })

test('the last words of a text can be seen while the key of an exercise is made', async ({ page, signIn }) => {
  const teacher = await signIn()
  const body = 'The council said nothing.\n\nExperts believe that the pier will fall.'
  const { slug } = await newArticle(teacher, { body })
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  const { id } = must(await createAssignment(viewerOf(teacher), classId, slug, assignmentIn('Asia/Taipei').parse(exercise)))
  await page.goto(`/assignments/${id}/key`)
  await readyToFlag(page)
  const last = textOf(page).locator('[data-block]').last()
  await last.evaluate((block) => {
    window.getSelection()!.selectAllChildren(block)
  })
  await expect(paletteOf(page)).toBeVisible()
  const inSight = () => last.evaluate((block) => {
    const { left, bottom } = block.getBoundingClientRect()
    return block.contains(document.elementFromPoint(left + 20, bottom - 4))
  })
  await expect.poll(inSight).toBe(true)
})

test('flag after flag the list stays shut and the page stays where it is', async ({ page, signIn }) => {
  const { slug } = await newArticle(await signIn())
  await openArticle(page, slug)
  const handle = marginOf(page).getByRole('button', { expanded: false })
  for (const quote of ['closed the old ferry pier', 'asked not to be named', 'the same report lists nine']) {
    await textOf(page).evaluate((root, sought) => {
      const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const at = node.textContent?.indexOf(sought) ?? -1
        if (at < 0) continue
        node.parentElement?.scrollIntoView({ block: 'start', behavior: 'instant' })
        window.scrollBy({ top: -120, behavior: 'instant' })
        window.getSelection()?.setBaseAndExtent(node, at, node, at + sought.length)
      }
    }, quote)
    await labelIn(page, 'Opinion').tap()
    await expect(labelIn(page, 'Opinion')).toHaveAttribute('aria-pressed', 'true')
    const before = await page.evaluate(() => window.scrollY)
    await page.getByRole('button', { name: 'Done' }).tap()
    await expect(paletteOf(page)).toBeHidden()
    await expect(handle).toBeVisible()
    expect(await page.evaluate(() => window.scrollY)).toBe(before)
  }
  await handle.tap()
  await expect(cardsOf(page)).toHaveCount(3)
})
