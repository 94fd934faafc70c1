import type { Page, Route } from '@playwright/test'
import { db } from '@/lib/server/db'
import { openWork, submitWork } from '@/lib/server/submissions'
import { wallTime } from '@/lib/domain/classroom/zoned-time'
import { expectAccessible } from '../support/accessible'
import { flagIn, lesson, must } from '../support/lesson'
import { atWork, flag, handIn, lookAgain, pageOf, progressIn, sendAssignment, setRevealed } from '../support/lesson-steps'
import { cardOn, cardsOf, drag, marginOf, paletteOf, textOf } from '../support/reading'
import { expect, test } from '../support/sign-in'
import { wordsIn } from '../support/words'

test.describe.configure({ timeout: 120_000 })

const nothingAsked = { flags: 0, dimensions: { sourcing: 0, statement: 0, framing: 0 } }
const [mayor, experts, doubt] = ['The mayor said nothing', 'Experts believe', 'Nobody with eyes in their head']
const minute = 60_000
/** A moment on the class's clock, as the form's fields hold it. */
const inMinutes = (minutes: number) => wallTime(Date.now() + minutes * minute, 'Asia/Taipei').slice(0, 16)

/** Somebody works and hands in, away from the browser. @param ago minutes that have passed since */
async function handsIn(of: Awaited<ReturnType<typeof lesson>>, student: number, quote: string, note: string, ago = 0): Promise<void> {
  const person = of.students[student]!
  must(await openWork(person, of.id))
  await flagIn(of.layerId, person, quote, ['framing:doubt'], note)
  must(await submitWork(person, of.id, new Date(Date.now() - ago * minute)))
}

/** Holds what the page sends until it is released. */
async function holdWrites(page: Page): Promise<() => Promise<void>> {
  const held: Route[] = []
  let holding = true
  await page.route('**', (route) => (holding && route.request().method() === 'POST' ? void held.push(route) : route.continue()))
  return async () => {
    holding = false
    await Promise.all(held.map((route) => route.continue()))
  }
}

/** Where the text begins, from the top of the page. */
const topOf = (page: Page) => textOf(page).evaluate((text) => Math.round(text.getBoundingClientRect().top + window.scrollY))

test('a gate of two flags opens with the second, and what others hand in later appears by itself', async ({ browser }) => {
  const t = await wordsIn('en')
  const of = await lesson(['Ada First', 'Bo Second', 'Cho Third'], { gate: 'own-flags', gateFlags: 2, requirement: nothingAsked })
  await handsIn(of, 1, doubt, 'Bo wrote this')
  const ada = await atWork(browser, of.students[0]!, of.id)
  await expect(ada.getByText(t('assignment.gate.own-flags', { flags: 2 }))).toBeVisible()
  await expect(progressIn(ada, t, t('assignment.progress.free', { flags: 0 }))).toBeVisible()
  const release = await holdWrites(ada)
  const before = await topOf(ada)
  await flag(ada, t, mayor, ['Opinion'])
  // Under the bar; the dialog, which is shut, has it as well.
  await expect(ada.getByText(t('assignment.progress.unsaved', { count: 1 })).filter({ visible: true })).toBeVisible()
  expect(await topOf(ada)).toBe(before)
  await release()
  await expect(ada.getByText(t('assignment.progress.unsaved', { count: 1 }))).toHaveCount(0)
  expect(await topOf(ada)).toBe(before)
  await expect(cardsOf(ada)).toHaveCount(1)
  await expect(marginOf(ada)).not.toContainText('Bo wrote this')
  await flag(ada, t, experts, ['Opinion'])
  await expect(cardsOf(ada)).toHaveCount(3)
  await expect(marginOf(ada)).toContainText('Bo wrote this')
  await expect(marginOf(ada)).not.toContainText('Bo Second')
  await expectAccessible(ada)
  await handsIn(of, 2, 'can doubt it', 'Cho wrote this')
  await lookAgain(ada)
  await expect(marginOf(ada)).toContainText('Cho wrote this')
  await ada.context().close()
})

test('homework: the due date is moved in the form, then all is open and what comes is late, and at last nothing comes', async ({ browser }) => {
  const t = await wordsIn('en')
  const of = await lesson(['Ada First', 'Bo Second', 'Cho Third'], { gate: 'due', due: inMinutes(90) })
  const address = `/assignments/${of.id}`
  await handsIn(of, 1, doubt, 'Bo wrote this', 10)
  const ada = await atWork(browser, of.students[0]!, of.id)
  await expect(ada.getByText(t('assignment.gate.due'))).toBeVisible()
  await flag(ada, t, experts, ['Opinion'])
  await expect(progressIn(ada, t, t('assignment.progress.all'))).toContainText(t('assignment.progress.met'))
  await expect(cardsOf(ada)).toHaveCount(1)
  const teacher = await pageOf(browser, of.teacher, `${address}/edit`)
  const field = (name: 'title' | 'due' | 'lateUntil' | 'opens') => teacher.getByLabel(t(`assignment.form.${name}`), { exact: true })

  await test.step('the form holds what is set, and says at its field what cannot be', async () => {
    await expect(field('title')).toHaveValue('Who says so?')
    await expect(field('opens')).toHaveValue('')
    await expect(teacher.getByRole('radio', { name: t('assignment.gates.due.name') })).toBeChecked()
    await field('due').fill(inMinutes(-5))
    await field('lateUntil').fill(inMinutes(-10))
    await teacher.getByRole('button', { name: t('assignment.form.save'), exact: true }).click()
    await expect(field('lateUntil')).toHaveAccessibleDescription(new RegExp(t('problems.datesDisorder')))
    await expectAccessible(teacher)
    await field('title').fill('Who says so now?')
    await field('lateUntil').fill(inMinutes(60))
    await sendAssignment(teacher, t, 'Who says so now?', 'save')
  })

  await test.step('it is due: the others’ work is there, and what is handed in now is late for good', async () => {
    await lookAgain(ada)
    await expect(marginOf(ada)).toContainText('Bo wrote this')
    await expect(ada.getByText(t('assignment.work.lateNow'))).toBeVisible()
    await handIn(ada, t)
    await expect(ada.getByText(/Handed in late/)).toBeVisible()
    await expect(ada.getByRole('button', { name: t('assignment.work.takeBack'), exact: true })).toHaveCount(0)
    await expectAccessible(ada)
    await ada.goto(`/classes/${of.classId}`)
    await expect(ada.getByRole('main')).toContainText(t('classroom.assignments.states.late'))
  })

  await test.step('those who teach see who was late', async () => {
    await teacher.goto(address)
    await expect(teacher.getByRole('region', { name: t('assignment.overview.counts') })).toContainText(t('assignment.overview.lateOf', { count: 1 }))
    await teacher.goto(`${address}/board?sort=state`)
    await expect(teacher.getByRole('row', { name: 'Ada First' })).toContainText(t('grading.states.late'))
    await expect(teacher.getByRole('row', { name: 'Bo Second' })).toContainText(t('grading.states.submitted'))
    await expect(teacher.getByRole('row', { name: 'Cho Third' })).toContainText(t('grading.states.not-started'))
  })

  await test.step('when that is over too, who did nothing reads all and changes nothing', async () => {
    await teacher.goto(`${address}/edit`)
    await field('lateUntil').fill(inMinutes(-1))
    await sendAssignment(teacher, t, 'Who says so now?', 'save')
    const cho = await atWork(browser, of.students[2]!, of.id)
    await expect(cho.getByRole('main')).toContainText(t('assignment.shut.overEmpty'))
    await expect(cho.getByRole('button', { name: t('assignment.work.handIn'), exact: true })).toHaveCount(0)
    await expect(cardsOf(cho)).toHaveCount(2)
    await drag(cho, mayor)
    await expect(paletteOf(cho)).toContainText(t('assignment.shut.overEmpty'))
    await expect(paletteOf(cho).getByRole('group')).toHaveCount(0)
    await cho.context().close()
  })
  await Promise.all([ada, teacher].map((page) => page.context().close()))
})

test('groups of two see each other at once and no other group, until it is revealed, and not after it is hidden again', async ({ browser }) => {
  const t = await wordsIn('en')
  const names = ['Ada First', 'Bo Second', 'Cho Third', 'Dee Fourth']
  const of = await lesson(names, { gate: 'reveal', groupSize: 2, pseudonyms: false, requirement: nothingAsked })
  const parts = await db.submission.findMany({ where: { assignmentId: of.id }, select: { userId: true, group: true } })
  const [first, mate] = of.students.filter(({ id }) => parts.find(({ userId }) => userId === id)?.group === 1)
  const other = of.students.find(({ id }) => id !== first!.id && id !== mate!.id)!
  must(await openWork(other, of.id))
  await flagIn(of.layerId, other, doubt, ['framing:doubt'], 'from the other group')
  const [one, two] = [await atWork(browser, first!, of.id), await atWork(browser, mate!, of.id)]
  await expect(one.getByText(t('assignment.gate.circle'))).toBeVisible()
  await flag(one, t, experts, ['Opinion'])
  await flag(two, t, mayor, ['Opinion'])
  // Shown at once, and stored a moment later.
  await expect(cardOn(two, mayor)).toBeVisible()
  await expect.poll(() => db.annotation.count({ where: { layerId: of.layerId } })).toBe(3)
  for (const page of [one, two]) {
    await page.reload()
    await expect(cardsOf(page)).toHaveCount(2)
    await expect(marginOf(page)).not.toContainText('from the other group')
  }
  await expect(marginOf(one)).toContainText(mate!.name)
  await expectAccessible(one)

  const teacher = await pageOf(browser, of.teacher, `/assignments/${of.id}/board`)
  for (const { name } of [first!, mate!]) await expect(teacher.getByRole('row', { name })).toContainText(t('grading.board.group', { number: 1 }))
  await expect(teacher.getByRole('row', { name: other.name })).toContainText(t('grading.board.group', { number: 2 }))
  await teacher.goto(`/assignments/${of.id}`)
  await setRevealed(teacher, t, true)
  await lookAgain(one)
  await expect(marginOf(one)).toContainText('from the other group')
  await setRevealed(teacher, t, false)
  await one.reload()
  await expect(cardsOf(one)).toHaveCount(2)
  await expect(marginOf(one)).not.toContainText('from the other group')
  await Promise.all([one, two, teacher].map((page) => page.context().close()))
})
