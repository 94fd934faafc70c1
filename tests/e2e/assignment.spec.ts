import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { assignment as words } from '@/lib/i18n/en/assignment'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { newArticle, viewerOf } from '../support/journey'
import { must } from '../support/lesson'
import { cardsOf, drag, labelIn, marginOf, paletteOf, readyToFlag } from '../support/reading'
import { enter, expect, newPerson, test, type Person } from '../support/sign-in'

// Three browsers, beside whatever else the machine does.
test.describe.configure({ timeout: 240_000 })

const clean = async (page: Page) => expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([])
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })

/** A class of a teacher with students, and an article that the teacher may read. */
async function school(teacher: Person, students: Person[]) {
  const article = await newArticle(teacher)
  const { id: classId } = must(await createClass(viewerOf(teacher), { name: 'News 3B', timeZone: 'Asia/Taipei' }))
  await db.classMember.createMany({ data: students.map(({ id: userId }) => ({ classId, userId, role: 'student' as const })) })
  return { classId, article }
}

async function flag(page: Page, quote: string, label = 'Opinion') {
  await drag(page, quote)
  await labelIn(page, label).click()
  await page.keyboard.press('Escape')
}

test('a teacher sets an exercise, two students work unseen and hand in, the teacher reveals it, both see', async ({ page, signIn, browser }) => {
  const teacher = await signIn({ name: 'Mr Lin' })
  const [ada, bo] = [await newPerson({ name: 'Ada First' }), await newPerson({ name: 'Bo Second' })]
  const { classId, article } = await school(teacher, [ada, bo])

  await test.step('the form: an article is found, what is wrong stands at its field, nothing typed is lost', async () => {
    await page.goto(`/classes/${classId}/assignments/new`)
    await clean(page)
    await page.getByRole('searchbox', { name: words.form.searchNow }).fill(article.title)
    await page.getByRole('button', { name: words.form.search, exact: true }).click()
    await page.getByRole('link', { name: article.title }).click()
    await expect(page.getByLabel(words.form.title, { exact: true })).toHaveValue(article.title)
    await page.getByRole('button', { name: words.form.presets.discussion.name }).click()
    await page.getByRole('textbox', { name: words.form.instructions }).fill('Look for opinions.')
    await page.getByLabel(words.form.title, { exact: true }).fill('')
    await page.getByLabel(words.form.flags).fill('1')
    await page.locator('summary', { hasText: words.form.labels }).click()
    await page.getByLabel('Opinion', { exact: true }).check()
    await page.getByRole('button', { name: words.form.submit }).click()
    await expect(page.getByLabel(words.form.title, { exact: true })).toBeFocused()
    await expect(page.getByRole('textbox', { name: words.form.instructions })).toContainText('Look for opinions.')
    await clean(page)
    await page.getByLabel(words.form.title, { exact: true }).fill('Who says so?')
    await page.getByRole('button', { name: words.form.submit }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'Who says so?' })).toBeVisible()
    await expect(page).toHaveURL(/\/assignments\/[0-9a-f-]{36}$/)
    await clean(page)
  })
  const address = page.url()

  const open = async (person: Person) => {
    const context = await browser.newContext()
    await enter(context, person)
    const theirs = await context.newPage()
    await theirs.goto(address)
    await readyToFlag(theirs)
    return theirs
  }
  const first = await open(ada)
  const second = await open(bo)

  await test.step('each flags with the offered label only, sees the count move, and nothing of the other', async () => {
    await expect(first.getByText('Look for opinions.')).toBeVisible()
    await expect(first.getByRole('listitem').filter({ hasText: words.progress.all })).toContainText('0 of 1')
    await clean(first)
    await drag(first, 'called it a disgrace')
    await expect(paletteOf(first).getByRole('group')).toHaveCount(1)
    await labelIn(first, 'Opinion').click()
    await first.keyboard.press('Escape')
    await expect(first.getByRole('listitem').filter({ hasText: words.progress.all })).toContainText('1 of 1')
    await flag(second, 'the island dies')
    await expect(second.getByRole('listitem').filter({ hasText: words.progress.all })).toContainText('1 of 1')
    await first.reload()
    await expect(cardsOf(first)).toHaveCount(1)
    await expect(marginOf(first)).not.toContainText('the island dies')
  })

  await test.step('both hand in; one takes back and hands in again; handed-in work is read only', async () => {
    for (const theirs of [first, second]) {
      await theirs.getByRole('button', { name: words.work.handIn, exact: true }).click()
      await clean(theirs)
      await dialogOf(theirs, words.work.handInTitle).getByRole('button', { name: words.work.handIn, exact: true }).click()
      await expect(theirs.getByText(words.shut['handed-in'])).toBeVisible()
    }
    await drag(first, 'Readers may decide')
    await expect(paletteOf(first)).toContainText(words.shut['handed-in'])
    await first.keyboard.press('Escape')
    await first.getByRole('button', { name: words.work.takeBack, exact: true }).click()
    await dialogOf(first, words.work.takeBackTitle).getByRole('button', { name: words.work.takeBack, exact: true }).click()
    await expect(first.getByText(words.shut['handed-in'])).toHaveCount(0)
    await first.getByRole('button', { name: words.work.handIn, exact: true }).click()
    await dialogOf(first, words.work.handInTitle).getByRole('button', { name: words.work.handIn, exact: true }).click()
    await expect(first.getByText(words.shut['handed-in'])).toBeVisible()
    await expect(cardsOf(first)).toHaveCount(1)
  })

  await test.step('the teacher makes a key and reveals; both see both, under made-up names', async () => {
    await page.getByRole('link', { name: words.overview.key, exact: true }).click()
    await readyToFlag(page)
    await flag(page, 'called it a disgrace')
    await expect(cardsOf(page)).toHaveCount(1)
    await clean(page)
    await page.goto(address)
    await expect(page.getByRole('region', { name: words.overview.counts })).toContainText('2')
    await page.getByRole('button', { name: words.overview.reveal }).click()
    await dialogOf(page, words.overview.revealTitle).getByRole('button', { name: words.overview.reveal }).click()
    await expect(page.getByRole('button', { name: words.overview.hide })).toBeVisible()
    // The one who waits is told, the other looks again.
    await second.reload()
    for (const theirs of [first, second]) {
      await expect(cardsOf(theirs)).toHaveCount(2, { timeout: 40_000 })
      await expect(theirs.getByText(words.gate.opened)).toBeVisible()
      await expect(theirs.getByRole('link', { name: words.gate.compare })).toBeVisible()
    }
    await expect(marginOf(first)).not.toContainText('Bo Second')
    await expect(marginOf(second)).not.toContainText('Ada First')
  })

  await test.step('for who is not in the class there is no such page', async () => {
    const context = await browser.newContext()
    await enter(context, await newPerson({ name: 'Stranger' }))
    expect((await (await context.newPage()).goto(address))?.status()).toBe(404)
  })
})
