import { spawn, type ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SignedIn } from '@/lib/domain/viewer'
import { db } from '@/lib/server/db'
import { createHub, type LiveHub } from '@/lib/server/live-hub'
import { flaggedArticle, reader } from '../support/flagged-article'
import { flag, follow, follower } from '../support/live-layer'

const text = 'The bridge is safe, the office said. Nobody believes it.'
const hubs: LiveHub[] = []
const children: ChildProcess[] = []
let ann: SignedIn
let ben: SignedIn

const hub = (heartbeatMs?: number) => {
  const made = createHub({ address: process.env.DATABASE_URL ?? '', ...(heartbeatMs && { heartbeatMs }) })
  hubs.push(made)
  return made
}
const article = () => flaggedArticle(ann, { title: 'Bridge', text })

beforeAll(async () => {
  ann = await reader('Ann')
  ben = await reader('Ben')
})
afterAll(async () => {
  children.forEach((child) => child.kill('SIGKILL'))
  await Promise.all(hubs.map((each) => each.close()))
})

/** A process of its own that follows a layer; `line` waits for what it prints. */
async function otherProcess(layerId: string) {
  const child = spawn('node', ['--import', 'tsx', '--conditions=react-server', 'tests/support/live-process.ts', layerId], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  children.push(child)
  const lines: string[] = []
  const waiting = new Set<() => void>()
  createInterface({ input: child.stdout }).on('line', (line) => {
    lines.push(line)
    waiting.forEach((look) => look())
  })
  const line = (part: string) =>
    new Promise<string>((resolve) => {
      const look = () => {
        const found = lines.find((each) => each.includes(part))
        if (found !== undefined) resolve(found)
      }
      waiting.add(look)
      look()
    })
  await line('open')
  return { child, lines, line }
}

describe('several processes', () => {
  test('an annotation made through one appears through the other', async () => {
    const on = await article()
    const other = await otherProcess(on.layerId)
    const id = await flag(ann, on)
    expect(JSON.parse(await other.line(id))).toMatchObject(['annotation.created', { id, version: 1, reader: { author: { name: 'Ann' } } }])
  })

  test('count the readers together, a person once, and forget a process that was killed', async () => {
    const on = await article()
    const [one, two] = [hub(), hub(200)]
    const her = await follower(ann)
    const first = await follow(one, on.layerId, her)
    await first.readers(1)
    const second = await follow(two, on.layerId, her)
    await second.readers(1)
    const third = await follow(two, on.layerId, await follower(ben))
    await Promise.all([first, second, third].map((live) => live.readers(2)))
    const other = await otherProcess(on.layerId)
    await Promise.all([first, second, third].map((live) => live.readers(3)))
    await third.leave()
    await Promise.all([first, second].map((live) => live.readers(2)))
    other.child.kill('SIGKILL')
    // The minute is not waited for: what the process last said is made old.
    await db.$executeRaw`update "LayerReaders" set "seenAt" = now() - interval '46 seconds' where cardinality(readers) = 1`
    await second.readers(1)
    await Promise.all([first.leave(), second.leave()])
    await expect.poll(() => db.layerReaders.count({ where: { layerId: on.layerId, seenAt: { gt: new Date(Date.now() - 40_000) } } })).toBe(0)
  })
})

describe('a lost ear', () => {
  const backends = () => db.$queryRaw<{ pid: number }[]>`
    select pid from pg_stat_activity where datname = current_database() and application_name = 'gloss-live'`

  test('is regained, and what happened meanwhile is told', async () => {
    const on = await article()
    const only = hub()
    const live = await follow(only, on.layerId)
    const heard: string[] = []
    for (let round = 0; round < 3; round += 1) {
      const before = await backends()
      await db.$queryRaw`
        select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and application_name = 'gloss-live'`
      heard.push(await flag(ann, on))
      await live.annotation(heard.at(-1) ?? '')
      await expect.poll(async () => (await backends()).filter(({ pid }) => !before.some((old) => old.pid === pid)).length).toBeGreaterThan(0)
      heard.push(await flag(ann, on))
      await live.annotation(heard.at(-1) ?? '')
    }
    expect(live.told()).toEqual(heard.map((id) => `annotation.created ${id} 1`))
    await live.leave()
  })
})

describe('many readers', () => {
  test('one event reaches two hundred streams', async () => {
    const on = await article()
    const only = createHub({ address: process.env.DATABASE_URL ?? '', limits: { person: 500, address: 500, client: 500, process: 500 } })
    hubs.push(only)
    const people = [await follower(ann), await follower(ben)]
    const all = await Promise.all(Array.from({ length: 200 }, (_, at) => follow(only, on.layerId, people[at % 2])))
    const times: number[] = []
    for (let round = 0; round < 12; round += 1) {
      const id = await flag(ann, on)
      const since = performance.now()
      await Promise.all(all.map((live) => live.annotation(id)))
      times.push(performance.now() - since)
    }
    const median = times.sort((a, b) => a - b)[6] ?? Infinity
    console.log(`One event to 200 streams, parsed, after the write was answered: median ${median.toFixed(1)} ms, worst ${times.at(-1)?.toFixed(1)} ms`)
    expect(median).toBeLessThan(1000)
    for (const live of all) expect(new Set(live.told()).size).toBe(12)
    await Promise.all(all.map((live) => live.leave()))
  })
})
