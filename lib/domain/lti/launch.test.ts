import { describe, expect, test } from 'vitest'
import { claims } from '@/lib/domain/lti/claims'
import { parseLaunch, storedLaunch } from '@/lib/domain/lti/launch'
import { isOwnLink, parseLogin } from '@/lib/domain/lti/login'
import { platformAddress } from '@/lib/domain/lti/platform-address'
import { courseRole } from '@/lib/domain/lti/roles'

const membership = 'http://purl.imsglobal.org/vocab/lis/v2/membership'
const base = {
  sub: 'u-1',
  name: 'Mia Chen',
  [claims.version]: '1.3.0',
  [claims.message]: 'LtiResourceLinkRequest',
  [claims.deployment]: 'd-1',
  [claims.target]: 'https://gloss.example/lti/launch',
  [claims.roles]: [`${membership}#Learner`],
  [claims.resourceLink]: { id: 'link-1' },
}
const parsed = (more: Record<string, unknown>, allowed?: string[]) => {
  const launch = parseLaunch({ ...base, ...more }, allowed)
  if (!launch.ok) throw new Error(JSON.stringify(launch.problems))
  return launch.value
}

describe('a role in a course', () => {
  const m = (role: string) => `${membership}${role}`
  test.each([
    [[m('#Instructor')], 'teacher'],
    [['Instructor'], 'teacher'],
    [[m('/Instructor#PrimaryInstructor')], 'teacher'],
    [[m('#Instructor'), m('/Instructor#TeachingAssistant')], 'assistant'],
    [[m('/Instructor#TeachingAssistant')], 'assistant'],
    [[m('/Instructor#Grader')], 'assistant'],
    [[m('#Instructor'), m('/Instructor#TeachingAssistant'), m('/Instructor#Lecturer')], 'teacher'],
    [['TeachingAssistant'], 'assistant'],
    [[m('#Learner')], 'student'],
    [[m('/Learner#GuestLearner')], 'student'],
    [['Learner'], 'student'],
    [[m('#Learner'), m('#Instructor')], 'teacher'],
    [[m('#Mentor')], null],
    [[m('#Administrator')], null],
    [[m('#ContentDeveloper')], null],
    [['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor'], null],
    [['http://purl.imsglobal.org/vocab/lis/v2/system/person#SysAdmin', m('#Learner')], 'student'],
    [['http://evil.example/membership#Instructor', `${membership}x#Instructor`, `${membership}#Instructor#Learner`], null],
    [['http://evil.example/membership#Instructor', 'constructor', ''], 'student'],
    [[], 'student'],
  ])('of %j is %s', (roles, role) => expect(courseRole(roles)).toBe(role))
})

describe('a launch', () => {
  test('that says the least is read as that', () => {
    expect(parsed({ name: undefined })).toEqual({
      message: 'resource-link', deploymentId: 'd-1', subject: 'u-1', name: null, role: 'student', context: null,
      resourceLink: { id: 'link-1', title: null }, custom: {}, targetLink: 'https://gloss.example/lti/launch', locale: null, returnUrl: null,
      framed: null, lineItems: null, memberships: null, deepLinking: null,
    })
  })

  test('that says everything is read whole, and the same after it was kept', () => {
    const launch = parsed({
      [claims.message]: 'LtiDeepLinkingRequest',
      [claims.resourceLink]: undefined,
      [claims.context]: { id: 'c-1', label: 'ML1', title: ' Media\u0000\n literacy ' },
      [claims.custom]: { assignment: 'a-1', count: 7, 'x\u0000': 'y', long: 'x'.repeat(1_001) },
      [claims.presentation]: { document_target: 'iframe', return_url: 'https://lms.example/c/1', locale: 'zh_TW' },
      [claims.lineItems]: { scope: ['s'], lineitems: 'https://lms.example/li', lineitem: '' },
      [claims.memberships]: { context_memberships_url: 'https://lms.example/people', service_versions: ['2.0'] },
      [claims.deepLinking]: { deep_link_return_url: 'https://lms.example/back', accept_types: ['file', 'ltiResourceLink'], accept_multiple: 'true', data: 'd' },
    })
    expect(launch).toMatchObject({
      message: 'deep-linking', context: { id: 'c-1', title: 'Media literacy' }, resourceLink: null,
      custom: { assignment: 'a-1' }, framed: true, returnUrl: 'https://lms.example/c/1', locale: 'zh-TW', memberships: 'https://lms.example/people',
      lineItems: { scopes: ['s'], lineItems: 'https://lms.example/li', lineItem: null },
      deepLinking: { returnUrl: 'https://lms.example/back', data: 'd', multiple: true, takesLineItem: true, windows: false },
    })
    expect(storedLaunch(JSON.parse(JSON.stringify(launch)))).toEqual(launch)
    expect(storedLaunch({ ...launch, role: 'owner' })).toBeNull()
  })

  test.each([
    [{ name: ' \u0000 ', given_name: 'Mia', family_name: 'Chen' }, 'Mia Chen'],
    [{ name: undefined, family_name: 'Chen' }, 'Chen'],
    [{ name: 'x'.repeat(500) }, 'x'.repeat(80)],
    [{ name: '\u202Eevil' }, 'evil'],
    [{ name: 7 }, null],
    [{ name: '\u200b' }, null],
  ])('of a person with %j calls them %j', (about, name) => expect(parsed(about).name).toBe(name))

  test('with words for display that cannot be shown goes without them', () => {
    const launch = parsed({ [claims.context]: { id: 'c', title: ' ' }, [claims.presentation]: { return_url: 'javascript:alert(1)', locale: '<b>' } })
    expect(launch).toMatchObject({ context: { id: 'c', title: null }, returnUrl: null, locale: null })
  })

  test.each([[null], [undefined], [7], ['x'], [[]]])('that is %j is none', (given) => {
    expect(parseLaunch(given)).toMatchObject({ ok: false })
  })

  test('keeps no custom word that would change what every object has', () => {
    const { custom } = parsed({ [claims.custom]: JSON.parse('{ "__proto__": "x", "a": "b" }') })
    expect(Object.entries(custom)).toEqual([['a', 'b']])
  })
})

test('whatever stands at whichever claim, a launch is read or refused, and what is read can be kept', () => {
  const chaos = [null, undefined, '', 'x', '\0', '\ud800', 'x'.repeat(3_000), 0, -1, NaN, true, [], [null], [['x']], {}, { id: {} }, { id: 'a', title: ['\0'] }, { a: '\udfff' }]
  const full: Record<string, unknown> = {
    ...base,
    [claims.context]: { id: 'c', title: 't' }, [claims.presentation]: { return_url: 'https://lms.example/' }, [claims.custom]: { a: 'b' },
    [claims.lineItems]: { scope: ['s'], lineitems: 'https://lms.example/li' }, [claims.memberships]: { context_memberships_url: 'https://lms.example/p' },
    [claims.deepLinking]: { deep_link_return_url: 'https://lms.example/b', accept_types: ['ltiResourceLink'], data: 'd' }, locale: 'en',
  }
  const spoiled = (key: string, value: unknown) => ({ ...full, [key]: value })
  const inner = (key: string, value: unknown) =>
    (typeof full[key] === 'object' ? Object.keys(Object(full[key])) : []).map((part) => spoiled(key, Array.isArray(full[key]) ? [value] : { ...Object(full[key]), [part]: value }))
  const each = Object.keys(full).flatMap((key) => chaos.flatMap((value) => [spoiled(key, value), ...inner(key, value)]))
  const all = each.flatMap((given) => [given, { ...given, [claims.message]: 'LtiDeepLinkingRequest' }])
  expect(all.length).toBeGreaterThan(500)
  for (const given of all) {
    const launch = parseLaunch(given)
    if (!launch.ok) continue
    const kept = JSON.stringify(launch.value)
    expect(kept).not.toMatch(/\\u(0000|d[89a-f][0-9a-f]{2})/i)
    expect(storedLaunch(JSON.parse(kept))).toEqual(launch.value)
  }
})

test('who is sent to choose a link may be known to teach at the institution only, and need not be told where to', () => {
  const choosing = {
    [claims.message]: 'LtiDeepLinkingRequest', [claims.target]: undefined,
    [claims.deepLinking]: { deep_link_return_url: 'https://lms.example/back', accept_types: ['ltiResourceLink'] },
  }
  const roles = ['http://purl.imsglobal.org/vocab/lis/v2/institution/person#Instructor']
  expect(parsed({ ...choosing, [claims.roles]: roles })).toMatchObject({ role: 'teacher', targetLink: null })
  expect(parsed({ [claims.roles]: roles }).role).toBeNull()
  expect(parsed({ ...choosing, [claims.roles]: [...roles, `${membership}#Learner`] }).role).toBe('student')
})

describe('addresses', () => {
  test.each([
    ['https://lms.example/x', [], true],
    ['HTTPS://LMS.example/x', [], true],
    ['http://lms.example/x', [], false],
    ['http://lms.example/x', ['lms.example:80'], true],
    ['http://LMS.example:8080/x', ['lms.example:8080'], true],
    ['http://lms.example:8081/x', ['lms.example:8080'], false],
    ['https://a:b@lms.example/', [], false],
    ['http://lms.example:80@evil.example/', ['lms.example:80'], false],
    ['javascript:alert(1)', [], false],
    ['//lms.example', [], false],
    [7, [], false],
  ])('of a platform: %s with %j allowed: %s', (address, allowed, good) => expect(platformAddress(address, allowed) !== null).toBe(good))

  test.each([
    ['https://gloss.example', true],
    ['https://gloss.example/lti/launch?x=1#y', true],
    ['HTTPS://Gloss.Example/', true],
    ['https://gloss.example.evil/', false],
    ['https://gloss.example@evil/', false],
    ['https://gloss.example:444/', false],
    ['http://gloss.example/', false],
    ['https://gloss.example\\@evil', false],
    ['https://gloss.example/\n', false],
    ['/lti/launch', false],
  ])('of our own: %j: %s', (link, own) => expect(isOwnLink(link, 'https://gloss.example')).toBe(own))
})

test('a login is read from whatever has its words, empty ones left out', () => {
  const given = new Map([['iss', 'https://lms.example'], ['login_hint', 'h'], ['target_link_uri', 't'], ['client_id', '']])
  expect(parseLogin({ get: (name) => given.get(name) ?? null })).toEqual({
    ok: true,
    value: { issuer: 'https://lms.example', loginHint: 'h', targetLink: 't', messageHint: null, clientId: null, deploymentId: null },
  })
})
