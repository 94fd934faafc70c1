import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { assignment as task } from '@/lib/i18n/en/assignment'
import { classroom } from '@/lib/i18n/en/classroom'
import { grading as words } from '@/lib/i18n/en/grading'
import { openKey } from '@/lib/server/answer-key'
import { createAssignment } from '@/lib/server/assignments'
import { addRoster } from '@/lib/server/class-people'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { openWork, submitWork } from '@/lib/server/submissions'
import { expectAccessible } from '../support/accessible'
import { newArticle, viewerOf } from '../support/journey'
import { exercise, flagIn, lessonText, must } from '../support/lesson'
import { enter, expect, newPerson, test, type Person } from '../support/sign-in'

test.describe.configure({ timeout: 180_000 })

const doubted = 'Nobody with eyes in their head'

/** Behind the gate "own submission": Ada and Bo have handed in, Cleo has not; the key has three passages. */
async function handedIn(teacher: Person) {
  const [ada, bo, cleo] = [await newPerson({ name: 'Ada First' }), await newPerson({ name: 'Bo Second' }), await newPerson({ name: 'Cleo Third' })]
  const { slug } = await newArticle(teacher, { body: lessonText, format: 'text' })
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classMember.createMany({ data: [ada, bo, cleo].map(({ id: userId }) => ({ classId, userId, role: 'student' as const })) })
  const rubric = [{ words: 'Framing found', points: 10, measure: 'framing' as const }]
  const { id } = must(await createAssignment(viewerOf(teacher), classId, slug, assignmentIn('Asia/Taipei').parse({ ...exercise, rubric })))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  const { layerId: key } = must(await openKey(viewerOf(teacher), id))
  await flagIn(key, viewerOf(teacher), doubted, ['framing:loaded-language', 'framing:exaggeration-minimisation'], 'Who doubts is called blind.')
  await flagIn(key, viewerOf(teacher), 'Experts believe', ['framing:doubt'], 'Which experts?')
  await flagIn(key, viewerOf(teacher), 'The mayor said nothing', ['framing:doubt'], 'Silence is not an answer.')
  for (const student of [ada, bo, cleo]) must(await openWork(viewerOf(student), id))
  await flagIn(layerId, viewerOf(ada), doubted, ['framing:loaded-language'], 'Ada on eyes')
  await flagIn(layerId, viewerOf(ada), 'Experts', ['framing:doubt'])
  await flagIn(layerId, viewerOf(bo), doubted, ['framing:loaded-language'], 'Bo on eyes')
  await flagIn(layerId, viewerOf(cleo), doubted, ['framing:doubt'], 'Cleo on eyes')
  for (const student of [ada, bo]) must(await submitWork(viewerOf(student), id))
  return { ada, id, classId }
}

test('after the gate a student sees what was handed in, then the grade, then the key, each when it is time', async ({ page, signIn, browser }) => {
  const teacher = await signIn({ name: 'Mr Lin' })
  const { ada, id } = await handedIn(teacher)
  const context = await browser.newContext()
  await enter(context, ada)
  const student = await context.newPage()

  await test.step('the work of those who handed in, and how it stands to one’s own', async () => {
    await student.goto(`/assignments/${id}`)
    await expect(student.getByText(task.gate.opened)).toBeVisible()
    await expect(student.getByText('Bo on eyes').first()).toBeAttached()
    await expect(student.getByText('Cleo on eyes')).toHaveCount(0)
    await student.getByRole('link', { name: task.gate.compareClass }).click()
    await expect(student.getByRole('heading', { level: 1, name: words.work.titleOwn })).toBeVisible()
    await expect(student.getByText(words.work.keyNotYet)).toBeVisible()
    await expect(student.getByText('Of 1 classmate one said the same here.')).toBeVisible()
    await expect(student.getByText('Who doubts is called blind.')).toHaveCount(0)
    await expectAccessible(student)
  })

  await test.step('the grade, once it is released; the key not yet', async () => {
    await page.goto(`/assignments/${id}/grades`)
    await page.getByRole('button', { name: /^Make proposals/ }).click()
    await page.getByRole('button', { name: words.grades.release, exact: true }).click()
    await expect(page.getByText('2 grades are released.')).toBeVisible()
    await student.goto(`/assignments/${id}`)
    await student.getByRole('link', { name: task.gate.grade, exact: true }).click()
    await expect(student.getByRole('heading', { name: words.grade.title, exact: true })).toBeVisible()
    await expect(student.getByText(words.work.keyNotYet)).toBeVisible()
    await expect(student.getByText('Who doubts is called blind.')).toHaveCount(0)
    await expectAccessible(student)
  })

  await test.step('the key, once nothing can be handed in any more: what became of each passage, with its explanation', async () => {
    await db.assignment.update({ where: { id }, data: { dueAt: new Date(Date.now() - 1000) } })
    await student.goto(`/assignments/${id}`)
    await student.getByRole('link', { name: task.gate.gradeAndKey }).click()
    const line = (verdict: string) => student.locator('li').filter({ hasText: `${verdict} ·` }).filter({ has: student.locator('blockquote') })
    await expect(line(words.verdicts.found)).toContainText('Who doubts is called blind.')
    await expect(line(words.verdicts.found)).toContainText(words.work.alternatives)
    await expect(line(words.verdicts['too-short'])).toContainText('Which experts?')
    await expect(line(words.verdicts.missed)).toContainText('Silence is not an answer.')
    await expect(line(words.verdicts.missed)).toContainText('Of 1 classmate nobody found this.')
    await expectAccessible(student)
    await student.setViewportSize({ width: 390, height: 844 })
    await expectAccessible(student)
  })
  await student.context().close()
})

test('a list with addresses invites; who is waiting can be withdrawn, and lost codes are made anew for a section', async ({ page, signIn }) => {
  const teacher = await signIn({ name: 'Mr Lin' })
  const { id } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  const list = ['Mei', 'Jonas'].map((name, i) => ({ line: i + 1, name, email: null, section: i === 0 ? '1A' : '1B' }))
  must(await addRoster(viewerOf(teacher), id, list))

  await test.step('the list says that it invites, and the people page who has not come', async () => {
    await page.goto(`/classes/${id}/people/add`)
    await page.getByLabel(classroom.roster.paste).fill('name,email\nAda,ada.waits@example.org\nBo,bo.bounced@example.org')
    await page.getByRole('button', { name: classroom.roster.check }).click()
    await expect(page.getByRole('heading', { name: '2 addresses will be invited.' })).toBeVisible()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Invite 2 addresses' }).click()
    await page.getByRole('link', { name: classroom.roster.toPeople, exact: true }).click()
    const invited = page.getByRole('list', { name: classroom.ways.mailed })
    await expect(invited.getByRole('listitem')).toHaveCount(2)
    await page.getByRole('button', { name: 'Withdraw the invitation of bo.bounced@example.org' }).click()
    await expect(invited.getByRole('listitem')).toHaveCount(1)
    await expect(invited).toContainText('ada.waits@example.org')
    await expectAccessible(page)
  })

  await test.step('a section gets new codes on a fresh sheet', async () => {
    await page.getByRole('link', { name: classroom.codes.title }).click()
    await expect(page.getByRole('button', { name: 'Make new codes' })).toBeDisabled()
    await page.getByRole('button', { name: '1B', exact: true }).click()
    await expect(page.getByRole('checkbox', { name: /Jonas/ })).toBeChecked()
    await expect(page.getByRole('checkbox', { name: /Mei/ })).not.toBeChecked()
    await expectAccessible(page)
    await page.getByRole('button', { name: 'Make a new code' }).click()
    await expect(page.getByRole('heading', { name: classroom.sheet.title, exact: true })).toBeVisible()
    await expect(page.getByText(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/)).toHaveCount(1)
    await expectAccessible(page)
  })
})
