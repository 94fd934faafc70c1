import type { BrowserContext, FrameLocator, Page } from '@playwright/test'
import { createLocalJWKSet, jwtVerify, type JSONWebKeySet } from 'jose'
import type { ContentItem } from '@/lib/domain/lti/content-item'
import { claims } from '@/lib/domain/lti/claims'
import { assignment as words } from '@/lib/i18n/en/assignment'
import { classroom } from '@/lib/i18n/en/classroom'
import { grading } from '@/lib/i18n/en/grading'
import { lti } from '@/lib/i18n/en/lti'
import { problems } from '@/lib/i18n/en/problems'
import { db } from '@/lib/server/db'
import { expectAccessible } from '../support/accessible'
import { newArticle } from '../support/journey'
import { knowPlatform } from '../support/known-platform'
import { startPlatform, type Platform, type Visit } from '../support/platform'
import { mountServices, type PlatformServices } from '../support/platform-services'
import { instructor, learner } from '../support/platform-token'
import { press } from '../support/press'
import { drag, labelIn, readyToFlag } from '../support/reading'
import { expect, newPerson, test } from '../support/sign-in'

// One platform on one port, and a journey through two sites.
test.describe.configure({ mode: 'serial', timeout: 240_000 })

const site = () => process.env.E2E_BASE_URL ?? ''
const course = { id: 'course-lti', title: 'Reading the news' }
let platform: Platform
let services: PlatformServices

test.beforeEach(async () => {
  const [host = ''] = (process.env.E2E_PLATFORMS ?? '').split(',')
  platform = await startPlatform({ site: site(), port: Number(host.split(':')[1]) })
  services = mountServices(platform, ourKeys)
  await knowPlatform(platform)
})
test.afterEach(async () => {
  platform.stop()
  await db.ltiPlatform.deleteMany({ where: { issuer: platform.issuer } })
})

const ourKeys = async () => (await (await fetch(`${site()}/lti/keys`)).json()) as JSONWebKeySet
const teacher = (more: Visit = {}): Visit => ({ subject: 'teacher-1', name: 'Ms Ito', roles: [instructor], course, ...more })
const student = (more: Visit = {}): Visit => ({ subject: 'student-1', name: 'Mia Chen', roles: [learner], course, ...more })
const inCourse = (kind: 'course' | 'framed', visit: Visit) => `${platform.issuer}/${kind}?login=${encodeURIComponent(platform.loginAddress(visit))}`
const newWindow = async (context: BrowserContext, press: () => Promise<void>): Promise<Page> => (await Promise.all([context.waitForEvent('page'), press()]))[0]
const dialogOf = (page: Page, name: string) => page.getByRole('dialog', { name })
const goOn = async (page: Page) => page.getByRole('button', { name: lti.continue.submit, exact: true }).click()

/** Without a fault for axe, and nothing to push aside, on a phone and on a desk. */
async function well(page: Page): Promise<void> {
  for (const size of [{ width: 390, height: 844 }, { width: 1280, height: 800 }]) {
    await page.setViewportSize(size)
    await expectAccessible(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)).toBe(0)
  }
}

/** The page in the frame by itself, which axe can look at without the platform's around it. */
async function framedWell(context: BrowserContext, frame: FrameLocator): Promise<void> {
  const alone = await context.newPage()
  await alone.goto(await frame.locator('html').evaluate((html) => html.ownerDocument.location.href))
  await well(alone)
  await alone.close()
}

test('a teacher makes an assignment from a frame of the platform, a student does it, and the score arrives there', async ({ page, context, browser }) => {
  const article = await newArticle(await newPerson({ name: 'An Owner' }))
  await page.goto(inCourse('framed', teacher({ deepLinking: {}, documentTarget: 'iframe' })))
  const frame = page.frameLocator('iframe')
  const tool = await test.step('the frame leads to a window of its own, and waits', async () => {
    await expect(frame.getByRole('heading', { level: 1, name: lti.open.title })).toBeVisible()
    await expect(frame.getByRole('status')).toHaveText(lti.open.waiting)
    await framedWell(context, frame)
    return newWindow(context, () => frame.getByRole('link', { name: lti.open.open }).click())
  })

  await test.step('the course becomes a new class, named after it', async () => {
    await expect(tool.getByRole('heading', { level: 1, name: 'Continue as Ms Ito' })).toBeVisible()
    await well(tool)
    await goOn(tool)
    await expect(tool.getByRole('heading', { level: 1, name: lti.connect.title })).toBeVisible()
    await well(tool)
    await expect(tool.getByLabel(classroom.make.name)).toHaveValue(course.title)
    await tool.getByLabel(classroom.make.name).fill('')
    await tool.getByRole('button', { name: lti.connect.newSubmit }).click()
    await expect(tool.getByLabel(classroom.make.name)).toBeFocused()
    await tool.getByLabel(classroom.make.name).fill('News 3B')
    await tool.getByRole('button', { name: lti.connect.newSubmit }).click()
    await expect(tool.getByRole('heading', { level: 1, name: lti.choose.title })).toBeVisible()
    await well(tool)
  })

  await test.step('an assignment is made by the form that every class has, and the frame hands it over by itself', async () => {
    await tool.getByRole('link', { name: lti.choose.new }).click()
    await tool.getByRole('searchbox').fill(article.title)
    await tool.getByRole('button', { name: words.form.search, exact: true }).click()
    await tool.getByRole('link', { name: article.title }).click()
    await expect(tool.getByText('it is chosen for Our school')).toBeVisible()
    await well(tool)
    await tool.getByLabel(words.form.title, { exact: true }).fill('Who says so?')
    await tool.getByLabel(words.form.flags).fill('1')
    await tool.getByLabel(words.form.points).fill('20')
    expect(platform.returned).toEqual([])
    await tool.getByRole('button', { name: words.form.submit }).click()
    await expect(tool.getByRole('heading', { level: 1, name: 'Chosen: Who says so?' })).toBeVisible()
    await well(tool)
    await page.bringToFront()
    await expect(frame.getByRole('heading', { name: 'Back at the platform' })).toBeVisible({ timeout: 30_000 })
  })
  const item = await takeAnswer()
  expect(item).toMatchObject({ type: 'ltiResourceLink', title: 'Who says so?', url: `${site()}/lti/launch`, lineItem: { scoreMaximum: 20 }, window: { targetName: '_blank' } })

  // What a platform does with it: a link, and a column.
  const column = services.addLineItem(course.id, { ...item.lineItem })
  const more = { 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': { scope: services.scopes.slice(0, 2), lineitems: services.lineItemsUrl(course.id), lineitem: column } }
  const link = { link: { id: 'link-1', title: item.title }, custom: item.custom, more }

  const theirs = await browser.newContext()
  const work = await theirs.newPage()
  await test.step('a student comes by the link, flags, and hands in', async () => {
    await work.goto(inCourse('course', student({ ...link, documentTarget: 'window' })))
    await work.getByRole('link', { name: 'Open here' }).click()
    await expect(work).toHaveURL(`${site()}/assignments/${item.custom.assignment}`)
    await readyToFlag(work)
    await drag(work, 'called it a disgrace')
    await labelIn(work, 'Opinion').click()
    await press(work, 'Escape')
    await expect(work.getByRole('listitem').filter({ hasText: words.progress.all })).toContainText('1 of 1')
    await work.getByRole('button', { name: words.work.handIn, exact: true }).click()
    await dialogOf(work, words.work.handInTitle).getByRole('button', { name: words.work.handIn, exact: true }).click()
    await expect(work.getByText(words.shut['handed-in'])).toBeVisible()
    await expect.poll(() => services.scoreOf(column, 'student-1'), { timeout: 60_000 }).toMatchObject({ activityProgress: 'Submitted', gradingProgress: 'PendingManual' })
    expect(services.scores.every(({ scoreGiven }) => scoreGiven === undefined)).toBe(true)
  })

  await test.step('the teacher gives points and releases them; they arrive at the platform', async () => {
    const { userId } = await db.ltiAccount.findFirstOrThrow({ where: { subject: 'student-1', platform: { issuer: platform.issuer } } })
    await tool.goto(`/assignments/${item.custom.assignment}/work/${userId}`)
    await tool.getByLabel(grading.grade.points).fill('17')
    await tool.getByRole('button', { name: grading.grade.save, exact: true }).click()
    await expect(tool.getByText(grading.grade.saved)).toBeVisible()
    await tool.goto(`/assignments/${item.custom.assignment}/grades`)
    await tool.getByRole('button', { name: grading.grades.release }).click()
    await expect(tool.getByText('One grade is released.')).toBeVisible()
    const released = { activityProgress: 'Completed', gradingProgress: 'FullyGraded', scoreGiven: 17, scoreMaximum: 20 }
    await expect.poll(() => services.scoreOf(column, 'student-1'), { timeout: 60_000 }).toMatchObject(released)
  })

  await test.step('the class’s settings show the course, and part from it after a question', async () => {
    const { classId } = await db.assignment.findUniqueOrThrow({ where: { id: item.custom.assignment } })
    await tool.goto(`/classes/${classId}/settings`)
    await expect(tool.getByRole('listitem').filter({ hasText: course.title })).toContainText('Our school · 1 link')
    await well(tool)
    await tool.getByRole('button', { name: lti.courses.part }).click()
    await dialogOf(tool, `Disconnect ${course.title}`).getByRole('button', { name: lti.courses.part }).click()
    await expect(tool.getByRole('heading', { name: lti.courses.title })).toHaveCount(0)
    await work.goto(inCourse('course', student({ ...link, documentTarget: 'window' })))
    await work.getByRole('link', { name: 'Open here' }).click()
    await expect(work.getByText(problems.courseUnconnected)).toBeVisible()
  })
  await theirs.close()
})

test('a link that nobody chose for asks the teacher, in the same window; students are told to wait, and lead back', async ({ page, browser }) => {
  const theirs = await browser.newContext()
  const other = await theirs.newPage()
  const waits = async (sentence: string) => {
    await other.goto(inCourse('course', student({ documentTarget: 'window' })))
    await other.getByRole('link', { name: 'Open here' }).click()
    await expect(other.getByRole('heading', { level: 1, name: lti.refused.notYet })).toBeVisible()
    await expect(other.getByText(sentence)).toBeVisible()
    await well(other)
    await other.getByRole('link', { name: 'Back to Our school' }).click()
    await expect(other).toHaveURL(`${platform.issuer}/course-page`)
  }
  await waits(problems.courseUnconnected)
  await page.goto(inCourse('course', teacher({ documentTarget: 'window' })))
  await page.getByRole('link', { name: 'Open here' }).click()
  await goOn(page)
  await page.getByRole('button', { name: lti.connect.newSubmit }).click()
  await expect(page.getByRole('heading', { level: 1, name: lti.choose.linkTitle })).toBeVisible()
  await expect(page.getByText('“Exercise 1”')).toBeVisible()
  await well(page)
  await waits(problems.linkUnset)
  await theirs.close()
})

test('deep linking in one window answers from there; without scripts a click does', async ({ page, browser }) => {
  await page.goto(inCourse('course', teacher({ deepLinking: {}, documentTarget: 'window' })))
  await page.getByRole('link', { name: 'Open here' }).click()
  await goOn(page)
  await page.getByRole('button', { name: lti.connect.newSubmit }).click()
  await expect(page.getByText(lti.choose.empty)).toBeVisible()
  const ticket = new URL(page.url()).searchParams.get('ticket') ?? ''
  await page.getByRole('button', { name: lti.choose.nothing }).click()
  await expect(page.getByRole('heading', { name: 'Back at the platform' })).toBeVisible()
  expect(await itemsOf(platform.returned.at(-1)?.get('JWT'))).toEqual([])

  const plain = await browser.newContext({ javaScriptEnabled: false })
  const bare = await plain.newPage()
  await bare.goto(`${site()}/lti/open?ticket=${ticket}`)
  await bare.getByRole('button', { name: 'Continue to Our school' }).click()
  await expect(bare.getByRole('heading', { name: 'Back at the platform' })).toBeVisible()
  expect(platform.returned).toHaveLength(2)
  await plain.close()
})

test('a forged launch is a sentence', async ({ page }) => {
  await page.goto(inCourse('course', student({ documentTarget: 'window', forge: { key: 'stranger' } })))
  await page.getByRole('link', { name: 'Open here' }).click()
  await expect(page.getByRole('heading', { level: 1, name: lti.refused.title })).toBeVisible()
  await expect(page.getByText('could not be verified')).toBeVisible()
  await well(page)
  // Words that somebody else puts into the address are not said.
  await page.goto(page.url().replace(/v\.claim=[^&]*/, 'v.claim=call+555'))
  await expect(page.getByText('call 555')).toHaveCount(0)
  await expect(page.getByText(lti.refused.unknown)).toBeVisible()
})

/** What was handed to the platform, verified as it would. */
async function takeAnswer(): Promise<ContentItem> {
  expect(platform.returned).toHaveLength(1)
  const [item] = await itemsOf(platform.returned[0]?.get('JWT'))
  return item!
}

async function itemsOf(token: string | null | undefined): Promise<ContentItem[]> {
  const { payload } = await jwtVerify(token ?? '', createLocalJWKSet(await ourKeys()), { issuer: platform.clientId, audience: platform.issuer })
  expect(payload[claims.data]).toBe('opaque')
  return payload[claims.contentItems] as ContentItem[]
}
