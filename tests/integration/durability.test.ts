import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import type { Client } from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { disconnect } from '@/lib/server/db'
import { withConnection } from '../../scripts/steps/sql.mjs'
import { startDurableServer, type DurableServer } from '../support/durable-server'
import { flaggedArticle, reader } from '../support/flagged-article'
import { rewritten, written } from '../support/written-annotation'

const quote = 'The bridge is safe'
const children: ChildProcess[] = []
let server: DurableServer
let by: SignedIn
let layerId: string

beforeAll(async () => {
  server = await startDurableServer()
  process.env.DATABASE_URL = server.address
  by = await reader('Ann')
  ;({ layerId } = await flaggedArticle(by, { title: 'Bridge', text: `${quote}, the office said.` }))
})
afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'))
  await disconnect()
  await server?.stop()
})

/** What the writing processes said of each annotation, by its id. */
const said = new Map<string, Set<string>>()
const count = (word: string) => [...said.values()].filter((words) => words.has(word)).length

/** A process that writes until it is killed; `more` waits until that many further annotations were acknowledged. */
function writer() {
  const child = spawn(
    'node',
    ['--import', 'tsx', '--conditions=react-server', 'tests/support/writing-process.ts', JSON.stringify({ by, layerId, quote })],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  )
  children.push(child)
  let look = () => {}
  const lines = createInterface({ input: child.stdout }).on('line', (line) => {
    const [word = '', id = ''] = line.split(' ')
    said.set(id, (said.get(id) ?? new Set()).add(word))
    look()
  })
  const closed = new Promise((resolve) => lines.once('close', resolve))
  return {
    more: (wanted: number) =>
      new Promise<void>((resolve) => {
        const goal = count('made') + wanted
        look = () => count('made') >= goal && resolve()
      }),
    kill: () => {
      child.kill('SIGKILL')
      return closed
    },
  }
}

type Row = { id: string; version: number; anchors: number; labels: string[]; evidence: number; actions: string[] }

const stored = (): Promise<{ rows: Row[]; strays: number | null; fsync: string | undefined }> =>
  withConnection(server.address, async (client: Client) => {
    const { rows } = await client.query<Row>(`
      select a.id, a.version,
        (select count(*)::int from "Anchor" x where x."annotationId" = a.id and x.quote = $1) as anchors,
        array(select dimension || ':' || label from "AnnotationLabel" x where x."annotationId" = a.id order by 1) as labels,
        (select count(*)::int from "Evidence" x where x."annotationId" = a.id) as evidence,
        array(select action from "AuditRow" x where x."subjectId" = a.id order by x.id) as actions
      from "Annotation" a`, [quote])
    const strays = await client.query(`
      select x.id from "AuditRow" x left join "Annotation" a on a.id = x."subjectId"
      where x."subjectType" = 'annotation' and a.id is null`)
    const fsync = await client.query<{ fsync: string }>('show fsync')
    return { rows, strays: strays.rowCount, fsync: fsync.rows[0]?.fsync }
  })

/** How an annotation looks in the tables when all of it is there. */
const whole = (id: string, version: number): Row => {
  const { labels, evidence } = version === 1 ? written : rewritten
  return {
    id,
    version,
    anchors: 1,
    labels: labels.map(({ dimension, label }) => `${dimension}:${label}`).sort(),
    evidence: evidence.length,
    actions: ['annotation.created', 'annotation.changed'].slice(0, version),
  }
}

test('nothing acknowledged is lost, and nothing is there in part, when the database or a writer is killed', async () => {
  const first = writer()
  await first.more(40)
  await server.crash()
  await first.more(30)
  await first.kill()

  const second = writer()
  await second.more(30)
  await Promise.all([second.kill(), server.crash()])

  const { rows, strays, fsync } = await stored()
  expect(fsync).toBe('on')
  expect(server.log().match(/was not properly shut down/g)).toHaveLength(2)
  const [made, changed] = [count('made'), count('changed')]
  const unanswered = rows.filter(({ id }) => !said.get(id)?.has('made')).length
  console.log(`${said.size} tried, ${made} made and ${changed} changed by their acknowledgement, ${count('lost')} lost an answer; stored ${rows.length}, ${unanswered} of them unacknowledged`)

  expect(count('refused')).toBe(0)
  expect(count('lost')).toBeGreaterThan(0)
  expect(strays).toBe(0)
  const byId = new Map(rows.map((row) => [row.id, row]))
  for (const row of rows) {
    expect(said.has(row.id)).toBe(true)
    expect(row).toEqual(whole(row.id, row.version))
  }
  for (const [id, words] of said) {
    if (words.has('made')) expect(byId.get(id), id).toBeDefined()
    if (words.has('changed')) expect(byId.get(id)?.version, id).toBe(2)
  }
}, 60_000)
