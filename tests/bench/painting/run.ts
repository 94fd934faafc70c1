import { chromium, type Browser } from '@playwright/test'
import { systemViewer } from '@/lib/domain/viewer'
import { disconnect } from '@/lib/server/db'
import { sealSession, sessionCookie } from '@/lib/server/session-token'
import { openSession } from '@/lib/server/sessions'
import { createAccount } from '@/lib/server/users'
import { findBrowser } from '../../../scripts/steps/browser.mjs'
import { browserArguments } from '../../support/browser'
import { chance } from '../anchoring/random'
import { sourceText } from '../anchoring/source-text'
import { bulkArticle, bulkReaders } from '../bulk-article'
import { median, report } from '../report'
import { clearing, scatter, type Flag } from '../scatter'
import { serveFloor } from './floor-server'
import { clicks, keyFlags } from './interact'
import { heap, open, scrolled, type Cookie, type Frames, type Load, type Measured } from './measure'

/**
 * How long a heavily flagged article takes to stand painted in a real browser, beside the least that could be done.
 * `npm run bench -- painting [--counts=1000,10000,50000] [--rounds=3] [--size=200000]`; the site's address comes by
 * BENCH_URL, its database by DATABASE_URL.
 */
const options = Object.fromEntries(process.argv.slice(2).map((one) => one.replace(/^--/, '').split('=')))
const counts: number[] = (options.counts ?? '1000,10000,50000').split(',').map(Number)
const rounds = Number(options.rounds ?? 3)
const size = Number(options.size ?? 200_000)
const site = process.env.BENCH_URL ?? ''

const blocks = mixedBlocks()
const readers = await bulkReaders(40)
const cookie = await signedIn()
const random = chance(11)
const pages = []
for (const count of [0, ...counts]) {
  const flags = scatter(blocks, count, readers.length, random)
  pages.push({ count, flags, article: await bulkArticle(`Bench ${count}`, blocks, readers, flags) })
}
const floor = await serveFloor(pages.map(({ flags }) => ({ blocks, flags })), await stylesOf(`${site}/articles/${pages[0]!.article.slug}`))
const browser = await chromium.launch({ executablePath: findBrowser(), args: browserArguments })

const results: { count: number; ours: Measurement; least: Measurement }[] = []
for (const [at, { count, flags, article }] of pages.entries()) {
  const ours = await measure(browser, `${site}/articles/${article.slug}`, count, flags, cookie)
  const least = await measure(browser, `${floor.address}/${at}`, count, flags, null)
  results.push({ count, ours, least })
  console.log(`${count} annotations: painted ${ours.painted.toFixed(0)} ms, floor ${least.painted.toFixed(0)} ms`)
}
await browser.close()
floor.close()
await disconnect()
tell()

type Measurement = Load & { heap: number; clicked: number[]; flagged: number[]; frames: Frames }

/** Medians of some loads, and of what was done on the last of them. The floor knows no reader and only scrolls. */
async function measure(on: Browser, address: string, count: number, flags: readonly Flag[], reader: Cookie | null): Promise<Measurement> {
  const loads: Load[] = []
  let last: Measured | undefined
  for (let round = 0; round < (count === 0 ? 1 : rounds); round += 1) {
    await last?.close()
    last = await open(on, address, count > 0, reader)
    loads.push(last.load)
  }
  if (!last) throw new Error('Nothing was loaded.')
  const bytes = await heap(last)
  const alone = flags.filter(({ start }) => start < clearing.end).slice(0, 12)
  const clicked = reader ? await clicks(last.page, alone) : []
  const flagged = reader && count > 0 ? await keyFlags(last.page, 8) : []
  const frames = await scrolled(last, flags)
  await last.close()
  const middle = (name: keyof Load) => median(loads.map((load) => load[name]))
  return {
    painted: middle('painted'), text: middle('text'), ranges: middle('ranges'), bytes: middle('bytes'), tasks: middle('tasks'),
    heap: bytes, clicked, flagged, frames,
  }
}

function tell(): void {
  const [none, ...some] = results
  const ms = (value: number) => (Number.isFinite(value) ? value.toFixed(0) : '-')
  const worst = (times: number[]) => (times.length > 0 ? `${ms(median(times))} / ${ms(Math.max(...times))}` : '-')
  const mega = (bytes: number) => (bytes / 1e6).toFixed(1)
  const frames = ({ long, worst: longest, count }: Frames) => `${long} of ${count}, ${ms(longest)}`
  const bare = some.reduce((sum, { ours }) => sum + ours.frames.bare, 0)
  report('painting', [
    {
      heading: `An article of ${[...blocks.join('\n')].length} characters: from the first byte until every highlight is painted`,
      columns: ['annotations', 'painted, ms', 'floor, ms', 'times the floor', 'text shows, ms', 'floor, ms', 'ranges drawn', 'floor', 'long tasks, ms'],
      rows: some.map(({ count, ours, least }) => [
        count, ms(ours.painted), ms(least.painted), (ours.painted / least.painted).toFixed(2), ms(ours.text), ms(least.text),
        ours.ranges, least.ranges, ms(ours.tasks),
      ]),
      notes: [`Medians of ${rounds} loads in fresh contexts, signed in, nothing cached. The floor draws one range an annotation and mark; we draw one for each stretch of equal depth, near the window, and the others before they come into it.`],
    },
    {
      heading: 'At work on it',
      columns: ['annotations', 'click to card, median / worst ms', 'key to mark, median / worst ms', 'frames over 50 ms while scrolling, longest ms', 'floor', 'heap, MB', 'floor, MB'],
      rows: some.map(({ count, ours, least }) => [
        count, worst(ours.clicked), worst(ours.flagged), frames(ours.frames), frames(least.frames), mega(ours.heap), mega(least.heap),
      ]),
      notes: [`Flags that stood in the window without a mark after scrolling: ${bare}.`],
    },
    {
      heading: 'On the wire, compressed, the same page without annotations taken off',
      columns: ['annotations', 'bytes an annotation', 'floor', 'all of the page, kB'],
      rows: some.map(({ count, ours, least }) => [
        count, ((ours.bytes - none!.ours.bytes) / count).toFixed(1), ((least.bytes - none!.least.bytes) / count).toFixed(1), ms(ours.bytes / 1000),
      ]),
    },
  ])
}

/** English and Chinese paragraphs by turns, without empty lines. */
function mixedBlocks(): string[] {
  const half = (language: 'en' | 'zh') => sourceText(language, size / 2).text.split('\n').filter((line) => line.trim() !== '')
  const [english, chinese] = [half('en'), half('zh')]
  return Array.from({ length: Math.max(english.length, chinese.length) }, (_, at) => [english[at], chinese[at]]).flat().filter((line) => line !== undefined)
}

/** A cookie of somebody who has just been made a member. */
async function signedIn() {
  const made = await createAccount(systemViewer, { name: 'Bench Reader', email: `bench-${Date.now()}@example.org`, password: `pass-${Date.now()}`, role: 'member' })
  if (!made.ok) throw new Error(JSON.stringify(made.problems))
  const value = await sealSession(await openSession(made.value.id, 'a bench'))
  return { name: sessionCookie().name, value, url: site, httpOnly: true, sameSite: 'Lax' as const }
}

/** All style sheets of a page in one: the floor looks as the page does. */
async function stylesOf(address: string): Promise<string> {
  const html = await (await fetch(address)).text()
  const links = [...html.matchAll(/<link[^>]+rel="stylesheet"[^>]*>/g)].flatMap(([tag]) => /href="([^"]+)"/.exec(tag)?.[1] ?? [])
  return (await Promise.all(links.map(async (link) => (await fetch(new URL(link, site))).text()))).join('\n')
}
