import fc from 'fast-check'
import { expect, it } from 'vitest'
import type { Flag } from './flag'
import { passageLimit, passagesOf } from './passages'

const oneFlag = fc.record({ annotator: fc.constantFrom(...'abcd'), start: fc.nat(300), length: fc.nat(280) })
const flags = fc
  .array(oneFlag, { maxLength: 25 })
  .map((all) =>
    all
      .map(({ annotator, start, length }, i): Flag => {
        const end = start + length
        const annotation = { id: `${i}`, annotator, start, end, labels: [], sourceName: null, evidence: [] }
        return { annotator, start, end, labels: ['x'], annotation }
      })
      .sort((a, b) => a.start - b.start),
  )
const cut = ({ start, end }: { start: number; end: number }) => ({ start, end: Math.min(end, start + passageLimit) })

it('gives each flag to exactly one passage, which lies where its flags lie', () => {
  fc.assert(
    fc.property(flags, (all) => {
      const passages = passagesOf(all, cut)!
      const members = passages.flatMap((p) => p.members)
      expect(members).toHaveLength(all.filter((f) => f.start < f.end).length)
      expect(new Set(members).size).toBe(members.length)
      for (const { start, end, members: own } of passages) {
        expect(own.length).toBeGreaterThan(0)
        expect(end - start).toBeLessThanOrEqual(passageLimit)
        expect(own.some((f) => f.start <= start && start < f.end)).toBe(true)
      }
      expect(passages.map((p) => p.start)).toEqual(passages.map((p) => p.start).toSorted((a, b) => a - b))
    }),
    { numRuns: 500 },
  )
})
