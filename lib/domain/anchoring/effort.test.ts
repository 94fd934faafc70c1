import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { seededRandom } from '../agreement/seeded-random'
import { compare } from '../text/compare'
import { align, isGivenUp } from './align'
import { unaligned } from './alignment'
import { carryAnchors } from './carry'

/** So many bytes of words drawn from a vocabulary, with a line break every so many words. */
function randomWords(bytes: number, vocabulary: number, perLine: number, seed: number): string {
  const random = seededRandom(seed)
  const words: string[] = []
  for (let length = 0; length < bytes; length += words.at(-1)!.length + 1) {
    words.push(`${random.below(perLine) === 0 ? '\n' : ''}w${random.below(vocabulary).toString(36)}`)
  }
  return words.join(' ')
}

const characters = (count: number, seed: number) => {
  const random = seededRandom(seed)
  return Array.from({ length: count }, () => (random.below(30) === 0 ? '\n' : String.fromCharCode(0x4e00 + random.below(2_000)))).join('')
}

const hostile: [string, string, string][] = [
  ['100 kB of random words in one line', randomWords(100_000, 1_000, 1e9, 1), randomWords(100_000, 1_000, 1e9, 2)],
  ['100 kB of few words', randomWords(100_000, 50, 1e9, 1), randomWords(100_000, 50, 1e9, 2)],
  ['400 kB of random words in lines', randomWords(400_000, 1_000, 20, 1), randomWords(400_000, 1_000, 20, 2)],
  ['400 kB of few words in short lines', randomWords(400_000, 50, 5, 1), randomWords(400_000, 50, 5, 2)],
  ['two words in turn', 'a b '.repeat(60_000), 'b a c '.repeat(40_000)],
  ['random Chinese characters', characters(100_000, 1), characters(100_000, 2)],
]

describe('texts made so that comparing them would not end', () => {
  it.each(hostile)('%s: are given up within some steps for each token', (_name, before, after) => {
    const all = unaligned(before, after)
    const { effort, to } = align(before, after)
    // The last step before it is spent may be as long as one look at both texts.
    expect(all.effort.left - effort.left).toBeLessThan(all.effort.left + 20 * (all.old.count + all.next.count))
    expect(effort.left).toBeLessThan(0)
    expect(to.every((link) => link === -1)).toBe(true)
  }, 60_000)

  it('keep their equal paragraphs, with the flags on them; the rest is orphaned, and the comparison says so', () => {
    const line = 'The harbour authority announced the closure of the eastern pier on Monday.'
    const [old, next] = [`${hostile[1]![1]}\n${line}`, `${line}\n${hostile[1]![2]}`]
    const start = old.indexOf('eastern pier')
    const [kept, lost] = carryAnchors(old, next, [{ id: 'kept', start, end: start + 12 }, { id: 'lost', start: 0, end: 40 }])
    expect(kept).toMatchObject({ quote: 'eastern pier', start: line.indexOf('eastern pier') })
    expect(kept!.state).not.toBe('orphaned')
    expect(lost).toMatchObject({ state: 'orphaned', start: 0, end: 40 })
    const { rows, linesOnly } = compare(old, next)
    expect(linesOnly).toBe(true)
    expect(rows.some(({ kind, pieces }) => ['same', 'moved-to'].includes(kind) && pieces.map(({ text }) => text).join('') === line)).toBe(true)
  })

  it('honest edits of whatever kind never come near', () => {
    const word = fc.constantFrom('the', 'port', 'authority', 'said', 'ferry', 'closed', 'on', 'Monday', 'again', 'island')
    const lines = fc.array(fc.array(word, { minLength: 1, maxLength: 30 }).map((all) => all.join(' ')), { maxLength: 20 })
    fc.assert(fc.property(lines, lines, (a, b) => {
      expect(isGivenUp(align(a.join('\n'), [...a, ...b].join('\n')))).toBe(false)
      expect(compare(a.join('\n'), b.join('\n')).linesOnly).toBe(false)
    }), { numRuns: 60 })
  })
})

it('thousands of flags over the whole text do not each cost the whole text', () => {
  const before = Array.from({ length: 2_000 }, (_, i) => `Line ${i} has words of its own, number ${i * 7}.`).join('\n')
  const after = before.replace('Line 1000 has', 'Line 1000 now has').replace('Line 5 has', 'Line 5 had')
  const anchors = Array.from({ length: 5_000 }, (_, i) => ({ id: `${i}`, start: i % 200, end: before.length - (i % 211) }))
  const carried = carryAnchors(before, after, anchors)
  expect(carried[0]).toMatchObject({ state: 'changed' })
  expect(carried.at(-1)).toMatchObject({ state: 'orphaned' })
})
