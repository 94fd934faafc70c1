import { createLocalJWKSet, jwtVerify } from 'jose'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { claims } from '@/lib/domain/lti/claims'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { signedOutViewer, type SignedIn } from '@/lib/domain/viewer'
import type { Result } from '@/lib/domain/problem'
import { createAssignment } from '@/lib/server/assignments'
import { db } from '@/lib/server/db'
import { chooseAssignment, chooseNothing, readChoosing } from '@/lib/server/lti/choosing'
import { deepLinkingAnswer } from '@/lib/server/lti/deep-linking'
import { publicKeys } from '@/lib/server/lti/keys'
import { landLaunch } from '@/lib/server/lti/land'
import { findLaunch } from '@/lib/server/lti/launches'
import { readOpening } from '@/lib/server/lti/opening'
import { answerOpeningState } from '@/lib/server/lti/opening-door'
import { answerReturn } from '@/lib/server/lti/return-door'
import { reader } from '../support/flagged-article'
import { knownPlatform, type KnownPlatform } from '../support/landing'
import { exercise, lesson, must } from '../support/lesson'
import { assistant, instructor, learner, type Visit } from '../support/platform-token'

vi.mock('next-intl/server', () => ({ getLocale: async () => 'en', getTranslations: async () => (key: string) => `<${key}>` }))

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)
const course = { id: 'course-1', title: 'Media literacy' }
let platform: KnownPlatform
let lin: SignedIn
let exercised: Awaited<ReturnType<typeof lesson>>

/** A class with an exercise, connected to the course; Lin of the platform is one who runs it. */
beforeEach(async () => {
  platform = await knownPlatform()
  exercised = await lesson([], { points: 20 })
  lin = await platform.person('lin')
  await db.classMember.create({ data: { classId: exercised.classId, userId: lin.id, role: 'co_teacher' } })
  const deployment = await db.ltiDeployment.findFirstOrThrow({ where: { platformId: platform.id } })
  await db.ltiContext.create({ data: { deploymentId: deployment.id, contextId: course.id, title: course.title, classId: exercised.classId } })
})

const linking = (more: Visit = {}): Visit => ({ subject: 'lin', roles: [instructor], course, deepLinking: {}, ...more })
const launching = (subject: string, role: string, more: Visit = {}): Visit => ({ subject, roles: [role], course, ...more })
const land = (by: SignedIn, visit: Visit) => landLaunch(by, { platformId: platform.id, launch: platform.launchOf(visit) })
const another = async () =>
  must(await createAssignment(exercised.teacher, exercised.classId, exercised.slug, assignmentIn('Asia/Taipei').parse({ ...exercise, title: 'Another' }))).id
const state = async (ticket: string) => answerOpeningState(new Request(`http://x/lti/open/state?ticket=${ticket}`))

describe('deep linking', () => {
  test('chooses an assignment, and answers with a signed link to it', async () => {
    const ticket = await platform.ticketOf(linking(), lin)
    expect(await readOpening(ticket)).toEqual({ platform: 'Our school', message: 'deep-linking', chosen: false })
    expect([await deepLinkingAnswer(ticket), await (await state(ticket)).json()]).toEqual([null, { chosen: false }])
    const choosing = await readChoosing(lin, ticket)
    expect(choosing).toMatchObject({ platform: 'Our school', message: 'deep-linking', link: null, chosen: null, class: { id: exercised.classId } })
    expect(choosing?.assignments.map(({ id }) => id)).toEqual([exercised.id])
    expect(must(await chooseAssignment(lin, { ticket, waiting: false }, exercised.id)).path).toBe(`/lti/return?ticket=${ticket}`)
    expect(await (await state(ticket)).json()).toEqual({ chosen: true })
    expect((await readChoosing(lin, ticket))?.chosen).toEqual([exercise.title])

    const answer = (await deepLinkingAnswer(ticket))!
    expect([answer.platform, answer.returnUrl]).toEqual(['Our school', `${platform.issuer}/return`])
    const verified = await jwtVerify(answer.token, createLocalJWKSet(await publicKeys()), { issuer: platform.clientId, audience: platform.issuer })
    expect(verified.payload).toMatchObject({
      [claims.deployment]: platform.deploymentId,
      [claims.message]: 'LtiDeepLinkingResponse',
      [claims.version]: '1.3.0',
      [claims.data]: 'opaque',
      [claims.contentItems]: [
        {
          type: 'ltiResourceLink', title: exercise.title, url: 'http://localhost:3000/lti/launch', custom: { assignment: exercised.id }, window: { targetName: '_blank' },
          lineItem: { label: exercise.title, scoreMaximum: 20, resourceId: exercised.id }, submission: { endDateTime: '2035-12-31T16:00:00.000Z' },
        },
      ],
    })
    expect(verified.payload.exp! - verified.payload.iat!).toBe(300)
    expect(verified.payload.nonce).not.toBe((await jwtVerify((await deepLinkingAnswer(ticket))!.token, createLocalJWKSet(await publicKeys()))).payload.nonce)
  })

  test('chosen is chosen: the same again changes nothing, another is refused', async () => {
    const ticket = await platform.ticketOf(linking(), lin)
    const second = await another()
    const both = await Promise.all([exercised.id, exercised.id, second].map((id) => chooseAssignment(lin, { ticket, waiting: true }, id)))
    const kept = (await readChoosing(lin, ticket))?.chosen
    expect(both.map(codeOf).sort()).toEqual(kept?.[0] === 'Another' ? ['done', 'launchOver', 'launchOver'] : ['done', 'done', 'launchOver'])
    expect(both.flatMap((each) => (each.ok ? each.value.path : []))).toContain(`/lti/choose?ticket=${ticket}&waiting=1`)
    expect(codeOf(await chooseNothing(lin, { ticket, waiting: false }))).toBe('launchOver')
  })

  test('can end with nothing', async () => {
    const ticket = await platform.ticketOf(linking({ deepLinking: { data: undefined } }), lin)
    must(await chooseNothing(lin, { ticket, waiting: false }))
    must(await chooseNothing(lin, { ticket, waiting: false }))
    const { token } = (await deepLinkingAnswer(ticket))!
    const { payload } = await jwtVerify(token, createLocalJWKSet(await publicKeys()))
    expect(payload[claims.contentItems]).toEqual([])
    expect(payload).not.toHaveProperty([claims.data])
  })

  test('is for who runs the class and came by the launch', async () => {
    const ticket = await platform.ticketOf(linking(), lin)
    for (const viewer of [exercised.teacher, await reader('Stranger', 'admin'), signedOutViewer]) {
      expect(await readChoosing(viewer, ticket)).toBeNull()
      expect(codeOf(await chooseAssignment(viewer, { ticket, waiting: false }, exercised.id))).toBe('launchOver')
      expect(codeOf(await chooseNothing(viewer, { ticket, waiting: false }))).toBe('launchOver')
    }
    for (const [subject, role] of [['mia', learner], ['help', assistant]] as const) {
      const person = await platform.person(subject)
      expect(codeOf(await land(person, linking({ subject, roles: [role] })))).toBe('courseTeachersOnly')
      const own = await platform.ticketOf(linking({ subject, roles: [role] }), person)
      expect([await readChoosing(person, own), codeOf(await chooseAssignment(person, { ticket: own, waiting: false }, exercised.id))]).toEqual([null, 'notAllowed'])
    }
    // Who is lowered meanwhile chooses no more.
    await db.classMember.updateMany({ where: { userId: lin.id }, data: { role: 'assistant' } })
    expect(codeOf(await chooseAssignment(lin, { ticket, waiting: false }, exercised.id))).toBe('notAllowed')
    expect(await deepLinkingAnswer(ticket)).toBeNull()
  })

  test('never chooses another class’s assignment, whoever teaches in both', async () => {
    const other = await lesson([])
    await db.classMember.create({ data: { classId: other.classId, userId: lin.id, role: 'teacher' } })
    const ticket = await platform.ticketOf(linking(), lin)
    for (const id of [other.id, exercised.classId, 'x', '']) expect(codeOf(await chooseAssignment(lin, { ticket, waiting: false }, id))).toBe('notFound')
    expect(await deepLinkingAnswer(ticket)).toBeNull()
  })

  test('is over soon after the choice, with its ticket, or with its platform', async () => {
    const ticket = await platform.ticketOf(linking(), lin)
    must(await chooseAssignment(lin, { ticket, waiting: false }, exercised.id))
    const minute = 60_000
    expect((await findLaunch(ticket, new Date(Date.now() + 9 * minute)))?.chosen).not.toBeNull()
    expect(await findLaunch(ticket, new Date(Date.now() + 11 * minute))).toBeNull()
    await db.ltiPlatform.update({ where: { id: platform.id }, data: { disabledAt: new Date() } })
    expect([await deepLinkingAnswer(ticket), (await state(ticket)).status, (await state('x')).status]).toEqual([null, 404, 404])
    await db.ltiPlatform.update({ where: { id: platform.id }, data: { disabledAt: null } })
    await db.ltiLaunch.updateMany({ data: { expiresAt: new Date() } })
    expect(await deepLinkingAnswer(ticket)).toBeNull()
  })
})

describe('the page that hands the answer over', () => {
  test('posts it to the platform, and runs nothing but that', async () => {
    const ticket = await platform.ticketOf(linking({ deepLinking: { deep_link_return_url: 'https://lms.example/r?a=1&b="' } }), lin)
    must(await chooseAssignment(lin, { ticket, waiting: false }, exercised.id))
    const page = await answerReturn(new Request(`http://x/lti/return?ticket=${ticket}`))
    const [policy, html] = [page.headers.get('content-security-policy') ?? '', await page.text()]
    expect(policy).toMatch(/^default-src 'none'; script-src 'nonce-[^']+'; style-src 'nonce-[^']+'; form-action https:\/\/lms\.example https:; base-uri 'none'; frame-ancestors \*$/)
    expect(html).toContain('<form id="answer" method="post" action="https://lms.example/r?a=1&amp;b=&quot;">')
    expect(html).toMatch(/name="JWT" value="[\w-]+\.[\w-]+\.[\w-]+"/)
    expect(html).toContain('&lt;title&gt;')
    expect([page.headers.get('cache-control'), page.headers.get('referrer-policy')]).toEqual(['no-store', 'no-referrer'])
  })

  test('leads to a sentence where nothing was chosen', async () => {
    const page = await answerReturn(new Request(`http://x/lti/return?ticket=${await platform.ticketOf(linking(), lin)}`))
    expect([page.status, page.headers.get('location')]).toEqual([303, expect.stringMatching(/^\/lti\/refused\?code=launchOver&/)])
  })
})

describe('a link in a course', () => {
  const custom = (id: string) => ({ custom: { assignment: id } })
  const links = async () => db.ltiLink.findMany({ select: { resourceLinkId: true, assignmentId: true, lineItemUrl: true }, where: { context: { classId: exercised.classId } } })
  const column = (lineitem: string) => ({ more: { 'https://purl.imsglobal.org/spec/lti-ags/claim/endpoint': { scope: [], lineitem } } })

  test('made by deep linking opens its assignment, whoever comes first', async () => {
    const mia = await platform.person('mia', exercised.classId)
    const visit = launching('mia', learner, { ...custom(exercised.id), ...column('https://s.example/1') })
    const led = await Promise.all([land(mia, visit), land(mia, visit), land(lin, launching('lin', instructor, custom(exercised.id)))])
    expect(led.map((each) => must(each).path)).toEqual(Array.from({ length: 3 }, () => `/assignments/${exercised.id}`))
    expect(await links()).toEqual([{ resourceLinkId: 'link-1', assignmentId: exercised.id, lineItemUrl: 'https://s.example/1' }])
  })

  test('that nobody chose for asks its teacher, once, and tells students to wait', async () => {
    const mia = await platform.person('mia', exercised.classId)
    const help = await platform.person('help')
    expect(codeOf(await land(mia, launching('mia', learner)))).toBe('linkUnset')
    expect(codeOf(await land(help, launching('help', assistant)))).toBe('courseTeachersOnly')
    const ticket = must(await land(lin, launching('lin', instructor))).path.split('ticket=')[1]!
    expect(await readChoosing(lin, ticket)).toMatchObject({ message: 'resource-link', link: 'Exercise 1' })
    expect(codeOf(await chooseNothing(lin, { ticket, waiting: false }))).toBe('notAllowed')
    for (let again = 0; again < 2; again += 1) expect(must(await chooseAssignment(lin, { ticket, waiting: false }, exercised.id)).path).toBe(`/assignments/${exercised.id}`)
    expect(await links()).toHaveLength(1)
    expect(must(await land(mia, launching('mia', learner))).path).toBe(`/assignments/${exercised.id}`)
    expect(await deepLinkingAnswer(ticket)).toBeNull()
  })

  test('that names what is not of this class is one that nobody chose for', async () => {
    const other = await lesson([])
    const mia = await platform.person('mia', exercised.classId)
    for (const id of [other.id, 'x', exercised.classId]) expect(codeOf(await land(mia, launching('mia', learner, custom(id))))).toBe('linkUnset')
    expect(await links()).toEqual([])
  })

  test('opens another assignment once it says so, and what was sent of the first is sent anew', async () => {
    const second = await another()
    const mia = await platform.person('mia', exercised.classId)
    const visit = (id: string, at: string) => launching('mia', learner, { ...custom(id), ...column(at) })
    must(await land(mia, visit(exercised.id, 'https://s.example/1')))
    const { id: linkId } = await db.ltiLink.findFirstOrThrow({ where: { context: { classId: exercised.classId } } })
    const sent = async () => db.ltiScore.create({ data: { linkId, userId: mia.id, sent: {} } })
    await sent()
    must(await land(mia, visit(exercised.id, 'https://s.example/1')))
    must(await land(mia, launching('mia', learner, custom(exercised.id))))
    expect(await db.ltiScore.count({ where: { linkId } })).toBe(1)
    must(await land(mia, visit(exercised.id, 'https://s.example/2')))
    expect(await db.ltiScore.count({ where: { linkId } })).toBe(0)
    await sent()
    expect(must(await land(mia, visit(second, 'https://s.example/2'))).path).toBe(`/assignments/${second}`)
    expect([await db.ltiScore.count({ where: { linkId } }), await links()]).toEqual([0, [{ resourceLinkId: 'link-1', assignmentId: second, lineItemUrl: 'https://s.example/2' }]])
  })

  test('to what is not open yet is shut for students only', async () => {
    await db.assignment.update({ where: { id: exercised.id }, data: { opensAt: new Date(Date.now() + 60_000) } })
    expect(codeOf(await land(await platform.person('mia', exercised.classId), launching('mia', learner, custom(exercised.id))))).toBe('notYetOpen')
    expect(must(await land(lin, launching('lin', instructor, custom(exercised.id)))).path).toBe(`/assignments/${exercised.id}`)
  })

  test('in a course’s navigation opens the class', async () => {
    for (const more of [{ link: { id: course.id } }, { custom: { open: 'class' } }]) expect(must(await land(lin, launching('lin', instructor, more))).path).toBe(`/classes/${exercised.classId}`)
  })
})
