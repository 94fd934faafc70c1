import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { createAssignment } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { newArticle, viewerOf } from '../support/journey'
import { exercise, must } from '../support/lesson'
import { paletteOf, readyToFlag, textOf } from '../support/reading'
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
