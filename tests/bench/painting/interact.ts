import type { Page } from '@playwright/test'
import type { Flag } from '../scatter'

/** Milliseconds from a click on each of these flags, which nothing overlaps, to the end of the frame with its card open. */
export async function clicks(page: Page, flags: readonly Flag[]): Promise<number[]> {
  const times: number[] = []
  await page.evaluate(() => scrollTo(0, 0))
  for (const { id, block, from } of flags) {
    const place = await page.evaluate(
      ([at, offset]) => {
        const range = document.createRange()
        const node = document.querySelectorAll('.article-text [data-block]')[at]!.firstChild!
        range.setStart(node, offset + 2)
        range.setEnd(node, offset + 3)
        const { left, top, width, height } = range.getBoundingClientRect()
        return { x: left + width / 2, y: top + height / 2 }
      },
      [block, from] as const,
    )
    if (place.y > 850) continue
    await page.evaluate(
      (card) =>
        window.bench.time('click', () => {
          const top = document.getElementById(`card-${card}`)?.closest('[data-chosen]')?.getBoundingClientRect().top
          return top !== undefined && top >= 0 && top < innerHeight
        }),
      id,
    )
    await page.mouse.click(place.x, place.y)
    times.push(await page.evaluate(() => window.bench.timed))
    await page.waitForTimeout(120)
  }
  return times
}

/** Milliseconds from the key that flags a selected word to the end of the frame with its mark. */
export async function keyFlags(page: Page, count: number): Promise<number[]> {
  const times: number[] = []
  await page.keyboard.press('Escape')
  await page.evaluate(() => scrollTo(0, 0))
  await page.focus('.article-text')
  // Off the flags that stand alone every so many characters.
  for (let word = 0; word < 5; word += 1) await page.keyboard.press('ArrowRight')
  for (let round = 0; round < count; round += 1) {
    await page.keyboard.press('ArrowRight')
    await page.keyboard.press('Enter')
    await page.waitForSelector('.reader-palette')
    await page.waitForTimeout(150)
    await page.evaluate(() => {
      const ranges = [...(CSS.highlights.get('gloss-wavy-1') ?? [])]
      window.bench.time('keydown', () => {
        const now = CSS.highlights.get('gloss-wavy-1')
        return now !== undefined && (now.size !== ranges.length || ranges.some((range) => !now.has(range)))
      })
    })
    await page.keyboard.press('a')
    times.push(await page.evaluate(() => window.bench.timed))
    await page.keyboard.press('Escape')
    await page.waitForTimeout(120)
    for (let word = 0; word < 2; word += 1) await page.keyboard.press('ArrowRight')
  }
  return times
}
