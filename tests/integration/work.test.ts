import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { parseW3cItems } from '@/lib/domain/formats/w3c'
import { refuse, type Result } from '@/lib/domain/problem'
import { parseContextOf } from '@/lib/server/annotation-json'
import { createAnnotation } from '@/lib/server/annotations'
import { readAssignment } from '@/lib/server/assignment-view'
import { db } from '@/lib/server/db'
import { writeIncoming } from '@/lib/server/incoming-annotations'
import { readLayer } from '@/lib/server/layers'
import { siteAddress } from '@/lib/server/site-address'
import { openWork, submitWork, takeBack } from '@/lib/server/submissions'
import { reader } from '../support/flagged-article'
import { editLesson, flagIn, lesson, lessonText, must } from '../support/lesson'

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)

describe('work', () => {
  test('is opened once, handed in when it has what is asked for, and taken back until it is due', async () => {
    const { id, layerId, students: [one], teacher } = await lesson(['One'])
    expect((await readAssignment(one!, id))?.own).toMatchObject({ state: 'not-started', seesOthers: false, progress: [{ wanted: 1, done: 0, met: false }] })
    await Promise.all([openWork(one!, id), openWork(one!, id)])
    expect(await db.submission.count({ where: { assignmentId: id } })).toBe(1)
    expect(codeOf(await submitWork(one!, id))).toBe('workBelowRequirement')
    await flagIn(layerId, one!, 'Experts believe', ['sourcing:unnamed-bare'])
    expect(must(await submitWork(one!, id))).toEqual({ late: false })
    expect(codeOf(await submitWork(one!, id))).toBe('handedIn')
    await expect(flagIn(layerId, one!, 'The mayor', ['sourcing:unnamed-bare'])).rejects.toThrow('notAllowed')
    must(await takeBack(one!, id))
    await flagIn(layerId, one!, 'The mayor', ['sourcing:unnamed-bare'])
    expect(await db.submission.findFirst({ where: { assignmentId: id }, select: { submittedAt: true, takenBackAt: true } })).toMatchObject({ submittedAt: null, takenBackAt: expect.any(Date) })
    expect(codeOf(await openWork(teacher, id))).toBe('notFound')
  })

  test('begins with a first flag too, by whatever door, with a name of its own', async () => {
    const { id, layerId, slug, students: [one, two] } = await lesson(['One', 'Two'], { gate: 'open' })
    await flagIn(layerId, one!, 'Experts believe', ['sourcing:unnamed-bare'])
    const place = { source: `${siteAddress()}/articles/${slug}`, selector: { type: 'TextQuoteSelector', exact: 'Experts believe' } }
    const item = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: { type: 'TextualBody', purpose: 'commenting', value: 'Who?' }, target: place }
    const sent = must(parseW3cItems([item], parseContextOf((await readLayer(two!, layerId))!)))
    expect(must(await writeIncoming(two!, layerId, sent)).created).toHaveLength(1)
    const begun = await db.submission.findMany({ where: { assignmentId: id, startedAt: { not: null } }, select: { pseudonym: true } })
    expect(new Set(begun.map(({ pseudonym }) => pseudonym)).size).toBe(2)
  })

  test('counts only what stands on the revision that everybody reads', async () => {
    const { id, layerId, slug, students: [one], teacher } = await lesson(['One'])
    must(await openWork(one!, id))
    await editLesson(teacher, slug, `${lessonText} A new last sentence.`)
    const content = { labels: [{ dimension: 'sourcing' as const, label: 'unnamed-bare' }], note: null, evidence: [], confidence: null, sourceName: null }
    const onRevision = (revision: number) => createAnnotation(one!, { id: randomUUID(), layerId, revision, target: { start: 0, end: 9 }, quote: 'The mayor', ...content })
    expect(await onRevision(2)).toEqual(refuse('notFound', 'revision'))
    expect(codeOf(await submitWork(one!, id))).toBe('workBelowRequirement')
    expect(must(await onRevision(1))).toMatchObject({ start: 0, end: 9 })
    expect(must(await submitWork(one!, id))).toEqual({ late: false })
  })

  test('late is late, and over is over', async () => {
    const { id, layerId, students: [one, two] } = await lesson(['One', 'Two'], { lateUntil: '2036-01-02T00:00' })
    for (const student of [one!, two!]) {
      must(await openWork(student, id))
      await flagIn(layerId, student, 'Experts believe', ['sourcing:unnamed-bare'])
    }
    const [due, late] = [new Date('2036-01-01T08:00+08:00'), new Date('2036-01-03T00:00+08:00')]
    expect(must(await submitWork(one!, id, due))).toEqual({ late: true })
    expect(codeOf(await submitWork(two!, id, late))).toBe('workShut')
    expect(codeOf(await takeBack(one!, id, late))).toBe('workShut')
  })

  test('does not exist for others, nor before it opens', async () => {
    const { id, students: [one], teacher } = await lesson(['One'], { opens: '2035-01-01T00:00' })
    expect(await readAssignment(one!, id)).toBeNull()
    expect(codeOf(await openWork(one!, id))).toBe('notFound')
    expect(await readAssignment(teacher, id)).not.toBeNull()
    expect(await readAssignment(await reader('Nobody', 'admin'), id)).toBeNull()
  })

  test('groups hold everybody, and who comes late is put where there is room', async () => {
    const { id, classId } = await lesson(['A', 'B', 'C', 'D', 'E'], { groupSize: 2 })
    const sizes = await db.submission.groupBy({ by: ['group'], where: { assignmentId: id }, _count: true })
    expect(sizes.map(({ _count }) => _count).sort()).toEqual([2, 3])
    const late = await reader('Late')
    await db.classMember.create({ data: { classId, userId: late.id, role: 'student' } })
    must(await openWork(late, id))
    expect((await db.submission.groupBy({ by: ['group'], where: { assignmentId: id }, _count: true })).length).toBeGreaterThanOrEqual(2)
  })
})
