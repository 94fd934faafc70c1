import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { systemViewer } from '@/lib/domain/viewer'
import { disconnect, pool } from '@/lib/server/db'
import { makeToken } from '@/lib/server/tokens'
import { chance } from '../anchoring/random'
import { sourceText } from '../anchoring/source-text'
import { bulkArticle, bulkReaders } from '../bulk-article'
import { report, type Table } from '../report'
import { scatter } from '../scatter'
import type { Known } from './bare'
import { load, type Rate, type Target } from './load'

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
  const doors = { ...readingDoors(bench.address), ...await creatingDoors(bench.address) }
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

/** Every request asks for another layer of the first ones but five. */
function readingDoors(bench: string): Record<string, Target> {
  const layer = (at: number) => at % (first - 5)
  const get = (address: string, path: (at: number) => string): Target => ({ address, method: 'GET', path: (at) => path(layer(at)) })
  const of = (at: number) => `/api/v1/layers/${layers[at]!.layerId}`
  return {
    'bare server, reading': get(bench, (at) => `/bare/${at}`),
    'our code, reading': get(bench, (at) => `/ours/${at}`),
    'our code, reading to export': get(bench, (at) => `/exported/${at}`),
    'the site: a page of the container, JSON-LD': get(site, (at) => `${of(at)}/annotations/?page=first`),
    'the site: summary of the layer': get(site, (at) => `${of(at)}/summary`),
    'the site: the reader page': get(site, (at) => `/articles/${layers[at]!.slug}`),
    'the site: health, which asks nothing': get(site, () => '/api/health/live'),
  }
}

/** What is created goes to five layers that nobody reads here. */
async function creatingDoors(bench: string): Promise<Record<string, Target>> {
  const layer = (at: number) => first - 1 - (at % 5)
  const post = (name: string): Target => ({ address: bench, method: 'POST', path: (at) => `/${name}/${layer(at)}` })
  const headers = { authorization: `Bearer ${await writersToken()}`, 'content-type': annotationType }
  const target = (at: number) => {
    const { slug, quote } = layers[layer(at)]!
    return { source: `${site}/articles/${slug}`, selector: { type: 'TextPositionSelector', start: 0, end: [...quote].length } }
  }
  const label = { type: 'TextualBody', purpose: 'tagging', value: 'framing:loaded-language' }
  const body = (at: number) => JSON.stringify({ '@context': 'http://www.w3.org/ns/anno.jsonld', type: 'Annotation', body: label, target: target(at) })
  return {
    'bare server, creating': post('bare'),
    'our code, creating': post('ours'),
    'the site: into the container, JSON-LD': {
      address: site, method: 'POST', path: (at) => `/api/v1/layers/${layers[layer(at)]!.layerId}/annotations/`, headers, body,
    },
  }
}

const annotationType = 'application/ld+json; profile="http://www.w3.org/ns/anno.jsonld"'

async function writersToken(): Promise<string> {
  const made = await makeToken(systemViewer, layers[0]!.authorId, { name: 'Bench', scope: 'write', days: null })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  return made.value.token
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
