import { beforeEach, describe, expect, test, vi } from 'vitest'
import { claims } from '@/lib/domain/lti/claims'
import type { ProblemCode } from '@/lib/domain/problem'
import { db } from '@/lib/server/db'
import { freshSchool, servedPlatform } from '../support/fresh-school'
import { knowPlatform } from '../support/known-platform'
import { launchFrom, postLaunch, returnFrom, visit } from '../support/launching'
import type { Forgery } from '../support/platform-token'
import { expectRefused, nothing, refusalOf, written } from '../support/refused-launch'
import { jar } from '../support/request'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next-intl/server', () => ({ getLocale: async () => 'en' }))

const platform = await servedPlatform()
beforeEach(async () => void (await freshSchool(platform)))

const now = () => Math.floor(Date.now() / 1000)
const good = visit()

test('one in good order comes in, so that what follows is refused for its own fault', async () => {
  expect((await launchFrom(platform, good)).to.pathname).toMatch(/^\/classes\//)
})

const huge = 'x'.repeat(256)
const deep = (name: string, value: unknown): Forgery => ({ claims: { [name]: value } })

const forged: [what: string, forge: Forgery, code: ProblemCode, claim?: string][] = [
  ['a stranger’s signature under the platform’s key id', { key: 'stranger' }, 'launchUnverified', 'signature'],
  ['a key id that the platform does not publish', { header: { kid: 'nobody’s' } }, 'launchUnverified', 'kid'],
  ['no key id', { header: { kid: undefined } }, 'launchUnverified', 'kid'],
  ['an empty key id', { header: { kid: '' } }, 'launchUnverified', 'kid'],
  ['no signature', { alg: 'none' }, 'launchUnverified', 'alg'],
  ['the public key taken for a secret', { alg: 'HS256' }, 'launchUnverified', 'alg'],
  ['a critical extension that nobody knows', { header: { crit: ['unheard'], unheard: 1 } }, 'launchUnverified', 'id_token'],
  ['no token', { token: '' }, 'launchUnverified', 'id_token'],
  ['garbage for a token', { token: 'a.b.c' }, 'launchUnverified', 'id_token'],
  ['letters for a token', { token: '你好\u0000' }, 'launchUnverified', 'id_token'],
  ['a token too large', { token: 'x'.repeat(100_001) }, 'launchTooLarge'],
  ['another sender', { claims: { iss: 'https://evil.example' } }, 'launchUnverified', 'iss'],
  ['no sender', { claims: { iss: undefined } }, 'launchUnverified', 'iss'],
  ['another addressee', { claims: { aud: 'somebody else' } }, 'launchUnverified', 'aud'],
  ['no addressee', { claims: { aud: undefined } }, 'launchUnverified', 'aud'],
  ['several addressees without saying for whom', { claims: { aud: [platform.clientId, 'other'] } }, 'launchUnverified', 'azp'],
  ['another authorized party', { claims: { azp: 'other' } }, 'launchUnverified', 'azp'],
  ['another nonce', { claims: { nonce: 'another' } }, 'launchUnverified', 'nonce'],
  ['no nonce', { claims: { nonce: undefined } }, 'launchUnverified', 'nonce'],
  ['a nonce that is no text', { claims: { nonce: ['a'] } }, 'launchUnverified', 'nonce'],
  ['one that expired', { claims: { exp: now() - 61 } }, 'launchExpired'],
  ['one that never expires', { claims: { exp: undefined } }, 'launchUnverified', 'exp'],
  ['an expiry that is no time', { claims: { exp: 'tomorrow' } }, 'launchUnverified', 'exp'],
  ['one from the future', { claims: { iat: now() + 120 } }, 'launchExpired'],
  ['one that is not valid yet', { claims: { nbf: now() + 120 } }, 'launchExpired'],
  ['one that was made eleven minutes ago', { claims: { iat: now() - 671 } }, 'launchExpired'],
  ['one that was made nobody knows when', { claims: { iat: undefined } }, 'launchUnverified', 'iat'],
  ['another version', deep(claims.version, '1.1'), 'launchVersion'],
  ['no version', deep(claims.version, undefined), 'launchVersion'],
  ['another kind of message', deep(claims.message, 'LtiSubmissionReviewRequest'), 'launchMessage'],
  ['a kind of message that every object has', deep(claims.message, 'constructor'), 'launchMessage'],
  ['no kind of message', deep(claims.message, undefined), 'launchMessage'],
  ['nobody', { claims: { sub: undefined } }, 'launchAnonymous'],
  ['a person who is no text', { claims: { sub: { a: 1 } } }, 'launchClaim', 'sub'],
  ['a person of a name that is too long', { claims: { sub: huge } }, 'launchClaim', 'sub'],
  ['a person of a name that cannot be kept', { claims: { sub: 'a\u0000b' } }, 'launchClaim', 'sub'],
  ['no deployment', deep(claims.deployment, undefined), 'launchClaim', 'deployment_id'],
  ['a deployment of a name that is too long', deep(claims.deployment, huge), 'launchClaim', 'deployment_id'],
  ['a deployment that cannot be kept', deep(claims.deployment, 'a\u0000'), 'launchClaim', 'deployment_id'],
  ['no target', deep(claims.target, undefined), 'launchClaim', 'target_link_uri'],
  ['a target elsewhere', deep(claims.target, 'https://evil.example/'), 'launchElsewhere'],
  ['a target that only begins like ours', deep(claims.target, 'http://localhost:3000.evil.example/'), 'launchElsewhere'],
  ['a target with our name before an @', deep(claims.target, 'http://localhost:3000@evil.example/'), 'launchElsewhere'],
  ['a target that is a script', deep(claims.target, 'javascript:alert(1)'), 'launchElsewhere'],
  ['no link', deep(claims.resourceLink, undefined), 'launchClaim', 'resource_link'],
  ['a link without an id', deep(claims.resourceLink, { title: 'x' }), 'launchClaim', 'resource_link'],
  ['a link of an id that is too long', deep(claims.resourceLink, { id: huge }), 'launchClaim', 'resource_link'],
  ['no roles', deep(claims.roles, undefined), 'launchClaim', 'roles'],
  ['roles that are no list', deep(claims.roles, 'Instructor'), 'launchClaim', 'roles'],
  ['roles without end', deep(claims.roles, Array(201).fill('x')), 'launchClaim', 'roles'],
  ['a course without an id', deep(claims.context, { title: 'x' }), 'launchClaim', 'context'],
  ['a course that is a number', deep(claims.context, 7), 'launchClaim', 'context'],
  ['a list of people on an open line', deep(claims.memberships, { context_memberships_url: 'http://platform.example/people' }), 'launchClaim', 'namesroleservice'],
  ['line items that are a script', deep(claims.lineItems, { scope: [], lineitems: 'javascript:alert(1)' }), 'launchClaim', 'endpoint'],
  ['a scope that cannot be kept', deep(claims.lineItems, { scope: ['a\u0000'] }), 'launchClaim', 'endpoint'],
  ['custom words that are a list', deep(claims.custom, ['a']), 'launchClaim', 'custom'],
]

describe('a launch is refused whole', () => {
  test.each(forged)('with %s', async (_, forge, code, claim) => {
    await expectRefused(await launchFrom(platform, { ...good, forge }), code, claim)
  })

  test.each<[string, Record<string, unknown>, ProblemCode, string?]>([
    ['no way back', { deep_link_return_url: undefined }, 'launchClaim', 'deep_linking_settings'],
    ['a way back that is a script', { deep_link_return_url: 'javascript:alert(1)' }, 'launchClaim', 'deep_linking_settings'],
    ['a way back on an open line', { deep_link_return_url: 'http://platform.example/' }, 'launchClaim', 'deep_linking_settings'],
    ['words of its own that cannot be kept', { data: 'a\ud800' }, 'launchClaim', 'deep_linking_settings'],
    ['no kinds of content', { accept_types: undefined }, 'launchClaim', 'deep_linking_settings'],
    ['other kinds of content', { accept_types: ['file', 'html'] }, 'launchTypes'],
  ])('when it asks for links with %s', async (_, deepLinking, code, claim) => {
    await expectRefused(await launchFrom(platform, { deepLinking }), code, claim)
  })

  test('with an error instead of a token, which is told in the platform’s words, in one line', async () => {
    const forge = { error: { error: 'login_required', error_description: 'Nobody is\u0000 \n signed in <b>here</b>' } }
    const led = await launchFrom(platform, { ...good, forge })
    await expectRefused(led, 'platformRefused')
    expect(refusalOf(led)?.values).toEqual({ reason: 'Nobody is signed in <b>here</b>' })
  })

  test('with an error that did not come to the browser that asked: no words but the usual', async () => {
    for (const [error, said] of [['login_required', 'login_required'], ['call 555', 'error']]) {
      const led = await launchFrom(platform, { ...good, forge: { error: { error: error!, error_description: 'Call 555' } } }, { cookie: 'lost' })
      await expectRefused(led, 'platformRefused')
      expect(refusalOf(led)?.values).toEqual({ reason: said })
    }
  })

  test('with an error and a state that nobody gave out: our page says nobody’s words', async () => {
    await expectRefused(await postLaunch(platform, new URLSearchParams({ error: 'x', error_description: 'Call 555', state: 'made up' })), 'launchLost')
  })
})

describe('a launch counts once, for who began it', () => {
  test('sent again, it is refused, by whichever process', async () => {
    const form = await returnFrom(platform, good)
    const [first, ...others] = (await Promise.all([1, 2, 3, 4].map(() => postLaunch(platform, form)))).sort((a, b) => a.to.pathname.localeCompare(b.to.pathname))
    expect(first?.to.pathname).toMatch(/^\/classes\//)
    expect(others.map((led) => refusalOf(led)?.code)).toEqual(['launchLost', 'launchLost', 'launchLost'])
    expect(refusalOf(await postLaunch(platform, form))?.code).toBe('launchLost')
  })

  test('its token with another login’s state is refused', async () => {
    await launchFrom(platform, good)
    const token = platform.tokens.at(-1)!
    const before = await written()
    const led = await launchFrom(platform, { ...good, forge: { token } })
    expect(refusalOf(led)).toMatchObject({ code: 'launchUnverified', values: { claim: 'nonce' } })
    expect(await written()).toEqual(before)
  })

  test('with a state that nobody gave out, or none, it is refused', async () => {
    for (const state of ['', 'made up', '\u0000', 'x'.repeat(100_000)]) {
      const form = await returnFrom(platform, good)
      form.set('state', state)
      expect(refusalOf(await postLaunch(platform, form))?.code).toBe('launchLost')
      await db.ltiLogin.deleteMany()
    }
    expect(await written()).toEqual(nothing)
  })

  test('in another browser, which has a login of its own, it is refused', async () => {
    const form = await returnFrom(platform, good)
    await expectRefused(await postLaunch(platform, form, { cookie: 'other' }), 'launchLost')
    jar.clear()
    await expectRefused(await postLaunch(platform, form), 'launchLost')
  })

  test('after eleven minutes it is refused', async () => {
    const form = await returnFrom(platform, good)
    await db.ltiLogin.updateMany({ data: { createdAt: new Date(Date.now() - 11 * 60_000) } })
    await expectRefused(await postLaunch(platform, form), 'launchLost')
  })

  test('for one client of an issuer it does not count for another', async () => {
    const other = { ...platform, clientId: 'another-client', deploymentId: 'deployment-1' }
    await knowPlatform(other)
    const form = await returnFrom(platform, good)
    await db.ltiLogin.updateMany({ data: { platformId: (await db.ltiPlatform.findFirstOrThrow({ where: { clientId: 'another-client' } })).id } })
    expect(refusalOf(await postLaunch(platform, form))).toMatchObject({ code: 'launchUnverified', values: { claim: 'aud' } })
  })
})
