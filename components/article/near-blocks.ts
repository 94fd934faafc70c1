import { firstWhere } from './first-where'
import type { TextMap } from './text-map'

/** Blocks of a text by their numbers, `last` exclusive. */
export type BlockRange = { first: number; last: number }

/** How far beyond the window blocks count as near, in heights of it: what must be, and what is taken when it moves. */
const reach = { least: 0.5, most: 1.5 }

/**
 * Says which blocks are in the window or a few of its heights away, now and whenever somebody scrolled so far that it is
 * others; all of them while the page is printed. Scrolling is heard before the frame that shows it is drawn, so that a
 * jump shows no bare text. @returns what ends it
 */
export function watchNearBlocks(map: TextMap, tell: (near: BlockRange) => void): () => void {
  let told: BlockRange | null = null
  const look = () => {
    const needed = blocksWithin(map, reach.least)
    if (told && needed.first >= told.first && needed.last <= told.last) return
    told = blocksWithin(map, reach.most)
    tell(told)
  }
  const all = () => {
    told = { first: 0, last: map.blocks.length }
    tell(told)
  }
  const again = () => {
    told = null
    look()
  }
  const listening = new AbortController()
  const { signal } = listening
  window.addEventListener('scroll', look, { passive: true, signal })
  window.addEventListener('resize', look, { signal })
  window.addEventListener('beforeprint', all, { signal })
  window.addEventListener('afterprint', again, { signal })
  const resized = new ResizeObserver(look)
  resized.observe(map.root)
  look()
  return () => {
    listening.abort()
    resized.disconnect()
  }
}

/** Blocks follow one another down the page, so a few looks find the first and the last. */
function blocksWithin({ blocks }: TextMap, heights: number): BlockRange {
  const [above, below] = [-heights * window.innerHeight, (1 + heights) * window.innerHeight]
  const boxOf = (at: number) => blocks[at]!.element.getBoundingClientRect()
  const first = firstWhere(blocks.length, (at) => boxOf(at).bottom >= above)
  return { first, last: firstWhere(blocks.length, (at) => boxOf(at).top > below) }
}
