import { resolve } from 'node:path'
import type { Browser, BrowserContext, CDPSession, Page } from '@playwright/test'
import type { Flag } from '../scatter'

export type Load = { painted: number; text: number; ranges: number; bytes: number; tasks: number }
export type Frames = { worst: number; long: number; count: number; bare: number }
export type Cookie = Parameters<BrowserContext['addCookies']>[0][number]

export type Measured = { page: Page; load: Load; wire: CDPSession; close: () => Promise<void> }

/**
 * Opens a page in a browser context of its own, nothing cached, and waits until its highlights have stood still for a
 * while. Times in ms from the first byte of the answer: `text` until the first words showed, `painted` until the end of
 * the frame that drew the last highlight. `bytes` is what came over the wire for all of it, compressed.
 */
export async function open(browser: Browser, address: string, expectRanges: boolean, cookie: Cookie | null): Promise<Measured> {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: 'en-US' })
  if (cookie) await context.addCookies([cookie])
  await context.addInitScript({ path: resolve(import.meta.dirname, 'observe.js') })
  const page = await context.newPage()
  const wire = await context.newCDPSession(page)
  let bytes = 0
  await wire.send('Network.enable')
  wire.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength))
  await page.goto(address, { waitUntil: 'load', timeout: 90_000 })
  await page.waitForFunction(
    (wanted) => performance.now() - window.bench.paintedAt > 1500 && (window.bench.ranges > 0 || (!wanted && performance.now() > 3000)),
    expectRanges,
    { timeout: 90_000, polling: 250 },
  )
  const times = await page.evaluate(() => {
    const [from] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const [first] = performance.getEntriesByName('first-contentful-paint')
    return {
      painted: window.bench.paintedAt - from!.responseStart,
      text: (first?.startTime ?? NaN) - from!.responseStart,
      ranges: window.bench.ranges,
      tasks: window.bench.longTasks,
    }
  })
  return { page, load: { ...times, bytes }, wire, close: () => context.close() }
}

/** Frames while a wheel turns over the text for two seconds, and how many flags are in sight then without their mark. */
export async function scrolled({ page }: Pick<Measured, 'page'>, flags: readonly Flag[]): Promise<Frames> {
  await page.mouse.move(560, 450)
  await page.evaluate(() => void (window.bench.frames = []))
  for (let turn = 0; turn < 60; turn += 1) {
    await page.mouse.wheel(0, 240)
    await page.waitForTimeout(30)
  }
  const frames = await page.evaluate(() => window.bench.frames ?? [])
  await page.evaluate(() => void (window.bench.frames = null))
  return { worst: Math.max(...frames), long: frames.filter((frame) => frame > 50).length, count: frames.length, bare: await bareIn(page, flags) }
}

/** How many of these flags the window shows without any mark over their first letter. */
function bareIn(page: Page, flags: readonly Flag[]): Promise<number> {
  return page.evaluate(
    (places) => {
      const covered = new Map<Node, [number, number][]>()
      for (const highlight of CSS.highlights.values()) {
        for (const { startContainer, startOffset, endContainer, endOffset } of highlight) {
          // A range that goes on in another node covers the rest of its first and the beginning of its last.
          const same = startContainer === endContainer
          covered.set(startContainer, [...(covered.get(startContainer) ?? []), [startOffset, same ? endOffset : Infinity]])
          if (!same) covered.set(endContainer, [...(covered.get(endContainer) ?? []), [0, endOffset]])
        }
      }
      const blocks = document.querySelectorAll('.article-text [data-block]')
      return places.filter(([block, from]) => {
        const node = blocks[block]!.firstChild!
        const letter = document.createRange()
        letter.setStart(node, from)
        letter.setEnd(node, from + 1)
        const { top, bottom } = letter.getBoundingClientRect()
        return bottom > 0 && top < innerHeight && !covered.get(node)?.some(([a, b]) => a <= from && from < b)
      }).length
    },
    flags.map(({ block, from }) => [block, from] as const),
  )
}

/** Bytes that the page's scripts hold, after collecting what they do not. */
export async function heap({ wire }: Measured): Promise<number> {
  await wire.send('HeapProfiler.enable')
  await wire.send('HeapProfiler.collectGarbage')
  await wire.send('Performance.enable')
  const { metrics } = await wire.send('Performance.getMetrics')
  return metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? NaN
}
