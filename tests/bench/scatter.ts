import { randomBytes } from 'node:crypto'
import { contextLength } from '@/lib/domain/anchoring/describe'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { labelRefsOf } from '@/lib/domain/codebook/registry'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import type { Chance } from './anchoring/random'

/** A flag to be written: code points of the whole text, and where it stands in its block (UTF-16 units). */
export type Flag = {
  id: string
  reader: number
  start: number
  end: number
  quote: string
  prefix: string
  suffix: string
  labels: LabelRef[]
  block: number
  from: number
  to: number
}

/** Up to here flags stand alone, so that a click meets one of them. */
export const clearing = { end: 1200, every: 60, length: 8 }

/**
 * `count` flags by `readers` people over the blocks of a text, by chance: passages of 3 to 60 code points, one label
 * mostly, two at times. At the text's beginning a few that nothing overlaps.
 */
export function scatter(blocks: readonly string[], count: number, readers: number, random: Chance): Flag[] {
  const labels = labelRefsOf(readingCodebook)
  const text = [...blocks.join('\n')]
  const placed: { start: number; characters: string[] }[] = []
  for (const block of blocks) {
    const last = placed.at(-1)
    placed.push({ start: last ? last.start + last.characters.length + 1 : 0, characters: [...block] })
  }
  const flagAt = (block: number, into: number, length: number): Flag => {
    const { start: home, characters } = placed[block]!
    const to = Math.min(characters.length, into + length)
    const [start, end] = [home + into, home + to]
    const words = (a: number, b: number) => text.slice(Math.max(0, a), b).join('')
    const first = random.pick(labels)
    const second = random.pick(labels)
    return {
      id: uuid(),
      reader: random.below(readers),
      start,
      end,
      quote: words(start, end),
      prefix: words(start - contextLength, start),
      suffix: words(end, end + contextLength),
      labels: random.happens(0.2) && second !== first ? [first, second] : [first],
      block,
      from: characters.slice(0, into).join('').length,
      to: characters.slice(0, to).join('').length,
    }
  }
  const alone: Flag[] = []
  const dense: number[] = []
  for (const [block, { start, characters }] of placed.entries()) {
    if (start >= clearing.end) dense.push(block)
    for (let into = 10; start + into < clearing.end && into + clearing.length < characters.length; into += clearing.every) {
      alone.push(flagAt(block, into, clearing.length))
    }
  }
  const flags = alone.slice(0, count)
  while (flags.length < count) {
    const block = random.pick(dense)
    const size = placed[block]!.characters.length
    // Long blocks get as many more flags as they are longer.
    if (size < 4 || !random.happens(size / 4000)) continue
    flags.push(flagAt(block, random.below(size - 3), 3 + random.below(58)))
  }
  return flags
}

/** Ids of the kind browsers make; by chance of the system, since two layers must not share one. */
function uuid(): string {
  const hex = randomBytes(16).toString('hex')
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`
}
