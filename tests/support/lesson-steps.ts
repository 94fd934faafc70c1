import { readFile } from 'node:fs/promises'
import { expect, type Browser, type Locator, type Page } from '@playwright/test'
import { press } from './press'
import { drag, labelIn, paletteOf, readyToFlag } from './reading'
import { enter } from './sign-in'
import type { Words } from './words'

/** What people do in a class, through its pages and in the words of the interface's language. */

/** Goes to the classes, makes one and stays on its page. */
export async function makeClass(page: Page, t: Words, name: string): Promise<void> {
  await page.goto('/classes')
  await page.getByLabel(t('classroom.make.name')).fill(name)
  await page.getByRole('button', { name: t('classroom.make.submit') }).click()
  await expect(page.getByRole('heading', { level: 1, name, exact: true })).toBeVisible()
}

/** Opens one of the parts of a class from its head. */
export const openTab = (page: Page, t: Words, tab: 'assignments' | 'people' | 'grades' | 'settings') =>
  page.getByRole('navigation', { name: t('classroom.head.navigation') }).getByRole('link', { name: t(`classroom.head.tabs.${tab}`), exact: true }).click()

/** Adds a list from the page of the people and ends on the printable sheet. @returns the sign-in code on everybody's card */
export async function addStudents(page: Page, t: Words, list: string, names: readonly string[]): Promise<Map<string, string>> {
  const count = names.length
  await page.getByRole('link', { name: t('classroom.people.add') }).click()
  await page.getByLabel(t('classroom.roster.paste')).fill(list)
  await page.getByRole('button', { name: t('classroom.roster.check') }).click()
  await expect(page.getByRole('heading', { name: t('classroom.roster.ready', { count }) })).toBeVisible()
  await page.getByRole('button', { name: t('classroom.roster.submit', { count }) }).click()
  const codes = new Map<string, string>()
  for (const name of names) {
    const card = page.getByRole('listitem').filter({ hasText: name })
    codes.set(name, (await card.getByText(/^\w{5}-\w{5}$/).textContent()) ?? '')
  }
  return codes
}

/** Signs a student in by the code on their paper. */
export async function signInWithCode(page: Page, t: Words, code: string): Promise<void> {
  await page.goto('/sign-in/code')
  await page.getByLabel(t('classroom.signIn.code')).fill(code)
  await page.getByRole('button', { name: t('classroom.signIn.submit') }).click()
  await expect(page).toHaveURL(/\/classes$/)
}

/** From the page of a class to the form of a new assignment on an article, which is found by its title. */
export async function beginAssignment(page: Page, t: Words, article: string): Promise<void> {
  await page.getByRole('link', { name: t('classroom.assignments.new') }).click()
  await page.getByRole('searchbox', { name: t('assignment.form.searchNow') }).fill(article)
  await page.getByRole('button', { name: t('assignment.form.search'), exact: true }).click()
  await page.getByRole('link', { name: article }).click()
  await expect(page.getByLabel(t('assignment.form.title'), { exact: true })).toHaveValue(article)
}

/** A field of the assignment's form that takes a number. */
export const numberField = (page: Page, name: string): Locator => page.getByRole('textbox', { name, exact: true })

/** Adds a line to the rubric. @param number its place, from 1 */
export async function addCriterion(page: Page, t: Words, number: number, line: { words: string; points: number; measure: string }): Promise<void> {
  await page.getByRole('button', { name: t('assignment.form.addLine') }).click()
  await page.getByRole('textbox', { name: t('assignment.form.wordsOf', { number }) }).fill(line.words)
  await numberField(page, t('assignment.form.pointsOf', { number })).fill(String(line.points))
  await page.getByRole('combobox', { name: t('assignment.form.measureOf', { number }) }).selectOption(line.measure)
}

/** Sends the assignment's form. @returns the address of the assignment */
export async function sendAssignment(page: Page, t: Words, title: string, button: 'submit' | 'save' = 'submit'): Promise<string> {
  await page.getByRole('button', { name: t(`assignment.form.${button}`), exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: title, exact: true })).toBeVisible()
  await expect(page).toHaveURL(/\/assignments\/[0-9a-f-]{36}$/)
  return new URL(page.url()).pathname
}

/** Flags a quote with labels of these names, and says something of it where there is a note. */
export async function flag(page: Page, t: Words, quote: string, labels: readonly string[], note?: string): Promise<void> {
  await drag(page, quote)
  for (const label of labels) await labelIn(page, label).click()
  if (note === undefined) return press(page, 'Escape')
  await paletteOf(page).getByRole('button', { name: t('reader.palette.form') }).click()
  await page.getByRole('textbox', { name: t('reader.form.note') }).fill(note)
  await page.getByRole('button', { name: t('reader.form.save'), exact: true }).click()
  await expect(paletteOf(page)).toHaveCount(0)
}

/** A browser of somebody's own, at a page of the site. */
export async function pageOf(browser: Browser, person: { id: string }, path: string): Promise<Page> {
  const context = await browser.newContext()
  await enter(context, person)
  const page = await context.newPage()
  await page.goto(path)
  return page
}

/** A browser of a student's own, with an assignment that they can work at. */
export async function atWork(browser: Browser, person: { id: string }, assignmentId: string): Promise<Page> {
  const page = await pageOf(browser, person, `/assignments/${assignmentId}`)
  await readyToFlag(page)
  return page
}

/** Looks away from a page and back to it, which makes it look for news. */
export const lookAgain = (page: Page) => page.evaluate(() => document.dispatchEvent(new Event('visibilitychange')))

/** How far a student is, as the bar above the text says it: of all flags, or of one dimension by its name. */
export const progressIn = (page: Page, t: Words, name: string): Locator =>
  page.getByRole('list', { name: t('assignment.progress.name') }).getByRole('listitem').filter({ hasText: name })

/** Presses a button that asks once more, and answers yes. */
async function sayTwice(page: Page, button: string, title: string): Promise<void> {
  await page.getByRole('button', { name: button, exact: true }).click()
  await page.getByRole('dialog', { name: title }).getByRole('button', { name: button, exact: true }).click()
  await expect(page.getByRole('dialog', { name: title })).toHaveCount(0)
}

/** Hands in and waits until it is said that nothing can be changed. */
export async function handIn(page: Page, t: Words): Promise<void> {
  await sayTwice(page, t('assignment.work.handIn'), t('assignment.work.handInTitle'))
  await expect(page.getByRole('button', { name: t('assignment.work.handIn'), exact: true })).toHaveCount(0)
}

/** Takes handed-in work back and waits until it can be handed in again. */
export async function takeBack(page: Page, t: Words): Promise<void> {
  await sayTwice(page, t('assignment.work.takeBack'), t('assignment.work.takeBackTitle'))
  await expect(page.getByRole('button', { name: t('assignment.work.handIn'), exact: true })).toBeVisible()
}

/** On the assignment's page of who teaches: opens the gates, or shuts them again. */
export async function setRevealed(page: Page, t: Words, revealed: boolean): Promise<void> {
  const [now, other] = revealed ? (['reveal', 'hide'] as const) : (['hide', 'reveal'] as const)
  await sayTwice(page, t(`assignment.overview.${now}`), t(`assignment.overview.${now}Title`))
  await expect(page.getByRole('button', { name: t(`assignment.overview.${other}`), exact: true })).toBeVisible()
}

/** What a machine is answered at these addresses with the session of this browser; a stream is left as soon as it begins. */
export const answersTo = (page: Page, paths: readonly string[]) =>
  page.evaluate(
    (all) =>
      Promise.all(
        all.map(async (path) => {
          const answer = await fetch(path)
          if (answer.headers.get('content-type')?.startsWith('text/event-stream')) await answer.body?.cancel()
          return { path, status: answer.status, words: answer.bodyUsed ? '' : await answer.text() }
        }),
      ),
    paths,
  )

/** Everything that is said of a layer to machines. */
export const doorsOf = (layerId: string, annotationId: string): string[] =>
  ['annotations', 'annotations?page=0', `annotations/${annotationId}`, 'summary', 'export?format=jsonl', 'export?format=csv', 'events'].map((door) => `/api/v1/layers/${layerId}/${door}`)

/** The line of a judged work that is about a passage. */
export const lineOf = (page: Page, quote: string): Locator => page.getByRole('listitem').filter({ has: page.locator('mark').getByText(quote) }).first()

/** What is in the file behind a link. */
export async function downloaded(page: Page, link: string): Promise<string> {
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: link }).click()])
  return readFile(await download.path(), 'utf8')
}
