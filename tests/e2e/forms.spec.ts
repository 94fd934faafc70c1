import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { createAssignment } from '@/lib/server/assignments'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { openWork } from '@/lib/server/submissions'
import { newArticle, viewerOf } from '../support/journey'
import { exercise, lessonText, must } from '../support/lesson'
import { enter, expect, newPerson, test, type Person } from '../support/sign-in'

test.describe.configure({ timeout: 120_000 })

async function classOf(teacher: Person) {
  const [ada, bo] = [await newPerson({ name: 'Ada First' }), await newPerson({ name: 'Bo Second' })]
  const { slug } = await newArticle(teacher, { body: lessonText, format: 'text' })
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classMember.createMany({ data: [ada, bo].map(({ id: userId }) => ({ classId, userId, role: 'student' as const })) })
  const { id } = must(await createAssignment(viewerOf(teacher), classId, slug, assignmentIn('Asia/Taipei').parse(exercise)))
  for (const student of [ada, bo]) must(await openWork(viewerOf(student), id))
  return { ada, bo, classId, slug, id }
}

const restored = 'Your unsaved words were restored.'

test('words on a student’s work stay through a lost connection, another student and back, a reload and a session that is over', async ({ page, context, signIn }) => {
  const teacher = await signIn({ name: 'Mr Lin' })
  const { ada, bo, id } = await classOf(teacher)
  const words = page.getByRole('form', { name: 'Grade' }).getByRole('textbox', { name: /whole/ })
  const form = page.getByRole('form', { name: 'Grade' })
  const save = form.getByRole('button', { name: 'Save' })
  await page.goto(`/assignments/${id}/work/${ada.id}`)

  await test.step('a lost connection', async () => {
    await words.fill('You read closely.')
    await context.setOffline(true)
    await save.click()
    await expect(form.getByRole('alert')).toContainText('The server could not be reached.')
    await expect(words).toHaveValue('You read closely.')
    await context.setOffline(false)
  })
  await test.step('the next student and back, and a reload', async () => {
    await page.goto(`/assignments/${id}/work/${bo.id}`)
    await expect(words).toHaveValue('')
    await page.goBack()
    await expect(words).toHaveValue('You read closely.')
    await expect(form.getByText(restored)).toBeVisible()
    await page.reload()
    await expect(words).toHaveValue('You read closely.')
  })
  await test.step('a session that is over', async () => {
    await context.clearCookies()
    await save.click()
    await expect(form.getByRole('alert')).toContainText('Sign in first.')
    await form.getByRole('link', { name: 'Sign in' }).click()
    await expect(page).toHaveURL(/\/sign-in\?next=/)
    await page.getByLabel('E-mail').fill(teacher.email)
    await page.getByLabel('Password', { exact: true }).fill(teacher.password)
    await page.getByRole('button', { name: 'Sign in' }).click()
    await expect(words).toHaveValue('You read closely.')
  })
  await save.click()
  await expect(form.getByText('Saved.')).toBeVisible()
  await expect.poll(() => db.submission.findFirst({ where: { assignmentId: id, userId: ada.id }, select: { comment: true } })).toEqual({ comment: 'You read closely.' })
  await page.reload()
  await expect(words).toHaveValue('You read closely.')
  await expect(form.getByText(restored)).toHaveCount(0)
})

test('a new assignment and a new class that were begun are there again, and can be thrown away', async ({ page, context, signIn }) => {
  const teacher = await signIn({ name: 'Mr Lin' })
  const { classId, slug } = await classOf(teacher)
  await page.goto(`/classes/${classId}/assignments/new?article=${slug}`)
  const title = page.getByLabel('Title', { exact: true })
  await title.fill('Who says so?')
  await page.goto('/classes')
  const name = page.getByLabel('Name of the class')
  await name.fill('News 4A')
  await page.goBack()
  await expect(title).toHaveValue('Who says so?')
  await page.close()

  const second = await context.newPage()
  await second.goto('/classes')
  await expect(second.getByText(restored)).toBeVisible()
  await expect(second.getByLabel('Name of the class')).toHaveValue('News 4A')
  await second.getByRole('button', { name: 'Discard them' }).click()
  await expect(second.getByLabel('Name of the class')).toHaveValue('')
  await second.reload()
  await expect(second.getByLabel('Name of the class')).toHaveValue('')

  await enter(context, await newPerson({ name: 'Another Teacher' }))
  await second.goto('/classes')
  await expect(second.getByText(restored)).toHaveCount(0)
})
