import { expect, test } from 'vitest'
import { GET as nowhere } from '@/app/api/v1/[...rest]/route'
import { POST as post } from '@/app/api/v1/articles/route'
import { GET as follow, HEAD as ask } from '@/app/api/v1/layers/[layerId]/events/route'
import { exportAccount } from '@/lib/server/account-export'
import { changeAssignment } from '@/lib/server/assignments'
import { listAnnotations } from '@/lib/server/annotation-list'
import { assignmentIn } from '@/lib/domain/classroom/assignment'
import { invite, listInvitations } from '@/lib/server/class-invitations'
import { db } from '@/lib/server/db'
import { giveFeedback } from '@/lib/server/feedback'
import { releaseGrades, setGrade } from '@/lib/server/grades'
import type { LiveHub } from '@/lib/server/live-hub'
import { openWork, submitWork } from '@/lib/server/submissions'
import { call, holder } from '../support/api'
import { flaggedArticle } from '../support/flagged-article'
import { exercise, flagIn, lesson, must } from '../support/lesson'

test('asking about a stream with HEAD takes no seat, however often', async () => {
  const { person, token } = await holder('Ann', 'read')
  const { layerId } = await flaggedArticle(person, { title: 'x', text: 'Words.' })
  for (let i = 0; i < 20; i += 1) expect((await call(ask, { params: { layerId }, token, method: 'HEAD' })).status).toBe(200)
  const stream = await call(follow, { params: { layerId }, token })
  expect(stream.status).toBe(200)
  await stream.body?.cancel()
  await (globalThis as { glossLive?: LiveHub }).glossLive?.close()
  expect((await call(ask, { params: { layerId: '00000000-0000-4000-8000-000000000000' }, token, method: 'HEAD' })).status).toBe(404)
})

test('an address that the API does not have is refused in its own form', async () => {
  const answer = await call(nowhere, { path: '/api/v1/nope' })
  expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json; charset=utf-8'])
})

test('a moment is taken for its day, a language whatever its case, and an empty detail for none', async () => {
  const { token } = await holder('Ben')
  const json = { title: 'x', publishedAt: '2026-11-23T23:30:00-05:00', language: 'ZH-hant', byline: '', sourceUrl: '', content: { format: 'text', body: '字。' } }
  const answer = await call(post, { token, json })
  expect(answer.status).toBe(201)
  expect(await answer.json()).toMatchObject({ publishedAt: '2026-11-24', language: 'zh-Hant', byline: null, sourceUrl: null })
})

test('only a teacher makes a code for teachers, or sees one', async () => {
  const { classId, teacher, students: [one] } = await lesson(['One'])
  await db.classMember.update({ where: { classId_userId: { classId, userId: one!.id } }, data: { role: 'co_teacher' } })
  const wish = { role: 'teacher', sectionId: null, email: null, days: null, places: 1 } as const
  expect(await invite(one!, classId, wish)).toMatchObject({ ok: false, problems: [{ code: 'lastTeacher' }] })
  must(await invite(teacher, classId, wish))
  expect([(await listInvitations(teacher, classId)).length, (await listInvitations(one!, classId)).length]).toEqual([1, 0])
})

test('what is taken home of a grade is what was released', async () => {
  const of = await lesson(['One'])
  const [one] = of.students
  must(await openWork(one!, of.id))
  const own = await flagIn(of.layerId, one!, 'Experts believe', ['sourcing:unnamed-bare'])
  must(await submitWork(one!, of.id))
  must(await setGrade(of.teacher, of.id, one!.id, { points: 7, comment: 'not told yet' }))
  must(await giveFeedback(of.teacher, of.id, one!.id, { annotationId: own, keyAnnotationId: null }, 'nor this'))
  const before = JSON.stringify(await exportAccount(one!))
  expect([before.includes('not told yet'), before.includes('nor this')]).toEqual([false, false])
  must(await releaseGrades(of.teacher, of.id, true))
  const after = JSON.stringify(await exportAccount(one!))
  expect([after.includes('not told yet'), after.includes('nor this')]).toEqual([true, true])
})

test('a group sees its own work until groups are turned off', async () => {
  const of = await lesson(['One', 'Two'], { groupSize: 2 })
  const [one, two] = of.students
  for (const student of [one!, two!]) {
    must(await openWork(student, of.id))
    await flagIn(of.layerId, student, 'Experts believe', ['sourcing:unnamed-bare'])
  }
  expect((await listAnnotations(one!, of.layerId))?.standing.length).toBe(2)
  must(await changeAssignment(of.teacher, of.id, assignmentIn('Asia/Taipei').parse(exercise)))
  expect((await listAnnotations(one!, of.layerId))?.standing.length).toBe(1)
})
