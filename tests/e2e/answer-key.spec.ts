import { db } from '@/lib/server/db'
import { openWork, submitWork } from '@/lib/server/submissions'
import { expectAccessible } from '../support/accessible'
import { newFlag, newArticle, viewerOf } from '../support/journey'
import { exercise, must } from '../support/lesson'
import { flag, lineOf, pageOf } from '../support/lesson-steps'
import { cardOn, cardsOf, readyToFlag } from '../support/reading'
import { expect, newPerson, test } from '../support/sign-in'
import { wordsIn } from '../support/words'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { createAssignment } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'

test('the key takes over the teacher’s own flags, once; a colleague adds to it; a change of it is proposed anew', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const [teacher, colleague, ada] = [await signIn({ name: 'Mr Lin' }), await newPerson({ name: 'Ms Vega' }), await newPerson({ name: 'Ada First' })]
  const article = await newArticle(teacher)
  await newFlag(teacher, article, 'called it a disgrace', ['statement:opinion'])
  await newFlag(ada, article, 'the island dies', ['framing:loaded-language'])
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classMember.createMany({ data: [{ classId, userId: colleague.id, role: 'co_teacher' }, { classId, userId: ada.id, role: 'student' }] })
  const rubric = [{ words: 'Opinions found', points: 10, measure: 'statement' as const }]
  const { id } = must(await createAssignment(viewerOf(teacher), classId, article.slug, assignmentIn('Asia/Taipei').parse({ ...exercise, rubric })))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  must(await openWork(viewerOf(ada), id))
  await newFlag(ada, { ...article, layerId }, 'called it a disgrace', ['statement:opinion'])
  must(await submitWork(viewerOf(ada), id))

  await test.step('own flags of the open reading are taken, those of others are not, and none twice', async () => {
    await page.goto(`/assignments/${id}/key`)
    await readyToFlag(page)
    await page.getByRole('button', { name: t('assignment.key.adopt') }).click()
    await expect(page.getByText(t('assignment.key.adopted', { taken: 1 }))).toBeVisible()
    await expect(cardsOf(page)).toHaveCount(1)
    await expect(cardOn(page, 'called it a disgrace')).toHaveCount(1)
    await page.getByRole('button', { name: t('assignment.key.adopt') }).click()
    await expect(page.getByText(t('assignment.key.adopted', { taken: 0 }))).toBeVisible()
    await page.reload()
    await expect(cardsOf(page)).toHaveCount(1)
    await expectAccessible(page)
  })

  await test.step('a proposal is made, then a colleague finds what was forgotten', async () => {
    await page.goto(`/assignments/${id}/grades`)
    await page.getByRole('button', { name: t('grading.grades.propose', { count: 0 }) }).click()
    await expect(page.getByRole('row', { name: 'Ada First' })).toContainText('10')
    const other = await pageOf(browser, colleague, `/assignments/${id}/key`)
    await readyToFlag(other)
    await expect(cardsOf(other)).toHaveCount(1)
    await flag(other, t, 'the money will ever come back', ['Prediction'], 'Nobody can know.')
    await expect(cardsOf(other)).toHaveCount(2)
    await other.context().close()
  })

  await test.step('what would change is shown first, and then is what counts', async () => {
    await page.reload()
    const row = page.getByRole('row', { name: 'Ada First' })
    await expect(row).toContainText(t('grading.grades.wouldBe', { points: '6.7' }))
    await page.getByText(t('grading.grades.changes')).click()
    await expect(page.getByText(t('grading.grades.from', { name: 'Ada First', before: '10', after: '6.7' }))).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: t('grading.grades.propose', { count: 1 }) }).click()
    await expect(page.getByText(t('grading.grades.proposed', { changed: 1 }))).toBeVisible()
    await expect(row).not.toContainText('10')
    await page.getByRole('link', { name: 'Ada First' }).click()
    await expect(lineOf(page, 'the money will ever come back')).toContainText(t('grading.verdicts.missed'))
  })
})
