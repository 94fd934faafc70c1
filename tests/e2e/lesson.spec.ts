import { randomUUID } from 'node:crypto'
import type { BrowserContext, Page } from '@playwright/test'
import { csvRecords } from '@/lib/domain/formats/csv-text'
import { db } from '@/lib/server/db'
import { expectAccessible } from '../support/accessible'
import { newArticle } from '../support/journey'
import {
  addCriterion, addStudents, answersTo, beginAssignment, doorsOf, downloaded, flag, handIn, lineOf, lookAgain, makeClass, numberField, openTab, progressIn, sendAssignment,
  setRevealed, signInWithCode, takeBack,
} from '../support/lesson-steps'
import { chinese, english, type Lesson } from '../support/lesson-texts'
import { press } from '../support/press'
import { cardsOf, marginOf, readyToFlag } from '../support/reading'
import { expect, test, type Person } from '../support/sign-in'
import { wordsIn } from '../support/words'

for (const lesson of [english, chinese]) {
  test.describe(`a lesson in ${lesson.locale}`, () => {
    // Four browsers, beside whatever else the machine does.
    test.describe.configure({ timeout: 240_000 })
    test.use({ locale: lesson.browser })
    test('from the class list to the grades: three students work unseen, compare, and each reads their own', async ({ page: teacher, signIn, browser }) => {
      await walk(lesson, teacher, await signIn({ name: 'Mr Lin' }), () => browser.newContext({ locale: lesson.browser, timezoneId: 'UTC' }))
    })
  })
}

async function walk({ locale, students: names, text, passages }: Lesson, teacher: Page, owner: Person, newContext: () => Promise<BrowserContext>): Promise<void> {
  const t = await wordsIn(locale)
  // One language is looked at closely; the pages are the same in the other.
  const look = locale === 'en' ? expectAccessible : async () => {}
  const label = {
    opinion: t('codebook.labels.statement.opinion.name'), judgement: t('codebook.labels.statement.value-judgement.name'),
    loaded: t('codebook.labels.framing.loaded-language.name'), doubt: t('codebook.labels.framing.doubt.name'),
  }
  const statement = t('codebook.dimensions.statement.name')
  const article = await newArticle(owner, { body: text })
  const { stated, framed, short, extra } = passages(article.text)
  const title = 'Who says so?'
  const explanation = 'Who doubts is called blind.'

  const codes = await test.step('a list of names makes a sheet of codes', async () => {
    await makeClass(teacher, t, 'News 3B')
    await openTab(teacher, t, 'people')
    const made = await addStudents(teacher, t, ['name,section', ...names.map((name) => `${name},1A`)].join('\n'), names)
    await teacher.emulateMedia({ media: 'print' })
    await expect(teacher.getByText(made.get(names[0]) ?? '')).toBeVisible()
    await expect(teacher.getByRole('link', { name: t('classroom.sheet.leave') })).toBeHidden()
    await teacher.emulateMedia({ media: null })
    await look(teacher)
    await teacher.getByRole('link', { name: t('classroom.sheet.leave') }).click()
    await expect(teacher.getByRole('row', { name: names[2] })).toContainText(t('classroom.people.byCode'))
    return made
  })

  const address = await test.step('an exercise with what it asks for and a rubric, and its key with explanations', async () => {
    await openTab(teacher, t, 'assignments')
    await beginAssignment(teacher, t, article.title)
    await teacher.getByLabel(t('assignment.form.title'), { exact: true }).fill(title)
    await teacher.getByRole('textbox', { name: t('assignment.form.instructions') }).fill('Look for words that push.')
    await numberField(teacher, t('assignment.form.flags')).fill('2')
    await numberField(teacher, statement).fill('1')
    await addCriterion(teacher, t, 1, { words: 'Opinions found', points: 6, measure: 'statement' })
    await addCriterion(teacher, t, 2, { words: 'Framing found', points: 4, measure: 'framing' })
    await look(teacher)
    const path = await sendAssignment(teacher, t, title)
    await teacher.getByRole('link', { name: t('assignment.overview.key'), exact: true }).click()
    await readyToFlag(teacher)
    await flag(teacher, t, stated, [label.opinion, label.judgement], 'Nobody is asked.')
    await flag(teacher, t, framed, [label.loaded], explanation)
    await expect(cardsOf(teacher)).toHaveCount(2)
    await look(teacher)
    return path
  })
  const id = address.slice('/assignments/'.length)
  const { layerId, keyLayerId, classId } = await db.assignment.findUniqueOrThrow({ where: { id }, select: { layerId: true, keyLayerId: true, classId: true } })

  const [ada, bo, cho] = await test.step('three sign in with their codes and find the exercise', async () => {
    const pages = await Promise.all(names.map(async (name) => {
      const page = await (await newContext()).newPage()
      await signInWithCode(page, t, codes.get(name) ?? '')
      await page.getByRole('link', { name: 'News 3B' }).click()
      await page.getByRole('link', { name: title }).click()
      await readyToFlag(page)
      return page
    }))
    return pages as [Page, Page, Page]
  })
  const all = [ada, bo, cho]

  await test.step('they work at the same time, and the board follows by itself', async () => {
    await teacher.goto(`${address}/board`)
    await expect(ada.getByRole('region', { name: t('assignment.head.instructions') })).toContainText('Look for words that push.')
    await Promise.all([
      flag(ada, t, stated, [label.opinion]).then(() => flag(ada, t, framed, [label.doubt], 'It mocks doubt.')),
      flag(bo, t, stated, [label.judgement]).then(() => flag(bo, t, extra, [label.loaded])),
      flag(cho, t, short, [label.opinion]).then(() => flag(cho, t, framed, [label.loaded])),
    ])
    for (const page of all) {
      await expect(progressIn(page, t, t('assignment.progress.all'))).toContainText(t('assignment.progress.of', { done: 2, wanted: 2 }))
      await expect(progressIn(page, t, statement)).toContainText(t('assignment.progress.met'))
    }
    for (const name of names) await expect(teacher.getByRole('row', { name })).toContainText(t('grading.states.started'))
    await expect(teacher.getByRole('row', { name: names[1] })).toContainText(`2 ${t('grading.board.wanted', { wanted: 2 })}`)
    await look(teacher)
  })

  await test.step('none sees anything of the others, on the page or at any door', async () => {
    const other = await db.annotation.findFirstOrThrow({ where: { layerId, author: { name: names[0] } }, select: { id: true, authorId: true } })
    const nowhere = [randomUUID(), randomUUID()] as const
    const told = async (page: Page, [layer, annotation]: readonly [string, string]) =>
      (await answersTo(page, doorsOf(layer, annotation))).map(({ status, words }) => ({ status, words: words.replaceAll(layer, '…').replaceAll(annotation, '…') }))
    for (const page of [bo, cho]) {
      await page.reload()
      await expect(cardsOf(page)).toHaveCount(2)
      const html = await (await page.request.get(address)).text()
      for (const secret of [names[0], 'It mocks doubt.', other.authorId, other.id, explanation]) expect(html).not.toContain(secret)
      expect(await told(page, [layerId, other.id])).toEqual(await told(page, nowhere))
      expect(await told(page, [keyLayerId ?? '', other.id])).toEqual(await told(page, nowhere))
      expect((await page.request.get(`${address}/work/${other.authorId}`)).status()).toBe(404)
    }
    await look(bo)
  })

  await test.step('they hand in, one takes back and hands in again; the gate opens to each, under made-up names', async () => {
    await handIn(bo, t)
    await takeBack(bo, t)
    for (const page of all) await handIn(page, t)
    await expect(teacher.getByRole('row', { name: names[1] })).toContainText(t('grading.board.takenBack'))
    for (const name of names) await expect(teacher.getByRole('row', { name })).toContainText(t('grading.states.submitted'))
    for (const page of all) {
      await lookAgain(page)
      await expect(cardsOf(page)).toHaveCount(6)
      await expect(page.getByText(t('assignment.gate.opened'))).toBeVisible()
    }
    for (const name of [names[1], names[2]]) await expect(ada.locator('body')).not.toContainText(name)
    await expect(marginOf(ada)).not.toContainText(explanation)
    await look(ada)
  })

  await test.step('the teacher reveals it, and each sees their own work beside the key', async () => {
    await teacher.goto(address)
    await setRevealed(teacher, t, true)
    await look(teacher)
    for (const page of all) {
      await page.goto(address)
      await page.getByRole('link', { name: t('assignment.gate.compare') }).click()
      await expect(page.getByRole('heading', { level: 1, name: t('grading.work.titleOwn') })).toBeVisible()
      await expect(page.getByText(explanation).first()).toBeVisible()
    }
    await expect(lineOf(ada, stated)).toContainText(t('grading.verdicts.found'))
    await expect(lineOf(ada, framed)).toContainText(t('grading.verdicts.other-label'))
    await expect(lineOf(bo, stated)).toContainText(t('grading.verdicts.found'))
    await expect(lineOf(bo, framed)).toContainText(t('grading.verdicts.missed'))
    await expect(lineOf(bo, extra)).toContainText(t('grading.verdicts.extra'))
    await expect(lineOf(cho, short)).toContainText(t('grading.verdicts.too-short'))
    await look(bo)
  })

  await test.step('words on a passage and on the whole, proposals, one set by hand, all released', async () => {
    await teacher.getByRole('link', { name: t('assignment.overview.grading'), exact: true }).click()
    await teacher.getByRole('button', { name: t('grading.grades.propose', { count: 0 }) }).click()
    await expect(teacher.getByText(t('grading.grades.proposed', { changed: 3 }))).toBeVisible()
    await expect(teacher.getByRole('row', { name: names[0] })).toContainText('6')
    await teacher.getByRole('row', { name: names[0] }).getByRole('link').click()
    await expect(teacher.getByRole('heading', { level: 1, name: t('grading.work.titleOf', { name: names[0] }) })).toBeVisible()
    await lineOf(teacher, framed).getByRole('button').first().click()
    await teacher.getByRole('textbox', { name: t('grading.work.words'), exact: true }).fill('Mocking is pushing too.')
    await teacher.getByRole('button', { name: t('grading.work.saySend') }).click()
    await expect(teacher.getByRole('textbox', { name: t('grading.work.words'), exact: true })).toHaveCount(0)
    await teacher.getByRole('textbox', { name: t('grading.grade.comment') }).fill('A sharp eye.')
    await teacher.getByRole('button', { name: t('grading.grade.save'), exact: true }).click()
    await expect(teacher.getByText(t('grading.grade.saved'))).toBeVisible()
    await look(teacher)
    await teacher.getByRole('link', { name: t('grading.work.all') }).click()
    await teacher.getByRole('row', { name: names[2] }).getByRole('link').click()
    await expect(teacher.getByRole('heading', { level: 1, name: t('grading.work.titleOf', { name: names[2] }) })).toBeVisible()
    await teacher.getByLabel(t('grading.grade.points'), { exact: true }).fill('9')
    await teacher.getByRole('button', { name: t('grading.grade.save'), exact: true }).click()
    await expect(teacher.getByText(t('grading.grade.outOf', { points: '9', of: '10' })).first()).toBeVisible()
    await ada.reload()
    await expect(ada.getByText('A sharp eye.')).toHaveCount(0)
    await teacher.getByRole('link', { name: t('grading.work.all') }).click()
    await expect(teacher.getByRole('row', { name: names[2] })).toContainText(t('grading.grades.byHand'))
    await teacher.getByRole('button', { name: t('grading.grades.release') }).click()
    await expect(teacher.getByText(t('grading.grades.released', { count: 3 }))).toBeVisible()
    await look(teacher)
  })

  await test.step('each reads their own grade and nobody else’s', async () => {
    for (const [page, points] of [[ada, '6'], [bo, '6'], [cho, '9']] as const) {
      await page.reload()
      await expect(page.getByText(t('grading.grade.outOf', { points, of: '10' })).first()).toBeVisible()
    }
    for (const words of ['A sharp eye.', 'Mocking is pushing too.']) {
      await expect(ada.getByText(words)).toBeVisible()
      for (const page of [bo, cho]) await expect(page.getByText(words)).toHaveCount(0)
    }
    const adaWork = new URL(ada.url()).pathname
    for (const path of [adaWork, `${address}/grades`, `${address}/grades.csv`, `/classes/${classId}/grades`, `/classes/${classId}/grades.csv`, `/classes/${classId}/data`]) {
      expect((await bo.request.get(path)).status(), path).toBe(404)
    }
    await look(ada)
  })

  await test.step('the wall shows passage after passage without names, and the key on a button', async () => {
    await teacher.goto(`${address}/project`)
    const [next, reveal] = [teacher.getByRole('button', { name: t('grading.project.next') }), teacher.getByRole('button', { name: t('grading.project.reveal') })]
    let explained = 0
    for (let more = true; more; ) {
      await expect(reveal).toBeVisible()
      await expect(teacher.getByText(explanation)).toHaveCount(0)
      await reveal.click()
      await expect(teacher.getByRole('status').filter({ hasText: t('grading.project.keySays') })).toBeVisible()
      explained += await teacher.getByText(explanation).count()
      await expect(teacher.getByRole('main')).not.toContainText(new RegExp(names.join('|')))
      more = await next.isEnabled()
      if (more) await next.click()
      else await look(teacher)
    }
    expect(explained).toBeGreaterThan(0)
    await press(teacher, 'Escape')
    await expect(teacher).toHaveURL(new RegExp(`${address}$`))
  })

  await test.step('the grades of the class and all of its work are taken home', async () => {
    await teacher.goto(`/classes/${classId}/grades`)
    await look(teacher)
    const rows = [...csvRecords(await downloaded(teacher, t('grading.book.download')))].map(({ cells }) => cells)
    expect(rows.slice(1).map(([name, section, points]) => [name, section, points])).toEqual(expect.arrayContaining([[names[0], '1A', '6'], [names[1], '1A', '6'], [names[2], '1A', '9']]))
    expect(rows).toHaveLength(4)
    await openTab(teacher, t, 'settings')
    const archive = JSON.parse(await downloaded(teacher, t('classroom.removal.exportNow')))
    expect(archive.people.map(({ name }: { name: string }) => name).toSorted()).toEqual([owner.name, ...names].toSorted())
    const [whole] = archive.assignments
    expect(whole).toMatchObject({ title, work: names.map(() => ({ annotations: [expect.anything(), expect.anything()] })), feedback: [{ words: 'Mocking is pushing too.' }] })
    expect(JSON.stringify(whole.key)).toContain(explanation)
    expect(JSON.stringify(whole.work)).toContain('It mocks doubt.')
    expect(whole.grades.map(({ student, points, comment }: { student: { name: string }; points: number; comment: string | null }) => [student.name, points, comment]).toSorted())
      .toEqual([[names[0], 6, 'A sharp eye.'], [names[1], 6, null], [names[2], 9, null]].toSorted())
  })
}
