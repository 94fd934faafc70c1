import { platforms as words } from '@/lib/i18n/en/platforms'
import { problems } from '@/lib/i18n/en/problems'
import { db } from '@/lib/server/db'
import { expectAccessible } from '../support/accessible'
import { startPlatform, type Platform } from '../support/platform'
import { enter, expect, newPerson, test } from '../support/sign-in'

// One platform on one port.
test.describe.configure({ mode: 'default', timeout: 120_000 })

const site = () => process.env.E2E_BASE_URL ?? ''
let platform: Platform
test.beforeEach(async () => {
  const [, , host = ''] = (process.env.E2E_PLATFORMS ?? '').split(',')
  platform = await startPlatform({ site: site(), port: Number(host.split(':')[1]) })
})
test.afterEach(async () => {
  platform.stop()
  await db.ltiPlatform.deleteMany({ where: { issuer: platform.issuer } })
})

test('an administrator enters a platform, allows a deployment, switches it off and forgets it', async ({ page, context }) => {
  await enter(context, await newPerson({ role: 'admin' }))
  await page.goto('/settings')
  await page.getByRole('link', { name: words.toSettings }).click()
  await expect(page.getByRole('heading', { level: 1, name: words.title })).toBeVisible()
  await expect(page.getByText(`${site()}/lti/login`)).toBeVisible()
  await expectAccessible(page)
  const form = page.getByRole('form', { name: words.add.title })
  const field = (name: keyof typeof words.add) => form.getByLabel(words.add[name], { exact: false }).first()
  await field('name').fill('Our school')
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
  await expect(page.getByRole('heading', { level: 1, name: 'Our school' })).toBeVisible()
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
  await expect(page.getByText(words.off, { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Our school' }).click()
  await page.getByRole('button', { name: words.state.remove }).click()
  await page.getByRole('dialog').getByRole('button', { name: words.state.remove }).click()
  await expect(page).toHaveURL('/settings/platforms')
  expect(await db.ltiPlatform.count({ where: { id } })).toBe(0)
})
