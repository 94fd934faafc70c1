import { beforeEach, describe, expect, test } from 'vitest'
import { db } from '@/lib/server/db'
import { listPlatforms } from '@/lib/server/lti/platforms'
import { makeRegistrationLink, readOffer, registerPlatform, type Offer } from '@/lib/server/lti/registration'
import { reader } from '../support/flagged-article'
import { must } from '../support/lesson'
import { school, type School } from '../support/school'

const admin = await reader('Ada', 'admin')
beforeEach(() => db.ltiRegistration.deleteMany())

async function offered(at: School, more: Partial<Offer> = {}): Promise<Offer> {
  const { address } = must(await makeRegistrationLink(admin))
  return { token: new URL(address).searchParams.get('token')!, configurationUrl: at.services.configurationUrl, registrationToken: 'one.two-three', ...more }
}
const codeOf = (result: { ok: boolean; problems?: { code: string }[] }) => (result.ok ? 'done' : result.problems?.[0]?.code)
/** A school that the site does not know yet. */
async function stranger() {
  const at = await school()
  await db.ltiPlatform.deleteMany()
  return at
}

test('a platform registers itself by a link, once', async () => {
  const at = await stranger()
  const offer = await offered(at)
  expect(must(await readOffer(offer))).toEqual({ host: at.platform.host })
  expect(must(await registerPlatform(offer))).toEqual({ name: `simulator (${at.platform.host})` })
  expect(await listPlatforms(admin)).toMatchObject([{
    name: `simulator (${at.platform.host})`, issuer: at.platform.issuer, clientId: at.platform.clientId, authorizationUrl: at.platform.authorizationUrl, tokenUrl: at.platform.tokenUrl, keysUrl: at.platform.keysUrl,
    tokenAudience: null, disabledAt: null, deployments: [{ deploymentId: at.platform.deploymentId, allowedAt: null }],
  }])
  const [{ authorization, body } = { authorization: '', body: {} }] = at.services.registrations
  expect(authorization).toBe('Bearer one.two-three')
  const site = 'http://localhost:3000'
  expect(body).toMatchObject({
    application_type: 'web', response_types: ['id_token'], grant_types: ['implicit', 'client_credentials'], initiate_login_uri: `${site}/lti/login`, redirect_uris: [`${site}/lti/launch`],
    jwks_uri: `${site}/lti/keys`, client_name: 'Gloss', token_endpoint_auth_method: 'private_key_jwt',
    scope: 'https://purl.imsglobal.org/spec/lti-ags/scope/lineitem https://purl.imsglobal.org/spec/lti-ags/scope/lineitem.readonly https://purl.imsglobal.org/spec/lti-ags/scope/score https://purl.imsglobal.org/spec/lti-nrps/scope/contextmembership.readonly',
    'https://purl.imsglobal.org/spec/lti-tool-configuration': {
      domain: 'localhost:3000', target_link_uri: `${site}/lti/launch`, claims: ['iss', 'sub', 'name', 'given_name', 'family_name'],
      messages: [{ type: 'LtiResourceLinkRequest' }, { type: 'LtiDeepLinkingRequest', 'label#zh-Hant': expect.stringContaining('作業') }],
    },
  })
  expect(codeOf(await registerPlatform(offer))).toBe('linkExpired')
  expect(codeOf(await readOffer(offer))).toBe('linkExpired')
  expect(at.services.count('registration')).toBe(1)
})

test('pressed twice at once, one platform is registered', async () => {
  const at = await stranger()
  const offer = await offered(at)
  const both = await Promise.all([registerPlatform(offer), registerPlatform(offer)])
  expect(both.map(codeOf).sort()).toEqual(['done', 'linkExpired'])
  expect([at.services.count('registration'), await db.ltiPlatform.count()]).toEqual([1, 1])
})

test('a link is good for a day, and until another is made', async () => {
  const at = await stranger()
  const first = await offered(at)
  const later = new Date(Date.now() + 25 * 60 * 60_000)
  expect([codeOf(await readOffer(first, later)), codeOf(await registerPlatform(first, later))]).toEqual(['linkExpired', 'linkExpired'])
  const second = await offered(at)
  expect([codeOf(await readOffer(first)), codeOf(await registerPlatform(first)), codeOf(await readOffer(second))]).toEqual(['linkExpired', 'linkExpired', 'done'])
  expect(codeOf(await registerPlatform({ ...second, token: 'x' }))).toBe('linkExpired')
  expect(at.services.asked).toEqual([])
})

test('it comes without a registration token, a deployment or a name of its kind', async () => {
  const at = await stranger()
  at.services.configuration = { 'https://purl.imsglobal.org/spec/lti-platform-configuration': undefined, authorization_server: 'https://auth.example' }
  at.services.misdeeds.registration = () => ({ status: 200, body: JSON.stringify({ client_id: 'abc' }) })
  expect(must(await registerPlatform(await offered(at, { registrationToken: null })))).toEqual({ name: at.platform.host })
  expect(at.services.asked.at(-1)?.headers.authorization).toBeUndefined()
  expect(await listPlatforms(admin)).toMatchObject([{ clientId: 'abc', tokenAudience: 'https://auth.example', deployments: [] }])
})

describe('a platform that misbehaves is not registered, and may try again', () => {
  const refusedAs = async (code: string, prepare: (at: School) => Partial<Offer> | void) => {
    const at = await stranger()
    const more = prepare(at) ?? {}
    const offer = await offered(at, more)
    expect(codeOf(await registerPlatform(offer))).toBe(code)
    expect(await db.ltiPlatform.count()).toBe(0)
    expect(await db.ltiRegistration.count({ where: { usedAt: null } })).toBe(1)
    at.services.misdeeds = {}
    at.services.configuration = {}
    expect(codeOf(await registerPlatform({ ...offer, configurationUrl: at.services.configurationUrl }))).toBe('done')
  }
  test.each<[string, Record<string, unknown>]>([
    ['platformIssuer', { issuer: 'https://somebody.example' }], ['platformIssuer', { issuer: 'http://127.0.0.1:1' }], ['platformGarbled', { issuer: 7 }], ['platformGarbled', { issuer: '' }],
    ['platformGarbled', { token_endpoint: 'http://lms.example/token' }], ['platformGarbled', { jwks_uri: 'javascript:alert(1)' }], ['platformGarbled', { authorization_endpoint: undefined }],
    ['platformGarbled', { registration_endpoint: 'ftp://x.example' }], ['addressPrivate', { registration_endpoint: 'https://169.254.169.254/latest' }], ['addressPrivate', { registration_endpoint: 'https://localhost/r' }],
  ])('%s: it publishes %o', async (code, configuration) => refusedAs(code, (at) => void (at.services.configuration = configuration)))
  test.each([
    ['configuration', 'platformStatus', { status: 500 }], ['configuration', 'platformGarbled', { body: '<html>' }], ['configuration', 'platformGarbled', { body: '[]' }], ['configuration', 'platformSilent', 'hangs-up'],
    ['configuration', 'platformStatus', { status: 302, headers: { location: 'http://169.254.169.254/' } }], ['registration', 'platformStatus', { status: 400, body: '{"error":"invalid"}' }], ['registration', 'platformToken', { status: 401 }],
    ['registration', 'platformScope', { status: 403 }], ['registration', 'platformGarbled', { body: '{}' }], ['registration', 'platformGarbled', { body: '{"client_id": "a\\u0000b"}' }],
    ['registration', 'platformGarbled', { body: `{"client_id": "${'x'.repeat(300)}"}` }], ['registration', 'platformSilent', 'hangs-up'], ['configuration', 'platformSilent', { body: 'x'.repeat(5_000_000) }],
  ] as const)('at its %s: %s for %o', async (service, code, misdeed) => refusedAs(code, (at) => void (at.services.misdeeds[service] = () => misdeed)))
  test.each([
    ['http://127.0.0.1:1/', 'addressPrivate'], ['https://[::1]/', 'addressPrivate'], ['file:///etc/passwd', 'addressScheme'], ['', 'addressScheme'], ['http://lms.example/', 'addressInsecure'],
  ])('a configuration at %s is not asked for', async (configurationUrl, code) => {
    await refusedAs(code, () => ({ configurationUrl }))
    expect(codeOf(await readOffer(await offered(await stranger(), { configurationUrl })))).toBe(code)
  })
})

test('who is known already is not written over', async () => {
  const at = await school()
  at.services.misdeeds.registration = () => ({ body: JSON.stringify({ client_id: at.platform.clientId }) })
  expect(codeOf(await registerPlatform(await offered(at)))).toBe('platformKnown')
  expect(await listPlatforms(admin)).toMatchObject([{ name: 'Our school' }])
})
