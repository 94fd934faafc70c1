import type { Page } from '@playwright/test'
import type { SignedIn } from '@/lib/domain/viewer'
import { addRoster } from '@/lib/server/class-people'
import { createClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { expectAccessible } from '../support/accessible'
import { newArticle, viewerOf } from '../support/journey'
import { must } from '../support/lesson'
import { openTab, pageOf, signInWithCode } from '../support/lesson-steps'
import { linkSentTo } from '../support/letters'
import { drag, openArticle, paletteOf } from '../support/reading'
import { enter, expect, newPerson, test } from '../support/sign-in'
import { wordsIn, type Words } from '../support/words'

test.describe.configure({ timeout: 120_000 })

const zone = 'Asia/Taipei'
const codeOnPaper = /^\w{5}-\w{5}$/
const roster = (names: string[]) => names.map((name, i) => ({ line: i + 1, name, email: null, section: '1A' }))

/** A class with students whose accounts live in it. */
async function classOf(teacher: SignedIn, name: string, students: string[]) {
  const { id } = must(await createClass(teacher, { name, timeZone: zone }))
  const { codes } = must(await addRoster(teacher, id, roster(students)))
  return { id, codes: new Map(codes.map((each) => [each.name, each.code])) }
}

test('an account on paper is good for its class and for nothing else', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const teacher = await signIn({ name: 'Mr Lin' })
  const [of, other] = [await classOf(viewerOf(teacher), 'News 3B', ['Mei Chen']), await classOf(viewerOf(teacher), 'News 4C', ['Jonas'])]
  const open = await newArticle(teacher)
  const student = await (await browser.newContext()).newPage()
  await signInWithCode(student, t, of.codes.get('Mei Chen') ?? '')

  await test.step('no classes, articles, or flags in the open reading', async () => {
    await expect(student.getByRole('link', { name: 'News 3B' })).toBeVisible()
    await expect(student.getByRole('button', { name: t('classroom.make.submit') })).toHaveCount(0)
    expect((await student.goto('/articles/new'))?.status()).toBe(404)
    await openArticle(student, open.slug)
    await drag(student, 'called it a disgrace')
    await expect(paletteOf(student)).toContainText(t('reader.signIn.managed'))
    await expect(paletteOf(student).getByRole('group')).toHaveCount(0)
    await expectAccessible(student)
  })

  await test.step('no other class, and no leaving by oneself', async () => {
    await page.goto(`/classes/${other.id}/people`)
    await page.getByRole('button', { name: t('classroom.ways.submit') }).click()
    const code = (await page.getByText(/^\w{4}-\w{4}$/).textContent()) ?? ''
    await student.goto(`/join/${code}`)
    await expect(student.getByText(t('classroom.join.managed'))).toBeVisible()
    await expect(student.getByRole('button', { name: t('classroom.join.now'), exact: true })).toHaveCount(0)
    expect((await student.goto(`/classes/${other.id}`))?.status()).toBe(404)
    await student.goto('/settings')
    await expect(student.getByText(t('account.settings.keptByClass'))).toBeVisible()
    await expect(student.getByText(t('account.settings.leave'), { exact: true })).toHaveCount(0)
    await expect(student.getByLabel(t('account.fields.newPassword'))).toHaveCount(0)
    await expect(student.getByLabel(t('account.fields.email'))).toHaveCount(0)
    await expectAccessible(student)
  })

  await test.step('no other role: whoever gives it a new code could take it over', async () => {
    await page.goto(`/classes/${of.id}/people`)
    await page.getByRole('button', { name: t('classroom.people.changeThat', { name: 'Mei Chen' }) }).click()
    // It is drawn within a line that does not break.
    await page.setViewportSize({ width: 390, height: 844 })
    expect(await page.getByRole('dialog').evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0)
    await page.setViewportSize({ width: 1280, height: 720 })
    const role = page.getByRole('dialog').getByLabel(t('classroom.people.columns.role'))
    await expect(role).toHaveCount(0)
    await page.getByRole('dialog').getByLabel(t('classroom.people.columns.section')).selectOption(t('classroom.people.noSection'))
    await page.getByRole('dialog').getByRole('button', { name: t('classroom.people.save'), exact: true }).click()
    await expect(page.getByRole('row', { name: /Mei Chen/ })).toContainText(t('classroom.people.noSection'))
  })

  await test.step('a new code signs in, the lost one no longer; taken out, the class is gone', async () => {
    await page.getByRole('button', { name: t('classroom.people.changeThat', { name: 'Mei Chen' }) }).click()
    await page.getByRole('dialog').getByRole('button', { name: t('classroom.people.newCodeNow') }).click()
    const code = (await page.getByRole('dialog').getByText(codeOnPaper).textContent()) ?? ''
    await student.goto('/sign-in/code')
    await student.getByLabel(t('classroom.signIn.code')).fill(of.codes.get('Mei Chen') ?? '')
    await student.getByRole('button', { name: t('classroom.signIn.submit') }).click()
    await expect(student.getByText(t('problems.codeUnknown'))).toBeVisible()
    await signInWithCode(student, t, code)
    await page.getByRole('dialog').getByRole('button', { name: t('classroom.people.removeNow', { name: 'Mei Chen' }), exact: true }).click()
    await expect(page.getByRole('row', { name: /Mei Chen/ })).toHaveCount(0)
    // Taken out, they are signed out as well.
    await student.goto(`/classes/${of.id}`)
    await expect(student).toHaveURL(/\/sign-in\?next=/)
  })
  await student.context().close()
})

test('an invitation by mail is for its address alone and for once, into its section', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const teacher = await signIn({ name: 'Mr Lin' })
  const of = await classOf(viewerOf(teacher), 'News 3B', ['Mei Chen'])
  const [ada, bo] = [await newPerson({ name: 'Ada Mailed' }), await newPerson({ name: 'Bo Curious' })]
  await page.goto(`/classes/${of.id}/people`)
  const form = page.getByRole('form', { name: t('classroom.ways.mail') })
  const send = async (email: string) => {
    await form.getByLabel(t('classroom.ways.email')).fill(email)
    await form.getByLabel(t('classroom.people.columns.section')).selectOption('1A')
    await form.getByRole('button', { name: t('classroom.ways.send') }).click()
  }
  await send('nobody at all')
  await expect(form.getByLabel(t('classroom.ways.email'))).toHaveAccessibleDescription(new RegExp(t('problems.emailInvalid')))
  await send(ada.email)
  await expect(page.getByText(t('classroom.ways.sent', { email: ada.email }))).toBeVisible()
  await send(ada.email)
  await expect(page.getByText(t('classroom.ways.already', { email: ada.email }))).toBeVisible()
  await expectAccessible(page)
  const link = await linkSentTo(ada.email, t('account.letters.invited.subject'))

  const other = await pageOf(browser, bo, link)
  await other.getByRole('button', { name: t('classroom.join.now'), exact: true }).click()
  await expect(other.getByText(t('problems.codeUnknown'))).toBeVisible()
  const invited = await pageOf(browser, ada, link)
  await invited.getByRole('button', { name: t('classroom.join.now'), exact: true }).click()
  await expect(invited.getByRole('heading', { level: 1, name: 'News 3B', exact: true })).toBeVisible()
  await other.reload()
  await expect(other.getByRole('heading', { name: t('classroom.join.unknownTitle') })).toBeVisible()
  await page.reload()
  await expect(page.getByRole('row', { name: /Ada Mailed Student 1A/ })).toContainText(ada.email)
  await Promise.all([other, invited].map((each) => each.context().close()))
})

test('a code with one place lets one in, one of a day nobody on the next, and sections come and go', async ({ page, signIn, browser }) => {
  const t = await wordsIn('en')
  const teacher = await signIn({ name: 'Mr Lin' })
  const of = await classOf(viewerOf(teacher), 'News 3B', ['Mei Chen'])
  await page.goto(`/classes/${of.id}/people`)
  const first = await makeCode(page, t, { days: '1', places: '1' })
  const join = async (name: string) => {
    const context = await browser.newContext()
    await enter(context, await newPerson({ name }))
    const theirs = await context.newPage()
    await theirs.goto(`/join/${first}`)
    return theirs
  }
  const ada = await join('Ada First')
  const bo = await join('Bo Second')
  const joinNow = (theirs: Page) => theirs.getByRole('button', { name: t('classroom.join.now'), exact: true }).click()
  await joinNow(ada)
  await expect(ada.getByRole('heading', { level: 1, name: 'News 3B', exact: true })).toBeVisible()
  // He opened the page while there was a place.
  await joinNow(bo)
  await expect(bo.getByText(t('problems.codeUnknown'))).toBeVisible()
  await page.reload()
  const line = page.getByRole('listitem').filter({ hasText: first })
  await expect(line).toContainText(t('classroom.ways.used', { places: 1, used: 1 }))
  await expect(line).toContainText(t('classroom.ways.usedUp'))
  await page.getByRole('button', { name: t('classroom.ways.revokeThat', { code: first }) }).click()
  await expect(line).toHaveCount(0)

  const second = await makeCode(page, t, { days: '1', places: '' })
  await bo.goto(`/join/${second}`)
  await expect(bo.getByRole('button', { name: t('classroom.join.now'), exact: true })).toBeVisible()
  await db.classInvitation.updateMany({ where: { classId: of.id }, data: { expiresAt: new Date(Date.now() - 1000) } })
  await bo.getByRole('button', { name: t('classroom.join.now'), exact: true }).click()
  await expect(bo.getByText(t('problems.codeUnknown'))).toBeVisible()
  await expectAccessible(bo)

  await openTab(page, t, 'settings')
  await page.getByLabel(t('classroom.settings.newSection')).fill('1A')
  await page.getByRole('button', { name: t('classroom.settings.addSection'), exact: true }).click()
  await expect(page.getByLabel(t('classroom.settings.newSection'))).toHaveAccessibleDescription(new RegExp(t('problems.nameInUse')))
  await page.getByRole('button', { name: t('classroom.settings.renameThat', { name: '1A' }) }).click()
  await page.getByLabel(t('classroom.settings.sectionOf', { name: '1A' })).fill('Monday')
  await page.getByRole('listitem').getByRole('button', { name: t('classroom.settings.save'), exact: true }).click()
  await expect(page.getByRole('button', { name: t('classroom.settings.renameThat', { name: 'Monday' }) })).toBeVisible()
  await openTab(page, t, 'people')
  await expect(page.getByRole('row', { name: /Mei Chen Student Monday/ })).toBeVisible()
  await openTab(page, t, 'settings')
  await page.getByRole('button', { name: t('classroom.settings.removeThat', { name: 'Monday' }) }).click()
  await expect(page.getByText(t('classroom.settings.noSections'))).toBeVisible()
  await openTab(page, t, 'people')
  await expect(page.getByRole('row', { name: /Mei Chen Student/ })).toBeVisible()
  await Promise.all([ada, bo].map((each) => each.context().close()))
})

async function makeCode(page: Page, t: Words, { days, places }: { days: string; places: string }): Promise<string> {
  const form = page.getByRole('form', { name: t('classroom.ways.make') })
  await form.getByLabel(t('classroom.ways.days')).selectOption(days)
  await form.getByLabel(t('classroom.ways.places')).fill(places)
  await form.getByRole('button', { name: t('classroom.ways.submit') }).click()
  return (await page.getByRole('listitem').getByText(/^\w{4}-\w{4}$/).first().textContent()) ?? ''
}
