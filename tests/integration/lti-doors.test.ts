import { beforeEach, describe, expect, test, vi } from 'vitest'
import { claims } from '@/lib/domain/lti/claims'
import type { ProblemCode } from '@/lib/domain/problem'
import { db } from '@/lib/server/db'
import { answerLaunch, answerLogin, answerNoLaunch } from '@/lib/server/lti/launch-door'
import { freshSchool, servedPlatform } from '../support/fresh-school'
import { knowPlatform } from '../support/known-platform'
import { launchFrom, postLaunch, returnFrom, visit } from '../support/launching'
import { startPlatform } from '../support/platform'
import { newPlatformKey, type Forgery } from '../support/platform-token'
import { expectRefused, nothing, refusalOf, written } from '../support/refused-launch'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

const platform = await servedPlatform()

let platformId: string
beforeEach(async () => void ({ platformId } = await freshSchool(platform)))

const good = visit()
const otherDeployment = (deploymentId: string): Forgery => ({ claims: { [claims.deployment]: deploymentId } })

describe('the platform', () => {
  test('switched off between login and launch is refused', async () => {
    const form = await returnFrom(platform, good)
    await db.ltiPlatform.update({ where: { id: platformId }, data: { disabledAt: new Date() } })
    await expectRefused(await postLaunch(platform, form), 'platformDisabled')
  })

  test('with a deployment that nobody allowed is refused, and it is kept for an administrator to see, once', async () => {
    const forge = otherDeployment('deployment-2')
    for (const _ of [1, 2]) expect(refusalOf(await launchFrom(platform, { ...good, forge }))).toMatchObject({ code: 'deploymentUnknown', values: { deployment: 'deployment-2' } })
    expect(await written()).toEqual({ ...nothing, deployments: 2 })
    await db.ltiDeployment.updateMany({ data: { allowedAt: new Date() } })
    // Another deployment is another course of the same name.
    expect(refusalOf(await launchFrom(platform, { ...good, forge }))?.code).toBe('courseUnconnected')
  })

  test('may name so many deployments, and no more are kept', async () => {
    await db.ltiDeployment.createMany({ data: Array.from({ length: 200 }, (_, n) => ({ platformId, deploymentId: `waiting ${n}` })) })
    expect(refusalOf(await launchFrom(platform, { ...good, forge: otherDeployment('one more') }))?.code).toBe('deploymentUnknown')
    expect(await written()).toMatchObject({ deployments: 201 })
  })
})

describe('keys of a platform', () => {
  test('renewed since, are fetched again, but not for every stranger', async () => {
    const other = await startPlatform()
    process.env.LTI_ALLOW_HOSTS = `${platform.host}, ${other.host}`
    await knowPlatform(other)
    const said = async (forge: Forgery = {}) => refusalOf(await launchFrom(other, { ...good, forge }))
    // Known to the site, but no course of it is.
    expect((await said())?.code).toBe('courseUnconnected')
    await other.rotate()
    expect((await said())?.values).toEqual({ claim: 'kid' })
    expect(other.keysAsked).toBe(1)
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 11_000)
    expect((await said())?.code).toBe('courseUnconnected')
    expect((await said({ header: { kid: 'nobody’s' } }))?.values).toEqual({ claim: 'kid' })
    expect(other.keysAsked).toBe(2)
    clock.mockRestore()
    other.stop()
  })

  test('of another kind are as good, and those of before while no others can be had', async () => {
    const other = await startPlatform()
    process.env.LTI_ALLOW_HOSTS = `${platform.host}, ${other.host}`
    await knowPlatform(other)
    other.keys = [await newPlatformKey('RS256'), await newPlatformKey('ES256')]
    const said = async () => refusalOf(await launchFrom(other, good))?.code
    expect(await said()).toBe('courseUnconnected')
    other.keysStatus = 503
    const at = Date.now()
    vi.useFakeTimers({ toFake: ['Date'], now: at + 11 * 60_000 })
    expect(await said()).toBe('courseUnconnected')
    expect(other.keysAsked).toBe(2)
    vi.setSystemTime(at + 7 * 60 * 60_000)
    expect(await said()).toBe('platformKeys')
    vi.useRealTimers()
    other.stop()
  })

  test.each<[string, (other: Awaited<ReturnType<typeof startPlatform>>) => void]>([
    ['cannot be fetched', (other) => void (other.keysStatus = 500)],
    ['are no key set', (other) => other.mount('/keys', (_, response) => void response.end('[]'))],
    ['are too short or broken', (other) => void other.keys.splice(0, 1, { ...other.keys[0]!, publicJwk: { ...other.keys[0]!.publicJwk, n: 'AQAB' } })],
    ['lie at an inner address that nobody allowed', () => void (process.env.LTI_ALLOW_HOSTS = platform.host)],
  ])('that %s refuse the launch', async (_, spoil) => {
    const other = await startPlatform()
    process.env.LTI_ALLOW_HOSTS = `${platform.host}, ${other.host}`
    await knowPlatform(other)
    spoil(other)
    await expect(launchFrom(other, good).then((led) => refusalOf(led)?.code)).resolves.toBe('platformKeys')
    expect(await written()).toEqual({ ...nothing, deployments: 2 })
    other.stop()
  })
})

describe('the doors', () => {
  const target = 'http://localhost:3000/lti/launch'
  const begin = async (about: Record<string, string>) => {
    const answer = await answerLogin(new Request(`${platform.site}/lti/login?${new URLSearchParams(about)}`))
    return { status: answer.status, to: new URL(answer.headers.get('location')!, platform.site) }
  }

  test.each<[string, Record<string, string>, ProblemCode]>([
    ['nothing', {}, 'launchClaim'],
    ['no hint', { iss: platform.issuer, target_link_uri: target }, 'launchClaim'],
    ['no target', { iss: platform.issuer, login_hint: 'a' }, 'launchClaim'],
    ['a null character', { iss: `${platform.issuer}\u0000`, login_hint: 'a', target_link_uri: target }, 'launchClaim'],
    ['a client id without end', { iss: platform.issuer, login_hint: 'a', target_link_uri: target, client_id: 'x'.repeat(256) }, 'launchClaim'],
    ['a platform that nobody knows', { iss: 'https://evil.example', login_hint: 'a', target_link_uri: target }, 'platformUnknown'],
    ['another client', { iss: platform.issuer, login_hint: 'a', target_link_uri: target, client_id: 'other' }, 'platformUnknown'],
    ['a target elsewhere', { iss: platform.issuer, login_hint: 'a', target_link_uri: 'https://evil.example/' }, 'launchElsewhere'],
    ['a target beyond a backslash', { iss: platform.issuer, login_hint: 'a', target_link_uri: 'http://localhost:3000\\@evil.example' }, 'launchElsewhere'],
  ])('refuse a login with %s, and keep nothing of it', async (_, about, code) => {
    await expectRefused(await begin(about), code)
  })

  test('take a login by form too, of the one client that an issuer has or that it names', async () => {
    const body = new URLSearchParams({ iss: platform.issuer, login_hint: 'a', target_link_uri: target })
    const by = async () => (await answerLogin(new Request(`${platform.site}/lti/login`, { method: 'POST', body }))).headers.get('location')!
    expect(new URL(await by()).searchParams.get('client_id')).toBe(platform.clientId)
    const other = { ...platform, clientId: 'another-client', deploymentId: 'deployment-9' }
    await knowPlatform(other)
    expect(await by()).toContain('/lti/refused')
    body.set('lti_deployment_id', 'deployment-9')
    expect(new URL(await by()).searchParams.get('client_id')).toBe('another-client')
    body.set('client_id', platform.clientId)
    expect(new URL(await by()).searchParams.get('client_id')).toBe(platform.clientId)
    await db.ltiPlatform.updateMany({ where: { clientId: 'another-client' }, data: { disabledAt: new Date() } })
    for (const name of ['client_id', 'lti_deployment_id']) body.delete(name)
    expect(new URL(await by()).searchParams.get('client_id')).toBe(platform.clientId)
    await db.ltiPlatform.updateMany({ data: { disabledAt: new Date() } })
    body.set('client_id', platform.clientId)
    expect(refusalOf({ status: 303, to: new URL(await by(), platform.site) })?.code).toBe('platformDisabled')
  })

  test.each<[string, RequestInit, ProblemCode]>([
    ['nothing', { method: 'POST' }, 'launchLost'],
    ['JSON', { method: 'POST', body: '{}', headers: { 'content-type': 'application/json' } }, 'launchLost'],
    ['a form that is no text', { method: 'POST', body: new Uint8Array([0xff, 0xfe, 0xfd]), headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'launchLost'],
    ['parts of a form', { method: 'POST', body: new FormData() }, 'launchLost'],
    ['a form without end', { method: 'POST', body: `id_token=${'x'.repeat(200_000)}`, headers: { 'content-type': 'application/x-www-form-urlencoded' } }, 'launchTooLarge'],
  ])('refuse %s', async (_, init, code) => {
    for (const answer of [await answerLaunch(new Request(`${platform.site}/lti/launch`, init))]) {
      await expectRefused({ status: answer.status, to: new URL(answer.headers.get('location')!, platform.site) }, code)
    }
    const back = answerNoLaunch()
    await expectRefused({ status: back.status, to: new URL(back.headers.get('location')!, platform.site) }, 'launchLost')
  })

  test('count logins of a platform, so that nobody fills the table', async () => {
    const about = { iss: platform.issuer, login_hint: 'a', target_link_uri: target }
    expect((await begin(about)).to.pathname).toBe('/authorize')
    await db.ltiLogin.deleteMany()
    await db.$executeRaw`update "RateLimit" set points = 1000000`
    await expectRefused(await begin(about), 'rateLimited')
  })
})

test('the login’s cookie is a secret, sent from the platform’s own page', async () => {
  const answer = await answerLogin(new Request(platform.loginAddress(good)))
  expect(answer.headers.get('set-cookie')).toMatch(/^gloss-lti=[\w-]{43}; Path=\/; Max-Age=3600; HttpOnly; Secure; SameSite=None; Partitioned$/)
  expect(answer.headers.get('cache-control')).toBe('no-store')
})

test.each([
  ['https://gloss.example', /^__Host-gloss-lti=[\w-]{43}; Path=\/; .*Secure; SameSite=None; Partitioned$/],
  ['http://gloss.lan', null],
])('of a site at %s the login’s cookie is %s: elsewhere than on this machine browsers take none without TLS', async (site, cookie) => {
  vi.stubEnv('NEXTAUTH_URL', site)
  const answer = await answerLogin(new Request(platform.loginAddress({ ...good, target: `${site}/lti/launch` })))
  expect(new URL(answer.headers.get('location')!).searchParams.get('redirect_uri')).toBe(`${site}/lti/launch`)
  expect(answer.headers.get('set-cookie')).toEqual(cookie ? expect.stringMatching(cookie) : null)
  vi.stubEnv('NEXTAUTH_URL', platform.site)
})
