import { afterAll, expect, test, vi } from 'vitest'
import { systemViewer } from '@/lib/domain/viewer'
import { deleteClass, removeDueClasses } from '@/lib/server/class-removal'
import { tellOfClassesLeaving } from '@/lib/server/class-keep-notices'
import { keepClassUntil, readClass } from '@/lib/server/classes'
import { db } from '@/lib/server/db'
import { removeClasses } from '@/lib/server/jobs/remove-classes'
import { lesson, must } from '../support/lesson'
import { startMailServer } from '../support/mail-server'

afterAll(() => void (process.env.SMTP_URL = ''))

const day = 86_400_000
const noticedAt = async (id: string) => (await db.class.findUniqueOrThrow({ where: { id }, select: { keepNoticedAt: true } })).keepNoticedAt

test('a form that changed nothing leaves what another window chose, and of two at once one is refused', async () => {
  const of = await lesson([])
  must(await keepClassUntil(of.teacher, of.classId, '2031-07-31'))
  must(await keepClassUntil(of.teacher, of.classId, '2033-07-31', { keepUntil: '2031-07-31' }))
  must(await keepClassUntil(of.teacher, of.classId, '2031-07-31', { keepUntil: '2031-07-31' }))
  expect((await readClass(of.teacher, of.classId))!.keepUntil).toBe('2033-07-31')
  const both = await Promise.all(['2034-07-31', '2035-07-31'].map((to) => keepClassUntil(of.teacher, of.classId, to, { keepUntil: '2033-07-31' })))
  expect(both.filter(({ ok }) => ok)).toHaveLength(1)
})

test('mail that fails keeps neither other letters nor deletions from happening, and its class stays', async () => {
  const [failing, silent, asked] = [await lesson([]), await lesson([]), await lesson([])]
  await db.class.updateMany({ data: { keepUntil: null } })
  const soon = new Date(Date.now() + 3 * day)
  await db.class.updateMany({ where: { id: { in: [failing.classId, silent.classId] } }, data: { keepUntil: soon, keepNoticedAt: null } })
  await db.user.update({ where: { id: failing.teacher.id }, data: { email: `${failing.teacher.id}@example.org` }, select: { id: true } })
  must(await deleteClass(asked.teacher, asked.classId, new Date(Date.now() - 30 * day)))
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  process.env.SMTP_URL = 'smtp://127.0.0.1:1'
  await removeClasses()
  expect(told).toHaveBeenCalledOnce()
  told.mockRestore()
  expect(await db.class.count({ where: { id: asked.classId } })).toBe(0)
  expect([await noticedAt(failing.classId), await noticedAt(silent.classId)]).toEqual([null, expect.any(Date)])
  expect(await removeDueClasses(systemViewer, new Date(Date.now() + 400 * day))).toBe(1)
  const server = await startMailServer()
  process.env.SMTP_URL = server.url
  expect(await tellOfClassesLeaving(systemViewer)).toBe(1)
  expect(await tellOfClassesLeaving(systemViewer)).toBe(0)
  expect(server.letters).toHaveLength(1)
  server.stop()
})

test('a class is there through the whole of its last day, on whatever clock', async () => {
  const of = await lesson([])
  await db.class.updateMany({ data: { keepUntil: null } })
  await db.class.update({ where: { id: of.classId }, data: { timeZone: 'America/Los_Angeles', keepUntil: new Date('2031-07-31T00:00Z'), keepNoticedAt: new Date('2031-07-01T00:00Z') }, select: { id: true } })
  expect(await removeDueClasses(systemViewer, new Date('2031-08-01T06:59:00Z'))).toBe(0)
  expect(await removeDueClasses(systemViewer, new Date('2031-08-01T12:00:00Z'))).toBe(1)
})
