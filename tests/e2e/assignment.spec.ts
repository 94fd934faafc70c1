import { assignment as words } from '@/lib/i18n/en/assignment'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { Prisma } from '@/prisma/generated/client'
import { expectAccessible } from '../support/accessible'
import { newArticle, viewerOf } from '../support/journey'
import { must } from '../support/lesson'
import { beginAssignment, handIn, lookAgain, pageOf, progressIn, sendAssignment, setRevealed } from '../support/lesson-steps'
import { press } from '../support/press'
import { cardsOf, drag, labelIn, paletteOf, readyToFlag } from '../support/reading'
import { expect, newPerson, test } from '../support/sign-in'
import { wordsIn } from '../support/words'

test.describe.configure({ timeout: 120_000 })

test('an exercise about one label: the form keeps what was typed, the palette offers no other, and a reveal reaches who waits', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const [teacher, ada] = [await signIn({ name: 'Mr Lin' }), await newPerson({ name: 'Ada First' })]
  const article = await newArticle(teacher)
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classMember.create({ data: { classId, userId: ada.id, role: 'student' } })
  await page.goto(`/classes/${classId}`)

  const address = await test.step('the form: what is wrong stands at its field, nothing typed is lost', async () => {
    await beginAssignment(page, t, article.title)
    await page.getByRole('button', { name: words.form.presets.discussion.name }).click()
    await page.getByRole('textbox', { name: words.form.instructions }).fill('Look for opinions.')
    await page.getByLabel(words.form.title, { exact: true }).fill('')
    await page.getByLabel(words.form.flags).fill('1')
    await page.locator('summary', { hasText: words.form.labels }).click()
    await page.getByLabel('Opinion', { exact: true }).check()
    await page.getByRole('button', { name: words.form.submit }).click()
    await expect(page.getByLabel(words.form.title, { exact: true })).toBeFocused()
    await expect(page.getByRole('textbox', { name: words.form.instructions })).toContainText('Look for opinions.')
    await expectAccessible(page)
    await page.getByLabel(words.form.title, { exact: true }).fill('Who says so?')
    const path = await sendAssignment(page, t, 'Who says so?')
    await expectAccessible(page)
    return path
  })

  const student = await pageOf(browser, ada, address)
  await test.step('a student flags with the offered label only, sees the count move, and changes nothing once it is handed in', async () => {
    await readyToFlag(student)
    const count = progressIn(student, t, words.progress.all)
    await expect(count).toContainText('0 of 1')
    await expectAccessible(student)
    await drag(student, 'called it a disgrace')
    await expect(paletteOf(student).getByRole('group')).toHaveCount(1)
    await labelIn(student, 'Opinion').click()
    await press(student, 'n')
    await student.keyboard.type('Nobody is named')
    await expect(count).toContainText('1 of 1')
    // An open note is saved before the work is handed in.
    await student.getByRole('button', { name: words.work.handIn }).click()
    await expect(cardsOf(student)).toHaveCount(1)
    await expect.poll(() => db.annotation.count({ where: { author: { id: ada.id }, note: { not: Prisma.DbNull } } })).toBe(1)
    await press(student, 'Escape')
    await student.reload()
    await expect(cardsOf(student)).toHaveCount(1)
    await cardsOf(student).click()
    await student.getByRole('button', { name: 'Edit' }).click()
    await student.keyboard.type(' at all')
    await student.getByRole('button', { name: 'Done' }).click()
    await handIn(student, t)
    await expect(student.getByText(words.shut['handed-in'])).toBeVisible()
    await student.getByRole('article').focus()
    await press(student, 'Control+z')
    await expect(student.getByText('That could not be done.')).toBeVisible()
    await expect(cardsOf(student)).toHaveCount(1)
    await expect(student.getByText('Nobody is named at all')).toBeVisible()
    await drag(student, 'Readers may decide')
    await expect(paletteOf(student)).toContainText(words.shut['handed-in'])
    await press(student, 'Escape')
    await expect(student.getByText(words.gate.reveal)).toBeVisible()
  })

  await test.step('the teacher reveals the work, and the page that waits says so; a stranger finds nothing', async () => {
    await page.goto(address)
    await expect(page.getByRole('region', { name: words.overview.counts })).toContainText('1')
    await setRevealed(page, t, true)
    await lookAgain(student)
    await expect(student.getByText(words.gate.openedAll)).toBeVisible()
    const stranger = await pageOf(browser, await newPerson({ name: 'Stranger' }), '/classes')
    expect((await stranger.goto(address))?.status()).toBe(404)
    await Promise.all([student, stranger].map((each) => each.context().close()))
  })
})
