import { expect, test, vi } from 'vitest'
import { parseW3cItems } from '@/lib/domain/formats/w3c'
import type { Result } from '@/lib/domain/problem'
import { signedOutViewer } from '@/lib/domain/viewer'
import { parseContextOf } from '@/lib/server/annotation-json'
import { readComparison } from '@/lib/server/comparison'
import { db } from '@/lib/server/db'
import { documentFrom } from '@/lib/server/import/document-from'
import { writeIncoming } from '@/lib/server/incoming-annotations'
import { readLayer } from '@/lib/server/layers'
import { readRevisionList } from '@/lib/server/revision-list'
import { changeRevisionSight } from '@/lib/server/revision-sight'
import { readRevision, saveRevision } from '@/lib/server/revisions'
import { siteAddress } from '@/lib/server/site-address'
import { reader } from '../support/flagged-article'
import { lessonText, must } from '../support/lesson'
import { published } from '../support/published-article'

vi.mock('next/headers', () => import('../support/request'))
vi.mock('next/navigation', () => import('next/dist/client/components/navigation.react-server'))
vi.mock('next-intl', () => import('../support/untranslated'))
vi.mock('next-intl/server', () => import('../support/untranslated'))
vi.mock('next/link', () => ({ default: 'a' }))

const codeOf = (result: Result<unknown>) => (result.ok ? 'done' : result.problems[0]?.code)

test('an earlier revision leaves everybody’s sight but its owner’s, and comes back; nobody else decides', async () => {
  const of = await published()
  const one = of.readers[0]!
  const save = async (base: number, body: string) => must(await saveRevision(of.owner, of.id, { baseRevision: base, document: must(documentFrom({ format: 'text', body }, null)) }))
  await save(1, `${lessonText} A name that must not be public.`)
  await save(2, `${lessonText} Nothing.`)
  for (const viewer of [one, await reader('Mod', 'moderator'), await reader('Admin', 'admin'), signedOutViewer]) expect(codeOf(await changeRevisionSight(viewer, of.id, 2, 'owner'))).toBe('notFound')
  for (const [id, number, code] of [[of.id, 3, 'revisionCurrent'], [of.id, 4, 'notFound'], [of.id, 0, 'notFound'], ['x', 1, 'notFound']] as const) expect(codeOf(await changeRevisionSight(of.owner, id, number, 'owner'))).toBe(code)
  must(await changeRevisionSight(of.owner, of.id, 2, 'owner'))
  must(await changeRevisionSight(of.owner, of.id, 2, 'owner'))
  for (const viewer of [one, signedOutViewer]) {
    expect((await readRevisionList(viewer, of.layerId))?.entries.map(({ number, before, ownerOnly }) => [number, before, ownerOnly])).toEqual([[3, 1, false], [1, null, false]])
    expect(await readRevision(viewer, of.id, 2)).toBeNull()
    expect(await readComparison(viewer, of.layerId, 2, 3)).toBeNull()
  }
  const layer = (await readLayer(one, of.layerId))!
  const quoted = { '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', target: { source: `${siteAddress()}/articles/${of.slug}/revisions/2`, selector: { type: 'TextQuoteSelector', exact: 'A name' } } }
  const written = must(await writeIncoming(one, of.layerId, must(parseW3cItems([quoted], parseContextOf(layer)))))
  expect(written.refused.map(({ problems }) => problems[0]?.code)).toEqual(['targetElsewhere'])
  expect((await readRevisionList(of.owner, of.layerId))).toMatchObject({ mayWithdraw: true, entries: [{ number: 3 }, { number: 2, ownerOnly: true }, { number: 1 }] })
  must(await changeRevisionSight(of.owner, of.id, 2, 'everybody'))
  expect((await readRevision(one, of.id, 2))?.number).toBe(2)
  expect(await db.auditRow.count({ where: { action: { startsWith: 'article.revision-' }, subjectId: of.id } })).toBe(2)
})
