import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { disconnect, pool } from '@/lib/server/db'
import { chance } from '../anchoring/random'
import { sourceText } from '../anchoring/source-text'
import { bulkArticle, bulkReaders } from '../bulk-article'
import { report, type Table } from '../report'
import { scatter } from '../scatter'
import { creatingDoors, readingDoors, type Layer } from './doors'
import { load, type Rate } from './load'

/**
 * Requests per second for layers of 200 annotations, through our code behind a bare server and through the site's own
 * doors, beside a bare server with the same driver, rows and kind of statements; with few and with ten times as many
 * rows in the database. `npm run bench -- server [--articles=50] [--connections=1,16,64]`; the site's address comes by
 * BENCH_URL, its database by DATABASE_URL.
 */
const options = Object.fromEntries(process.argv.slice(2).map((one) => one.replace(/^--/, '').split('=')))
const first = Number(options.articles ?? 50)
const connections: number[] = (options.connections ?? '1,16,64').split(',').map(Number)
const perLayer = 200
const site = process.env.BENCH_URL ?? ''
const random = chance(5)
const lines = sourceText('en', 200_000).text.split('\n').filter((line) => line.length > 80)

const tables: Table[] = []
const layers: Layer[] = []
for (const articles of [first, first * 10]) {
  await fill(articles)
  tables.push(...(await measure(articles)))
}
await disconnect()
report('server', tables)

/** As many articles of some paragraphs with `perLayer` annotations each, and four times as many readers. */
async function fill(articles: number): Promise<void> {
  const readers = await bulkReaders((articles - layers.length) * 4)
  while (layers.length < articles) {
    const blocks = Array.from({ length: 8 }, () => random.pick(lines))
    const flags = scatter(blocks, perLayer, readers.length, random)
    const { slug, layerId, revisionId } = await bulkArticle(`Bench ${layers.length}`, blocks, readers, flags)
    layers.push({ slug, layerId, revisionId, authorId: random.pick(readers), quote: blocks[0]!.slice(0, 20), number: layers.length })
  }
  await pool.query('analyze')
}

async function measure(articles: number): Promise<Table[]> {
  const bench = await serveBench()
  // Every request asks for another layer; what is created goes to five that nobody reads here.
  const [read, written] = [layers.slice(0, first - 5), layers.slice(first - 5, first)]
  const doors = { ...readingDoors(bench.address, site, read), ...(await creatingDoors(bench.address, site, written)) }
  const rates = new Map<string, Rate[]>(Object.keys(doors).map((name) => [name, []]))
  for (const count of connections) {
    const reading = Object.entries(doors).filter(([, { method }]) => method === 'GET')
    const creating = Object.entries(doors).filter(([, { method }]) => method === 'POST')
    for (const group of [reading, creating]) {
      const found = await load(group.map(([, target]) => target), count)
      group.forEach(([name], at) => rates.get(name)!.push(found[at]!))
    }
    console.log(`${articles} articles, ${count} connections done`)
  }
  bench.stop()
  const share = (name: string, at: number) => {
    const bare = rates.get(doors[name]?.method === 'POST' ? 'bare server, creating' : 'bare server, reading')![at]!
    return `${((100 * rates.get(name)![at]!.perSecond) / bare.perSecond).toFixed(0)} %`
  }
  const heading = `${articles} articles, ${articles * perLayer} annotations, ${articles * 4} readers in the database`
  return [
    {
      heading: `${heading}: requests a second`,
      columns: ['', ...connections.map((count) => `${count} connections`), 'median / 99 % at the most, ms', 'bytes'],
      rows: [...rates].map(([name, found]) => {
        const last = found.at(-1)!
        return [name, ...found.map(({ perSecond }) => perSecond.toFixed(0)), `${last.median.toFixed(1)} / ${last.slowest.toFixed(1)}`, last.bytes.toFixed(0)]
      }),
    },
    {
      heading: `${heading}: as a share of the bare server`,
      columns: ['', ...connections.map((count) => `${count} connections`)],
      rows: Object.keys(doors).map((name) => [name, ...connections.map((_, at) => share(name, at))]),
    },
  ]
}

/** The bare server with its doors, as a process of its own. */
async function serveBench() {
  const known = layers.slice(0, first).map(({ layerId, revisionId, authorId, quote }) => ({ layerId, revisionId, authorId, quote }))
  const args = ['--import', 'tsx', '--conditions=react-server', 'tests/bench/server/serve.ts', JSON.stringify(known)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { address: `http://127.0.0.1:${Number(port)}`, stop: () => child.kill() }
}
