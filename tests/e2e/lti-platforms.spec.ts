import type { JSONWebKeySet } from 'jose'
import { classroom } from '@/lib/i18n/en/classroom'
import { platforms as words } from '@/lib/i18n/en/platforms'
import { problems } from '@/lib/i18n/en/problems'
import { db } from '@/lib/server/db'
import { releaseGrades, setGrade } from '@/lib/server/grades'
import { closeQueue } from '@/lib/server/jobs/queue'
import { expectAccessible } from '../support/accessible'
import { titled } from '../support/journey'
import { connectCourse, knowPlatform } from '../support/known-platform'
import { lesson, must } from '../support/lesson'
import { startPlatform, type Platform } from '../support/platform'
import { mountServices, type PlatformServices } from '../support/platform-services'
import { instructor, learner } from '../support/platform-token'
import { enter, expect, newPerson, test } from '../support/sign-in'

// One platform on one port.
test.describe.configure({ mode: 'default', timeout: 120_000 })

const site = () => process.env.E2E_BASE_URL ?? ''
let platform: Platform
let services: PlatformServices
test.beforeEach(async () => {
  const [, , host = ''] = (process.env.E2E_PLATFORMS ?? '').split(',')
  platform = await startPlatform({ site: site(), port: Number(host.split(':')[1]) })
  services = mountServices(platform, async () => (await (await fetch(`${site()}/lti/keys`)).json()) as JSONWebKeySet)
})
test.afterAll(() => closeQueue())
test.afterEach(async () => {
  platform.stop()
  await db.ltiPlatform.deleteMany({ where: { issuer: platform.issuer } })
})

test('an administrator enters a platform, allows a deployment, switches it off and forgets it', async ({ page, context }) => {
  // Other tests have platforms of their own in the list.
  const name = titled('A college')
  await enter(context, await newPerson({ role: 'admin' }))
  await page.goto('/settings')
  await page.getByRole('link', { name: words.toSettings }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await expect(page.getByText(`${site()}/lti/login`)).toBeVisible()
  await expectAccessible(page)
  const form = page.getByRole('form', { name: words.add.title })
  const field = (of: keyof typeof words.add) => form.getByLabel(words.add[of], { exact: false }).first()
  await field('name').fill(name)
  await form.getByRole('button', { name: words.add.submit }).click()
  await expect(form.getByLabel(words.add.issuer)).toBeFocused()
  await expect(form.getByLabel(words.add.issuer)).toHaveAccessibleDescription(new RegExp(problems.required))
  await field('issuer').fill(platform.issuer)
  await field('clientId').fill(platform.clientId)
  await field('authorizationUrl').fill(platform.authorizationUrl)
  await field('tokenUrl').fill('http://lms.example/token')
  await field('keysUrl').fill(platform.keysUrl)
  await form.getByRole('button', { name: words.add.submit }).click()
  await expect(field('tokenUrl')).toBeFocused()
  await field('tokenUrl').fill(platform.tokenUrl)
  await form.getByRole('button', { name: words.add.submit }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  const { id } = await db.ltiPlatform.findFirstOrThrow({ where: { issuer: platform.issuer } })
  await db.ltiDeployment.create({ data: { platformId: id, deploymentId: 'asks-1' } })
  await page.reload()
  await page.getByRole('button', { name: 'Allow asks-1', exact: true }).click()
  await expect(page.getByRole('button', { name: 'No longer allow asks-1' })).toBeVisible()
  await expectAccessible(page)
  await page.getByRole('button', { name: words.state.off }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.state.off }).click()
  await expect(page.getByRole('button', { name: words.state.on })).toBeVisible()
  await page.getByRole('link', { name: words.back }).click()
  await expect(page.getByRole('listitem').filter({ hasText: name })).toContainText(words.off)
  await page.getByRole('link', { name }).click()
  await page.getByRole('button', { name: words.state.remove }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.state.remove }).click()
  await expect(page).toHaveURL('/settings/platforms')
  expect(await db.ltiPlatform.count({ where: { id } })).toBe(0)
})

test('a platform registers itself in a frame, which is closed', async ({ page, context, browser }) => {
  await enter(context, await newPerson({ role: 'admin' }))
  await page.goto('/settings/platforms')
  await page.getByRole('button', { name: words.link.make }).click()
  const link = await page.getByRole('textbox', { name: words.link.label }).inputValue()
  const stranger = await browser.newContext({ viewport: { width: 900, height: 700 } })
  const there = await stranger.newPage()
  const address = `${link}&${new URLSearchParams({ openid_configuration: services.configurationUrl, registration_token: 'one-time' })}`
  await there.goto(`${platform.issuer}/framed?login=${encodeURIComponent(address)}`)
  await there.evaluate(() => window.addEventListener('message', ({ data }) => (document.title = JSON.stringify(data))))
  const frame = there.frameLocator('iframe')
  await frame.getByRole('button', { name: `Connect ${platform.host}` }).click()
  await expect(frame.getByText(words.register.next)).toBeVisible()
  await expect(there).toHaveTitle('{"subject":"org.imsglobal.lti.close"}')
  expect(await db.ltiPlatform.count({ where: { issuer: platform.issuer, clientId: platform.clientId } })).toBe(1)
  await there.goto(address)
  await expect(there.getByText(problems.linkExpired)).toBeVisible()
  await page.reload()
  await expect(page.getByRole('link', { name: `simulator (${platform.host})` })).toBeVisible()
  await stranger.close()
})

test('a teacher takes the list of the course, and sends again what could not be told', async ({ page, context }) => {
  const set = await lesson(['Ann', 'Ben'])
  const platformId = await knowPlatform(platform, { name: 'Our school' })
  const ltiContextId = await connectCourse(platformId, platform.deploymentId, 'course-9', set.classId)
  await db.ltiContext.update({ where: { id: ltiContextId }, data: { lineItemsUrl: services.lineItemsUrl('course-9'), membershipsUrl: services.membersUrl('course-9') } })
  await db.ltiAccount.createMany({ data: set.students.map(({ id: userId, name }) => ({ platformId, subject: `of ${name}`, userId })) })
  await db.ltiParticipant.createMany({ data: set.students.map(({ id: userId }) => ({ ltiContextId, userId })) })
  await db.ltiLink.create({ data: { ltiContextId, resourceLinkId: 'link-1', assignmentId: set.id, lineItemUrl: services.addLineItem('course-9') } })
  services.members.set('course-9', [{ user_id: 'of Ann', name: 'Ann', roles: [learner] }, { user_id: 'n1', name: '林小美', roles: [learner] }, { user_id: 'n2', name: 'Mr Lin', roles: [instructor] }])
  await db.submission.create({ data: { assignmentId: set.id, userId: set.students[0]!.id, pseudonym: 0, startedAt: new Date(), submittedAt: new Date() } })
  await enter(context, set.teacher)
  await page.goto(`/classes/${set.classId}/people/add`)
  await page.getByRole('button', { name: 'Ask Our school for the list of Media literacy' }).click()
  const row = (name: string) => page.getByRole('row', { name: new RegExp(name) })
  await expect(row('林小美')).toContainText(words.list.fates.comes)
  await expect(row('Ann')).toContainText(words.list.fates.here)
  await expect(row('Mr Lin')).toContainText(words.list.fates['by-themselves'])
  await expect(page.getByText('1 student is not in the course any more')).toBeVisible()
  await expectAccessible(page)
  await page.getByLabel(words.list.remove).check()
  await page.getByRole('button', { name: words.list.submit, exact: true }).click()
  await expect(page.getByText('1 person was added. 1 was taken out.')).toBeVisible()
  await page.getByRole('link', { name: classroom.roster.back }).click()
  await expect(row('林小美')).toBeVisible()
  await expect(row('Ben')).toHaveCount(0)

  // The platform is not well, then it is.
  services.misdeeds.scores = () => ({ status: 422 })
  must(await setGrade(set.teacher, set.id, set.students[0]!.id, { points: 8, comment: null }))
  must(await releaseGrades(set.teacher, set.id, true))
  await expect.poll(() => db.ltiScore.count({ where: { link: { assignmentId: set.id }, nextTryAt: null } }), { timeout: 30_000 }).toBe(1)
  await page.goto(`/assignments/${set.id}/grades`)
  await expect(page.getByText('The platform answered with the error 422.')).toBeVisible()
  await expectAccessible(page)
  services.misdeeds = {}
  await page.getByRole('button', { name: words.scores.again }).click()
  await expect.poll(() => services.scores.at(-1), { timeout: 30_000 }).toMatchObject({ userId: 'of Ann', scoreGiven: 8, scoreMaximum: 10, gradingProgress: 'FullyGraded' })
  // The platform has it a moment before we have taken down that it does.
  await expect(async () => {
    await page.reload()
    await expect(page.getByText('sent for 1 student')).toBeVisible({ timeout: 2_000 })
  }).toPass({ timeout: 15_000 })
})
