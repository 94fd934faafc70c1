import { randomUUID } from 'node:crypto'
import { systemViewer } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { makeToken } from '@/lib/server/tokens'
import { startDoomedServer } from '../support/doomed-server'
import { newArticle } from '../support/journey'
import { expect, newPerson, test } from '../support/sign-in'

test.describe.configure({ timeout: 120_000 })

const jsonLd = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'
const quote = 'a disgrace'

test('a web process killed in the middle of writes loses nothing that it acknowledged, and leaves nothing in part', async ({ request }) => {
  const person = await newPerson()
  const piece = await newArticle(person)
  const made = await makeToken(systemViewer, person.id, { name: 'writer', scope: 'write', days: null })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const container = `/api/v1/layers/${piece.layerId}/annotations/`
  const doomed = await startDoomedServer()
  const tried = new Set<string>()
  const acknowledged = new Set<string>()
  let alive = true

  /** Posts one after the other, each under an id of its own, until the process is gone. */
  async function write(): Promise<void> {
    while (alive) {
      const id = randomUUID()
      tried.add(id)
      const target = { source: `${doomed.address}/articles/${piece.slug}`, selector: { type: 'TextQuoteSelector', exact: quote } }
      const body = JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: { type: 'TextualBody', value: id }, target })
      const headers = { 'content-type': jsonLd, authorization: `Bearer ${made.ok ? made.value.token : ''}`, slug: id }
      const answer = await fetch(`${doomed.address}${container}`, { method: 'POST', headers, body }).catch(() => null)
      if (answer === null) return
      expect(answer.status).toBe(201)
      expect(answer.headers.get('location')).toContain(id)
      acknowledged.add(id)
    }
  }
  const writers = Array.from({ length: 6 }, write)
  await expect.poll(() => acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(60)
  await doomed.kill()
  alive = false
  await Promise.all(writers)

  const unanswered = [...tried].filter((id) => !acknowledged.has(id))
  expect(unanswered.length).toBeGreaterThan(0)
  const stored = await db.annotation.findMany({
    where: { layerId: piece.layerId },
    select: { id: true, version: true, note: true, anchors: { select: { quote: true, state: true } } },
  })
  console.log(`${tried.size} tried, ${acknowledged.size} acknowledged, ${stored.length} stored`)
  const ids = new Set(stored.map(({ id }) => id))
  expect([...acknowledged].filter((id) => !ids.has(id)), 'acknowledged and lost').toEqual([])
  expect(stored.filter(({ id }) => !tried.has(id)), 'stored and never sent').toEqual([])
  for (const row of stored) {
    expect(row).toMatchObject({ version: 1, anchors: [{ quote, state: 'exact' }] })
    expect(JSON.stringify(row.note)).toContain(row.id)
  }
  expect(await db.auditRow.count({ where: { layerId: piece.layerId, action: 'annotation.created' } })).toBe(stored.length)

  // Another process goes on at once, and gives what the dead one took.
  const answer = await request.get(container, { headers: { accept: jsonLd } })
  expect(((await answer.json()) as { total: number }).total).toBe(stored.length)
})
