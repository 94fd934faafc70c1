import { assignmentIn, type AssignmentForm } from '@/lib/domain/classroom/assignment'
import { createAssignment } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { openWork, submitWork } from '@/lib/server/submissions'
import { expectAccessible } from '../support/accessible'
import { newArticle, newFlag, viewerOf } from '../support/journey'
import { exercise, must } from '../support/lesson'
import { downloaded, openTab, pageOf } from '../support/lesson-steps'
import { cardsOf, openArticle, readyToFlag } from '../support/reading'
import { expect, newPerson, test, type Person } from '../support/sign-in'
import { wordsIn } from '../support/words'

test.describe.configure({ timeout: 120_000 })

/** A class with a student who handed in one flag. */
async function taughtClass(teacher: Person, student: Person, wish: Partial<AssignmentForm> = {}) {
  const article = await newArticle(teacher)
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classSection.create({ data: { classId, name: '1A', members: { create: { classId, userId: student.id, role: 'student' } } } })
  const { id } = must(await createAssignment(viewerOf(teacher), classId, article.slug, assignmentIn('Asia/Taipei').parse({ ...exercise, ...wish })))
  const { layerId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true } })
  must(await openWork(viewerOf(student), id))
  await newFlag(student, { ...article, layerId }, 'the island dies', ['framing:loaded-language'])
  must(await submitWork(viewerOf(student), id))
  return { classId, id, article }
}

test('next term: a copy has the exercises a year of weeks later and nobody in it; the old class is shut and can be read', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const [teacher, ada] = [await signIn({ name: 'Mr Lin' }), await newPerson({ name: 'Ada First' })]
  const of = await taughtClass(teacher, ada, { due: '2036-03-03T10:00' })
  await page.goto(`/classes/${of.classId}/settings`)
  await page.getByLabel(t('classroom.settings.copyName')).fill('News 4B')
  await page.getByLabel(t('classroom.settings.copyDays')).fill('364')
  await page.getByRole('button', { name: t('classroom.settings.copyNow') }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'News 4B', exact: true })).toBeVisible()
  const entry = page.getByRole('listitem').filter({ hasText: 'Who says so?' })
  // Ten o'clock in Taipei is two o'clock on this browser's clock.
  await expect(entry.locator('time')).toHaveAttribute('datetime', '2037-03-02T02:00:00.000Z')
  await expect(entry).toContainText(t('classroom.assignments.handedIn', { submitted: 0, students: 0 }))
  await openTab(page, t, 'people')
  await expect(page.getByText(t('classroom.people.empty'))).toBeVisible()
  await openTab(page, t, 'settings')
  await expect(page.getByRole('button', { name: t('classroom.settings.renameThat', { name: '1A' }) })).toBeVisible()

  await page.goto(`/classes/${of.classId}/settings`)
  await page.getByRole('button', { name: t('classroom.settings.archiveNow') }).click()
  await expect(page.getByText(t('classroom.head.archived'))).toBeVisible()
  await page.goto('/classes')
  await expect(page.getByRole('listitem').filter({ hasText: 'News 3B' })).toContainText(t('classroom.list.archived'))
  expect((await page.goto(`/assignments/${of.id}/edit`))?.status()).toBe(404)
  expect((await page.goto(`/classes/${of.classId}/people/add`))?.status()).toBe(404)
  const student = await pageOf(browser, ada, `/assignments/${of.id}`)
  await readyToFlag(student)
  await expect(student.getByText(t('assignment.shut.archived')).first()).toBeVisible()
  await expect(student.getByRole('button', { name: t('assignment.work.takeBack'), exact: true })).toHaveCount(0)
  await expect(cardsOf(student)).toHaveCount(1)
  await expectAccessible(student)
  await page.goto(`/classes/${of.classId}/settings`)
  await page.getByRole('button', { name: t('classroom.settings.unarchiveNow') }).click()
  await expect(page.getByText(t('classroom.head.archived'))).toHaveCount(0)
  await student.reload()
  await expect(student.getByRole('button', { name: t('assignment.work.takeBack'), exact: true })).toBeVisible()
  await student.context().close()
})

test('a class is deleted with a count of what goes, after days in which it can be called off; its day of keeping is set', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const [teacher, ada] = [await signIn({ name: 'Mr Lin' }), await newPerson({ name: 'Ada First' })]
  const of = await taughtClass(teacher, ada)
  await page.goto(`/classes/${of.classId}/settings`)
  for (const [name, count] of [['students', 1], ['accounts', 0], ['assignments', 1], ['submissions', 1], ['annotations', 1], ['feedback', 0]] as const) {
    await expect(page.getByRole('listitem').getByText(t(`classroom.removal.counts.${name}`, { count }), { exact: true })).toBeVisible()
  }
  await page.getByRole('button', { name: t('classroom.removal.deleteNow') }).click()
  await expect(page.getByRole('button', { name: t('classroom.removal.callOff') })).toBeVisible()
  await expect(page.getByText(/^This class will be deleted on /)).toBeVisible()
  await expectAccessible(page)
  const student = await pageOf(browser, ada, `/classes/${of.classId}`)
  await expect(student.getByText(/^This class will be deleted on /)).toBeVisible()
  await page.getByRole('button', { name: t('classroom.removal.callOff') }).click()
  await expect(page.getByRole('button', { name: t('classroom.removal.deleteNow') })).toBeVisible()
  await student.reload()
  await expect(student.getByText(/^This class will be deleted on /)).toHaveCount(0)
  await page.getByLabel(t('classroom.settings.keepUntil')).fill('2040-07-31')
  await page.getByRole('form').or(page.locator('form')).filter({ has: page.getByLabel(t('classroom.settings.keepUntil')) }).getByRole('button').click()
  await expect(page.getByText(t('classroom.saved'))).toBeVisible()
  await page.reload()
  await expect(page.getByLabel(t('classroom.settings.keepUntil'))).toHaveValue('2040-07-31')
  await student.context().close()
})

test('somebody takes their own data home and leaves: their flags stay without a name, or go; a class keeps a teacher', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const [teacher, ada, bo] = [await signIn({ name: 'Mr Lin' }), await newPerson({ name: 'Ada First' }), await newPerson({ name: 'Bo Second' })]
  const of = await taughtClass(teacher, ada)
  await newFlag(ada, of.article, 'called it a disgrace', ['statement:opinion'])
  await newFlag(bo, of.article, 'the island dies', ['framing:loaded-language'])

  const leave = async (person: Person, wish: 'keep-without-name' | 'delete') => {
    const theirs = await pageOf(browser, person, '/settings')
    const own = JSON.parse(await downloaded(theirs, t('account.settings.downloadData')))
    await theirs.getByText(t('account.settings.leave'), { exact: true }).click()
    await theirs.getByRole('radio', { name: t(`account.settings.leaveWish.${wish}`) }).check()
    await theirs.getByRole('button', { name: t('account.settings.leaveNow') }).click()
    await expect(theirs.getByRole('checkbox', { name: t('account.settings.leaveSure') })).toBeVisible()
    await expect(theirs).toHaveURL(/\/settings$/)
    await expectAccessible(theirs)
    await theirs.getByRole('checkbox', { name: t('account.settings.leaveSure') }).check()
    await theirs.getByRole('button', { name: t('account.settings.leaveNow') }).click()
    return { own, theirs }
  }
  const first = await leave(ada, 'keep-without-name')
  await expect(first.theirs.getByRole('link', { name: t('site.signIn') })).toBeVisible()
  expect(first.own).toMatchObject({ name: 'Ada First', email: ada.email, memberships: [{ role: 'student', class: { name: 'News 3B' } }], submissions: [{ assignment: { title: 'Who says so?' } }] })
  expect(JSON.stringify(first.own.annotations)).toContain('called it a disgrace')
  const second = await leave(bo, 'delete')
  await expect(second.theirs.getByRole('link', { name: t('site.signIn') })).toBeVisible()
  await first.theirs.goto('/sign-in')
  await first.theirs.getByLabel(t('account.fields.email')).fill(ada.email)
  await first.theirs.getByLabel(t('account.fields.password'), { exact: true }).fill(ada.password)
  await first.theirs.getByRole('button', { name: t('account.signIn.submit') }).click()
  await expect(first.theirs.getByText('E-mail and password do not match an account.')).toBeVisible()

  await openArticle(page, of.article.slug)
  await expect(cardsOf(page)).toHaveCount(1)
  await expect(cardsOf(page).first()).toHaveAccessibleName(/by — on “called it a disgrace”/)
  await page.goto(`/classes/${of.classId}/people`)
  await expect(page.getByText(t('classroom.people.empty'))).toBeVisible()
  const third = await leave(teacher, 'delete')
  await expect(third.theirs.getByText(t('problems.lastTeacher'))).toBeVisible()
  await Promise.all([first, second, third].map(({ theirs }) => theirs.context().close()))
})
