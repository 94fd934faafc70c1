import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { blockAround, blocksOf } from './blocks'

const pieces = [
  '記者', '說，', '完了。', '」', '\n', ' ', 'Dr. ', 'Done. ', 'word', '👨\u200d👩\u200d👧', 'e\u0301', '…', '；', 'क्ष', '\r\n',
]
const graphemes = new Intl.Segmenter()
const article = fc
  .array(fc.tuple(fc.constantFrom(...pieces), fc.integer({ min: 1, max: 600 })), { maxLength: 8 })
  .map((parts) => parts.map(([piece, times]) => piece.repeat(times)).join(''))

describe('blocks', () => {
  it('tile the text, and every index of a block finds that block', () => {
    fc.assert(
      fc.property(article, fc.infiniteStream(fc.nat()), (text, random) => {
        const blocks = [...blocksOf(text)]
        expect(blocks.map((b) => text.slice(b.start, b.end)).join('')).toBe(text)
        for (const block of blocks) {
          const inside = block.start + (random.next().value! % (block.end - block.start))
          for (const index of [block.start, inside, block.end - 1]) expect(blockAround(text, index)).toEqual(block)
          expect(block.end - block.start).toBeLessThanOrEqual(2 * 1_024)
        }
        expect(blockAround(text, text.length)).toEqual(blocks.at(-1) ?? { start: 0, end: 0 })
      }),
      { numRuns: 60 },
    )
  })

  it('never begin inside a character', () => {
    fc.assert(
      fc.property(article, (text) => {
        for (const { start } of blocksOf(text)) {
          const from = Math.max(0, start - 400)
          const near = text.slice(from, start + 40)
          const at = start - from
          expect(graphemes.segment(near).containing(at)?.index).toBe(at)
        }
      }),
      { numRuns: 60 },
    )
  })

  it('end with the paragraph, newline included', () => {
    expect([...blocksOf('a\n\nb')]).toEqual([{ start: 0, end: 2 }, { start: 2, end: 3 }, { start: 3, end: 4 }])
    expect([...blocksOf('')]).toEqual([])
  })

  it('cut a long paragraph behind a sentence', () => {
    for (const block of blocksOf('這一句沒有什麼特別。'.repeat(1_000))) expect((block.end - block.start) % 10).toBe(0)
  })
})
