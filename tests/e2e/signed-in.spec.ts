import { expect, test } from '../support/sign-in'

test('the fixture signs somebody in, as the site itself sees it', async ({ page, signIn }) => {
  const person = await signIn({ name: 'Berta Tester' })
  await page.goto('/settings')
  await expect(page.getByLabel(/^Name/).first()).toHaveValue(person.name)
})

test('the server is live and ready', async ({ request }) => {
  expect(await (await request.get('/api/health/live')).json()).toEqual({ live: true })
  expect(await (await request.get('/api/health/ready')).json()).toEqual({ ready: true })
})
