import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { disconnect, pool } from '@/lib/server/db'
import { chance } from '../anchoring/random'
import { sourceText } from '../anchoring/source-text'
import { bulkArticle, bulkReaders } from '../bulk-article'
import { report, type Table } from '../report'
import { scatter } from '../scatter'
import type { Known } from './bare'
import { load, type Rate, type Target } from './load'

/**
 * Requests per second for layers of 200 annotations, through our code and beside a bare server, with few and with ten
 * times as many rows in the database. `npm run bench -- server [--articles=50] [--connections=1,16,64]`; the site's
 * address comes by BENCH_URL, its database by DATABASE_URL.
 */
const options = Object.fromEntries(process.argv.slice(2).map((one) => one.replace(/^--/, '').split('=')))
const first = Number(options.articles ?? 50)
const connections: number[] = (options.connections ?? '1,16,64').split(',').map(Number)
const perLayer = 200
const site = process.env.BENCH_URL ?? ''
const random = chance(5)
const lines = sourceText('en', 200_000).text.split('\n').filter((line) => line.length > 80)

const tables: Table[] = []
const layers: (Known & { slug: string })[] = []
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
    layers.push({ slug, layerId, revisionId, authorId: random.pick(readers), quote: blocks[0]!.slice(0, 20) })
  }
  await pool.query('analyze')
}

async function measure(articles: number): Promise<Table[]> {
  const bench = await serveBench()
  // Every request asks for another layer of the first ones but five; what is created goes to those five.
  const layer = (at: number) => at % (first - 5)
  const get = (address: string, path: (at: number) => string): Target => ({ address, method: 'GET', path: (at) => path(layer(at)) })
  const post = (name: string): Target => ({ address: bench.address, method: 'POST', path: (at) => `/${name}/${first - 1 - (at % 5)}` })
  const doors: Record<string, Target> = {
    'bare server, reading': get(bench.address, (at) => `/bare/${at}`),
    'our code, reading': get(bench.address, (at) => `/ours/${at}`),
    'the site: summary of the layer as JSON': get(site, (at) => `/api/v1/layers/${layers[at]!.layerId}/summary`),
    'the site: the reader page': get(site, (at) => `/articles/${layers[at]!.slug}`),
    'the site: health, which asks nothing': get(site, () => '/api/health/live'),
    'bare server, creating': post('bare'),
    'our code, creating': post('ours'),
  }
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
  const share = (ours: string, bare: string, at: number) => `${((100 * rates.get(ours)![at]!.perSecond) / rates.get(bare)![at]!.perSecond).toFixed(0)} %`
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
      heading: `${heading}: our code as a share of the bare server`,
      columns: ['', ...connections.map((count) => `${count} connections`)],
      rows: ['reading', 'creating'].map((work) => [work, ...connections.map((_, at) => share(`our code, ${work}`, `bare server, ${work}`, at))]),
    },
  ]
}

/** The server with both doors, as a process of its own. */
async function serveBench() {
  const known = layers.slice(0, first).map(({ layerId, revisionId, authorId, quote }) => ({ layerId, revisionId, authorId, quote }))
  const args = ['--import', 'tsx', '--conditions=react-server', 'tests/bench/server/serve.ts', JSON.stringify(known)]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] })
  process.once('exit', () => child.kill())
  const [port] = (await once(child.stdout, 'data')) as [Buffer]
  return { address: `http://127.0.0.1:${Number(port)}`, stop: () => child.kill() }
}
