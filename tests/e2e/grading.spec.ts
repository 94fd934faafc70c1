import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { grading as words } from '@/lib/i18n/en/grading'
import { openKey } from '@/lib/server/answer-key'
import { createAssignment, reveal } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { openWork, submitWork } from '@/lib/server/submissions'
import { expectAccessible } from '../support/accessible'
import { newArticle, viewerOf } from '../support/journey'
import { exercise, flagIn, lessonText, must } from '../support/lesson'
import { press } from '../support/press'
import { enter, expect, newPerson, test, type Person } from '../support/sign-in'

test.describe.configure({ timeout: 120_000 })

const doubted = 'Nobody with eyes in their head'

/** A class at work: one handed in, one still at it; the key has two passages. */
async function classAtWork(teacher: Person) {
  const [ada, bo] = [await newPerson({ name: 'Ada First' }), await newPerson({ name: 'Bo Second' })]
  const { slug } = await newArticle(teacher, { body: lessonText, format: 'text' })
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classMember.createMany({ data: [ada, bo].map(({ id: userId }) => ({ classId, userId, role: 'student' as const })) })
  const rubric = [{ words: 'Framing found', points: 10, measure: 'framing' as const }]
  const { id } = must(await createAssignment(viewerOf(teacher), classId, slug, assignmentIn('Asia/Taipei').parse({ ...exercise, gate: 'reveal', rubric })))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  const { layerId: key } = must(await openKey(viewerOf(teacher), id))
  await flagIn(key, viewerOf(teacher), doubted, ['framing:loaded-language'], 'Who doubts is called blind.')
  await flagIn(key, viewerOf(teacher), 'Experts believe', ['framing:doubt'], 'Which experts?')
  for (const student of [ada, bo]) must(await openWork(viewerOf(student), id))
  await flagIn(layerId, viewerOf(ada), doubted, ['framing:loaded-language'])
  must(await submitWork(viewerOf(ada), id))
  return { ada, bo, classId, id, layerId }
}

test('a teacher follows the class, judges a work with kept words, and talks about it; a student sees none of it too early', async ({ page, signIn, browser }) => {
  const teacher = await signIn({ name: 'Mr Lin' })
  const { ada, bo, classId, id, layerId } = await classAtWork(teacher)
  const context = await browser.newContext()
  await enter(context, ada)
  const student = await context.newPage()

  await test.step('the board says where each stands, and follows by itself', async () => {
    await page.goto(`/assignments/${id}/board`)
    await expect(page.getByRole('row', { name: /Ada First/ })).toContainText(words.states.submitted)
    const row = page.getByRole('row', { name: /Bo Second/ })
    await expect(row).toContainText(words.states.started)
    await expectAccessible(page)
    await flagIn(layerId, viewerOf(bo), doubted, ['framing:doubt'])
    must(await submitWork(viewerOf(bo), id))
    await expect(row).toContainText(words.states.submitted, { timeout: 30_000 })
    await page.getByRole('link', { name: words.board.sorts.state }).click()
    await expect(page).toHaveURL(/sort=state/)
  })

  await test.step('the work stands beside the key, and words are given to a passage', async () => {
    await page.getByRole('link', { name: 'Ada First' }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Work of Ada First' })).toBeVisible()
    const lines = page.getByRole('region').or(page.locator('section')).filter({ hasText: words.work.lines }).getByRole('listitem')
    await expect(lines.filter({ hasText: words.verdicts.missed }).first()).toContainText('Which experts?')
    await page.getByRole('button', { name: new RegExp(`${doubted}`) }).click()
    await page.getByLabel(words.work.words).fill('Well seen.')
    await page.getByLabel(words.work.keep).check()
    await expectAccessible(page)
    await page.getByRole('button', { name: words.work.saySend }).click()
    // The text field shows these words too: they are said once it is gone.
    await expect(page.getByLabel(words.work.words)).toHaveCount(0)
    await expect(page.getByText('Mr Lin: Well seen.')).toBeVisible()
    await page.getByRole('button', { name: /Experts believe/ }).click()
    await expect(page.getByLabel(words.work.kept)).toContainText('Well seen.')
    await page.getByRole('button', { name: words.work.cancel }).click()
    await page.getByLabel(words.grade.comment).fill('A good beginning.')
    await page.getByRole('button', { name: words.grade.save, exact: true }).click()
    await expect(page.getByText(words.grade.saved)).toBeVisible()
    await expectAccessible(page)
  })

  await test.step('the student sees nothing, after the reveal verdicts, and no grade before the release', async () => {
    await student.goto(`/assignments/${id}/work/${ada.id}`)
    await expect(student.getByRole('heading', { level: 1, name: words.work.titleOwn })).toBeVisible()
    await expect(student.getByText(words.work.notYet)).toBeVisible()
    await expect(student.getByText('Which experts?')).toHaveCount(0)
    await expectAccessible(student)
    must(await reveal(viewerOf(teacher), id, true))
    await student.reload()
    await expect(student.getByText('Which experts?')).toBeVisible()
    await expect(student.getByText('Well seen.')).toHaveCount(0)
    await expect(student.getByText('A good beginning.')).toHaveCount(0)
    await expectAccessible(student)
    for (const page of [`work/${bo.id}`, 'board', 'results', 'project', 'grades', 'grades.csv']) {
      expect((await student.request.get(`/assignments/${id}/${page}`)).status(), page).toBe(404)
    }
    for (const page of ['grades', 'grades.csv']) expect((await student.request.get(`/classes/${classId}/${page}`)).status(), page).toBe(404)
  })

  await test.step('results name nobody, and the projector shows what parts the class', async () => {
    await page.goto(`/assignments/${id}/results`)
    await expect(page.getByRole('heading', { name: words.results.confusion })).toBeVisible()
    await expect(page.getByRole('main')).not.toContainText(/Ada First|Bo Second/)
    await expectAccessible(page)
    await page.getByRole('link', { name: words.results.talk }).click()
    await expect(page.locator('mark')).toContainText(doubted)
    await page.getByRole('button', { name: words.project.reveal }).click()
    await expect(page.getByText('Who doubts is called blind.')).toBeVisible()
    await expectAccessible(page)
    await press(page, 'Escape')
    await expect(page).toHaveURL(new RegExp(`/assignments/${id}$`))
  })
  await context.close()
})
