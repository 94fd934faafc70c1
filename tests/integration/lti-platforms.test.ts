import { beforeEach, describe, expect, test } from 'vitest'
import { actions as permitted, can } from '@/lib/domain/permissions'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { removeLtiLaunches } from '@/lib/server/jobs/remove-lti-launches'
import { addDeployment, addPlatform, allowDeployment, changePlatform, listPlatforms, readPlatform, removePlatform, switchPlatform } from '@/lib/server/lti/platforms'
import { makeRegistrationLink } from '@/lib/server/lti/registration'
import { reader } from '../support/flagged-article'
import { must } from '../support/lesson'

const [admin, moderator, member] = [await reader('Ada', 'admin'), await reader('Mo', 'moderator'), await reader('Mia')]
const given = {
  name: 'Our school', issuer: 'https://lms.example', clientId: 'abc 1', authorizationUrl: 'https://lms.example/auth', tokenUrl: 'https://lms.example/token',
  keysUrl: 'https://keys.example:8443/jwks', tokenAudience: '', deploymentId: '',
}
beforeEach(() => db.ltiPlatform.deleteMany())
const codes = (result: { ok: boolean; problems?: { code: string; path: string }[] }) => (result.ok ? [] : (result.problems ?? []).map(({ code, path }) => `${path}: ${code}`))

test('a platform is entered, changed, switched off and on, and leaves a trace of each', async () => {
  const { id } = must(await addPlatform(admin, { ...given, deploymentId: ' 7 ' }))
  expect(await readPlatform(admin, id)).toMatchObject({ name: 'Our school', issuer: 'https://lms.example', clientId: 'abc 1', tokenAudience: null, disabledAt: null, people: 0, deployments: [{ deploymentId: '7', allowedAt: expect.any(Date) }] })
  must(await changePlatform(admin, id, { ...given, name: '學校', tokenAudience: 'https://lms.example' }))
  must(await switchPlatform(admin, id, 'off'))
  expect(await listPlatforms(admin)).toMatchObject([{ id, name: '學校', tokenAudience: 'https://lms.example', disabledAt: expect.any(Date), deployments: [{ deploymentId: '7' }] }])
  must(await switchPlatform(admin, id, 'on'))
  expect((await readPlatform(admin, id))?.disabledAt).toBeNull()
  const trace = await db.auditRow.findMany({ where: { subjectId: id }, orderBy: { id: 'asc' }, select: { action: true, actorId: true, subjectType: true } })
  expect(trace.map(({ action }) => action)).toEqual(['platform.added', 'platform.changed', 'platform.disabled', 'platform.enabled'])
  expect(trace.every(({ actorId, subjectType }) => actorId === admin.id && subjectType === 'platform')).toBe(true)
})

describe('what is entered wrongly is said at its field', () => {
  const long = `https://lms.example/${'x'.repeat(2_000)}`
  test.each<[Record<string, unknown>, string[]]>([
    [{ name: ' ' }, ['name: required']], [{ name: 'a\u202Eb' }, ['name: nameUnprintable']], [{ name: 'x'.repeat(81) }, ['name: tooLong']],
    [{ issuer: '' }, ['issuer: required', 'issuer: addressScheme']], [{ issuer: 'lms.example' }, ['issuer: addressScheme']], [{ issuer: 'http://lms.example' }, ['issuer: addressScheme']],
    [{ issuer: 'https://lms.example?x=1' }, ['issuer: addressScheme']], [{ issuer: `https://lms.example/${'x'.repeat(300)}` }, ['issuer: tooLong']], [{ issuer: 'https://a:b@lms.example' }, ['issuer: addressScheme']],
    [{ clientId: '' }, ['clientId: required', 'clientId: unstorable']], [{ clientId: 'a\u0000b' }, ['clientId: unstorable']], [{ clientId: 'x'.repeat(256) }, ['clientId: tooLong']],
    [{ authorizationUrl: 'javascript:alert(1)' }, ['authorizationUrl: addressScheme']], [{ tokenUrl: 'http://lms.example/token' }, ['tokenUrl: addressScheme']], [{ keysUrl: long }, ['keysUrl: tooLong']],
    [{ keysUrl: 'https://lms.example/a b' }, ['keysUrl: addressScheme']], [{ tokenAudience: 'a\nb' }, ['tokenAudience: unstorable']], [{ deploymentId: 'x'.repeat(256) }, ['deploymentId: tooLong']],
    [{ issuer: undefined, tokenUrl: 7 }, ['issuer: invalid', 'tokenUrl: invalid']],
  ])('%o', async (wrong, expected) => {
    expect([...new Set(codes(await addPlatform(admin, { ...given, ...wrong })).map((each) => each.split(':')[0]))]).toEqual([...new Set(expected.map((each) => each.split(':')[0]))])
    expect(codes(await addPlatform(admin, { ...given, ...wrong }))[0]).toBe(expected[0])
    expect(await db.ltiPlatform.count()).toBe(0)
  })
  test('plain http is for hosts that the operator allows', async () => {
    process.env.LTI_ALLOW_HOSTS = 'moodle.school:8080, moodle.local:80'
    expect(codes(await addPlatform(admin, { ...given, issuer: 'http://moodle.school:8080', tokenUrl: 'http://moodle.local/token' }))).toEqual([])
    expect(codes(await addPlatform(admin, { ...given, issuer: 'http://moodle.school', tokenUrl: 'http://moodle.local:8080/token' }))).toEqual(['issuer: addressScheme', 'tokenUrl: addressScheme'])
    process.env.LTI_ALLOW_HOSTS = ''
  })
})

test('the same issuer comes with another client id, never with the same', async () => {
  const { id } = must(await addPlatform(admin, given))
  expect(codes(await addPlatform(admin, { ...given, name: 'Another' }))).toEqual(['clientId: platformKnown'])
  const other = must(await addPlatform(admin, { ...given, clientId: 'abc 2' }))
  expect(codes(await changePlatform(admin, other.id, given))).toEqual(['clientId: platformKnown'])
  expect(codes(await changePlatform(admin, id, given))).toEqual([])
})

test('deployments are allowed, refused and entered', async () => {
  const { id } = must(await addPlatform(admin, given))
  const asked = await db.ltiDeployment.create({ data: { platformId: id, deploymentId: 'asks' } })
  const states = async () => (await readPlatform(admin, id))?.deployments.map(({ deploymentId, allowedAt }) => [deploymentId, allowedAt !== null])
  expect(await states()).toEqual([['asks', false]])
  must(await allowDeployment(admin, id, asked.id, 'allowed'))
  must(await addDeployment(admin, id, '2'))
  must(await addDeployment(admin, id, '2'))
  expect(await states()).toEqual([['asks', true], ['2', true]])
  must(await allowDeployment(admin, id, asked.id, 'refused'))
  expect(await states()).toEqual([['asks', false], ['2', true]])
  const other = must(await addPlatform(admin, { ...given, clientId: 'other' }))
  expect(codes(await allowDeployment(admin, other.id, asked.id, 'allowed'))).toEqual([': notFound'])
  for (const name of ['', ' ', 'a\u0007', 7, null]) expect(codes(await addDeployment(admin, id, name)).length).toBeGreaterThan(0)
})

test('deployments that nobody allowed in a month are forgotten, and hold no other up', async () => {
  const { id: platformId } = must(await addPlatform(admin, { ...given, deploymentId: 'old but allowed' }))
  const month = new Date(Date.now() - 31 * 24 * 60 * 60_000)
  await db.ltiDeployment.updateMany({ data: { createdAt: month } })
  await db.ltiDeployment.createMany({ data: Array.from({ length: 250 }, (_, i) => ({ platformId, deploymentId: `asks ${i}`, createdAt: i === 0 ? new Date() : month })) })
  must(await addDeployment(admin, platformId, 'another'))
  await removeLtiLaunches()
  expect((await readPlatform(admin, platformId))?.deployments.map(({ deploymentId }) => deploymentId).sort()).toEqual(['another', 'asks 0', 'old but allowed'])
})

test('a platform that nobody came from can be removed, another only switched off', async () => {
  const { id } = must(await addPlatform(admin, given))
  await db.ltiAccount.create({ data: { platformId: id, subject: '1', userId: member.id } })
  expect(codes(await removePlatform(admin, id))).toEqual([': platformUnused'])
  await db.ltiAccount.deleteMany()
  expect(codes(await removePlatform(admin, id))).toEqual([])
  expect(codes(await removePlatform(admin, id))).toEqual([': notFound'])
})

test.each<[string, Viewer]>([
  ['a member', member], ['a moderator', moderator], ['nobody', { kind: 'signed-out' }], ['an administrator’s program', { ...admin, scopes: ['read', 'write', 'moderate'] }], ['a student on paper', { ...member, managed: true }],
])('%s administers no platforms', async (_who, viewer) => {
  const { id } = must(await addPlatform(admin, given))
  const deployment = await db.ltiDeployment.create({ data: { platformId: id, deploymentId: 'asks' } })
  expect([await listPlatforms(viewer), await readPlatform(viewer, id)]).toEqual([null, null])
  const refused = [
    await addPlatform(viewer, { ...given, clientId: 'x' }), await changePlatform(viewer, id, given), await switchPlatform(viewer, id, 'off'), await removePlatform(viewer, id),
    await allowDeployment(viewer, id, deployment.id, 'allowed'), await addDeployment(viewer, id, 'y'), await makeRegistrationLink(viewer),
  ]
  expect(refused.map((each) => each.ok)).toEqual(refused.map(() => false))
  expect([await db.ltiPlatform.count(), await db.ltiDeployment.count({ where: { allowedAt: { not: null } } }), await db.ltiRegistration.count()]).toEqual([1, 0, 0])
  expect(permitted).toContain('platform.manage')
  expect(can(viewer, 'platform.manage', undefined)).toBe(false)
})

test('what is no id is no platform', async () => {
  for (const id of ['', 'x', '00000000-0000-0000-0000-000000000000']) {
    expect(await readPlatform(admin, id)).toBeNull()
    expect(codes(await switchPlatform(admin, id, 'off'))).toEqual([': notFound'])
    expect(codes(await addDeployment(admin, id, '1'))).toEqual([': notFound'])
  }
})
