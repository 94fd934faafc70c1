import type { Browser, BrowserContext, Page } from '@playwright/test'
import { lti } from '@/lib/i18n/en/lti'
import { db } from '@/lib/server/db'
import { createClass } from '@/lib/server/classes'
import { connectCourse, knowPlatform } from '../support/known-platform'
import { startPlatform, type Platform, type Visit } from '../support/platform'
import { instructor } from '../support/platform-token'
import { enter, expect, newPerson, test as base, type Person } from '../support/sign-in'

/** A platform of this spec's own, known to the site, with a course that is a class here. */
const test = base.extend<{ school: { platform: Platform; classId: string; teacher: Person } }>({
  school: async ({}, provide) => {
    const [, host = ''] = (process.env.E2E_PLATFORMS ?? '').split(',')
    const platform = await startPlatform({ site: process.env.E2E_BASE_URL ?? '', port: Number(host.split(':')[1]) })
    const platformId = await knowPlatform(platform)
    const teacher = await newPerson({ name: 'Mr Lin' })
    const made = await createClass({ kind: 'user', id: teacher.id, name: teacher.name, role: 'member' }, { name: 'Media 3B', timeZone: 'Asia/Taipei' })
    if (!made.ok) throw new Error('No class for the test')
    await connectCourse(platformId, platform.deploymentId, 'course-1', made.value.id)
    await provide({ platform, classId: made.value.id, teacher })
    platform.stop()
    // Its port, and with that its name, is the next test's.
    await db.ltiPlatform.delete({ where: { id: platformId }, select: { id: true } })
  },
})
// One port, one platform at a time.
test.describe.configure({ mode: 'serial' })

const visit = (about: Visit = {}): Visit => ({ custom: { open: 'class' }, ...about })
/** The platform's own page of a course, with the link to us in it. */
const coursePage = ({ issuer, loginAddress }: Platform, kind: 'course' | 'framed', about: Visit) => `${issuer}/${kind}?login=${encodeURIComponent(loginAddress(about))}`
const openWindow = async (context: BrowserContext, press: () => Promise<void>): Promise<Page> => (await Promise.all([context.waitForEvent('page'), press()]))[0]
const cookiesOf = async (context: BrowserContext) => (await context.cookies()).map(({ name }) => name)

test('a student opens a link in a window and is there at once', async ({ page, context, school: { platform, classId } }) => {
  await page.goto(coursePage(platform, 'course', visit({ documentTarget: 'window' })))
  const tool = await openWindow(context, () => page.getByRole('link', { name: 'Open in a window' }).click())
  await expect(tool).toHaveURL(`/classes/${classId}`)
  await expect(tool.getByRole('heading', { level: 1, name: 'Media 3B' })).toBeVisible()
  // The next time in the same window, as the same person.
  await page.goto(coursePage(platform, 'course', visit({ documentTarget: 'window' })))
  await page.getByRole('link', { name: 'Open here' }).click()
  await expect(page).toHaveURL(`/classes/${classId}`)
  expect(await db.ltiAccount.count({ where: { platform: { clientId: platform.clientId } } })).toBe(1)
})

test('in a frame nobody is signed in; the way out is one link and one button', async ({ page, context, school: { platform, classId } }) => {
  await page.goto(coursePage(platform, 'framed', visit({ documentTarget: 'iframe' })))
  const frame = page.frameLocator('iframe')
  await expect(frame.getByRole('heading', { level: 1, name: lti.open.title })).toBeVisible()
  expect(await cookiesOf(context)).not.toContain('next-auth.session-token')
  const tool = await openWindow(context, () => frame.getByRole('link', { name: lti.open.open }).click())
  await expect(tool.getByRole('heading', { level: 1, name: 'Continue as Mia Chen' })).toBeVisible()
  expect(await cookiesOf(context)).not.toContain('next-auth.session-token')
  await tool.getByRole('button', { name: lti.continue.submit }).click()
  await expect(tool).toHaveURL(`/classes/${classId}`)
  expect(await cookiesOf(context)).toContain('next-auth.session-token')
})

test('no other page of ours is shown in a platform’s frame', async ({ page, school: { platform } }) => {
  const site = process.env.E2E_BASE_URL ?? ''
  for (const address of [`${site}/library`, `${site}/sign-in`, await heldLaunch(platform, visit())]) {
    await page.goto(`${platform.issuer}/framed?login=${encodeURIComponent(address)}`)
    await expect.poll(async () => page.frames().at(-1)?.url()).toMatch(/^chrome-error:/)
  }
})

test('without scripts a launch goes on, too; the same ticket shown elsewhere is worth nothing more', async ({ browser, school: { platform, classId } }) => {
  const plain = await withoutScripts(browser)
  const page = await plain.newPage()
  await page.goto(await heldLaunch(platform, visit()))
  const address = page.url()
  await page.getByRole('button', { name: lti.continue.submit }).click()
  await expect(page).toHaveURL(`/classes/${classId}`)
  const other = await (await browser.newContext()).newPage()
  await other.goto(address)
  await expect(other).toHaveURL(/\/lti\/refused\?/)
  await plain.close()
  await other.context().close()
})

test('a teacher who is signed in says whose account it is to be, and comes in at once from then on', async ({ page, context, school: { platform, classId, teacher } }) => {
  await enter(context, teacher)
  const sent = visit({ subject: 'teacher-1', name: 'Lin, Yu-Chen', roles: [instructor], documentTarget: 'window' })
  await page.goto(coursePage(platform, 'course', sent))
  await page.getByRole('link', { name: 'Open here' }).click()
  await expect(page.getByRole('heading', { level: 1, name: lti.continue.whose })).toBeVisible()
  await expect(page.getByText('says that you are Lin, Yu-Chen')).toBeVisible()
  await page.getByRole('button', { name: lti.continue.submit }).click()
  // Nothing is chosen for anybody.
  await expect(page.getByRole('heading', { level: 1, name: lti.continue.whose })).toBeVisible()
  await page.getByRole('radio', { name: /Mine: Mr Lin/ }).check()
  await page.getByRole('button', { name: lti.continue.submit }).click()
  await expect(page).toHaveURL(`/classes/${classId}`)
  await context.clearCookies()
  await page.goto(coursePage(platform, 'course', sent))
  await page.getByRole('link', { name: 'Open here' }).click()
  await expect(page).toHaveURL(`/classes/${classId}`)
  expect(await db.ltiAccount.findMany({ where: { platform: { clientId: platform.clientId } }, select: { subject: true, userId: true } })).toEqual([{ subject: 'teacher-1', userId: teacher.id }])
})

test('a launch whose address somebody passes on is worth nothing in another browser', async ({ page, browser, school: { platform, teacher } }) => {
  await page.goto(coursePage(platform, 'course', visit({ subject: 'mallory', name: 'Mallory', roles: [instructor], documentTarget: 'window' })))
  await page.getByRole('link', { name: 'Open here' }).click()
  await expect(page).toHaveURL(/\/lti\/continue\?/)
  const victim = await browser.newContext({ baseURL: process.env.E2E_BASE_URL ?? '' })
  await enter(victim, teacher)
  const theirs = await victim.newPage()
  await theirs.goto(page.url())
  await expect(theirs).toHaveURL(/\/lti\/refused\?code=launchLost/)
  await victim.close()
})

test('a launch that another browser began is not this one’s', async ({ page, school: { platform, classId } }) => {
  // This browser has a login of its own; what it then posts belongs to somebody else's.
  await page.goto(coursePage(platform, 'course', visit({ documentTarget: 'window' })))
  await page.getByRole('link', { name: 'Open here' }).click()
  await expect(page).toHaveURL(`/classes/${classId}`)
  const login = await fetch(platform.loginAddress(visit({ subject: 'mallory', name: 'Mallory' })), { redirect: 'manual' })
  const form = await platform.authorize(login.headers.get('location') ?? '')
  await page.goto(`${platform.issuer}/course`)
  await page.evaluate(({ action, fields }) => {
    const made = document.createElement('form')
    Object.assign(made, { method: 'post', action })
    for (const [name, value] of fields) made.append(Object.assign(document.createElement('input'), { type: 'hidden', name, value }))
    document.body.append(made)
    made.submit()
  }, { action: form.action, fields: [...form.form] })
  await expect(page).toHaveURL(/\/lti\/refused\?code=launchLost/)
})

const withoutScripts = (browser: Browser) => browser.newContext({ javaScriptEnabled: false, baseURL: process.env.E2E_BASE_URL ?? '' })

/** Where a launch leads that came without the login's cookie: what a browser shows that keeps none. */
async function heldLaunch(platform: Platform, about: Visit): Promise<string> {
  const login = await fetch(platform.loginAddress(about), { redirect: 'manual' })
  const { action, form } = await platform.authorize(login.headers.get('location') ?? '')
  const led = await fetch(action, { method: 'POST', body: form, redirect: 'manual', headers: { 'sec-fetch-dest': 'document' } })
  return new URL(led.headers.get('location') ?? '', process.env.E2E_BASE_URL).href
}
