import fc from 'fast-check'
import { describe as group, expect, test } from 'vitest'
import { commonRuns } from './diff'
import { risingChain } from './rising-chain'

const ids = (most: number, length: number) =>
  fc.array(fc.nat({ max: most }), { maxLength: length }).map((all) => Int32Array.from(all))

/** Length of a longest common subsequence, by the plain table. */
function longest(a: Int32Array, b: Int32Array): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const one of a) {
    const next = [0]
    b.forEach((other, j) => next.push(one === other ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!)))
    row = next
  }
  return row[b.length]!
}

group('common runs', () => {
  test('are runs of equal tokens in the order of both sides, and the most there are', () => {
    fc.assert(
      fc.property(ids(4, 60), ids(4, 60), (a, b) => {
        const runs = commonRuns(a, b)
        let [aAt, bAt] = [0, 0]
        for (const run of runs) {
          expect(run.a).toBeGreaterThanOrEqual(aAt)
          expect(run.b).toBeGreaterThanOrEqual(bAt)
          expect(a.subarray(run.a, run.a + run.length)).toEqual(b.subarray(run.b, run.b + run.length))
          aAt = run.a + run.length
          bAt = run.b + run.length
        }
        expect(runs.reduce((sum, { length }) => sum + length, 0)).toBe(longest(a, b))
      }),
    )
  })
  test('keep their order in texts too long for Myers, edited or not alike at all', () => {
    fc.assert(
      fc.property(fc.integer(), fc.constantFrom(50, 3000), fc.constantFrom(0, 0.1, 1), (seed, kinds, edits) => {
        let state = seed
        const below = (n: number) => ((state = (Math.imul(state, 1103515245) + 12345) >>> 0) >>> 8) % n
        const a = Int32Array.from({ length: 3000 }, () => below(kinds))
        const b = Int32Array.from(
          [...a].flatMap((id) => (below(1000) < 1000 * edits ? (below(2) ? [] : [below(kinds)]) : [id])),
        )
        const runs = commonRuns(a, b)
        runs.slice(1).forEach((run, i) => {
          expect(run.a).toBeGreaterThanOrEqual(runs[i]!.a + runs[i]!.length)
          expect(run.b).toBeGreaterThanOrEqual(runs[i]!.b + runs[i]!.length)
        })
        for (const run of runs)
          expect(a.subarray(run.a, run.a + run.length)).toEqual(b.subarray(run.b, run.b + run.length))
        const kept = runs.reduce((sum, { length }) => sum + length, 0)
        if (edits === 0) expect(kept).toBe(a.length)
        if (edits === 0.1) expect(kept).toBeGreaterThan(0.8 * a.length)
      }),
      { numRuns: 20 },
    )
  })
})

group('the rising chain', () => {
  test('is the heaviest there is', () => {
    const links = fc
      .uniqueArray(fc.nat({ max: 30 }), { maxLength: 10 })
      .chain((to) =>
        fc.record({
          to: fc.constant(to),
          weight: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: to.length, maxLength: to.length }),
        }),
      )
    fc.assert(
      fc.property(links, ({ to, weight }) => {
        const best = to.map(() => 0)
        to.forEach((place, i) => {
          best[i] = weight[i]! + Math.max(0, ...to.slice(0, i).map((other, k) => (other < place ? best[k]! : 0)))
        })
        const stayed = risingChain(to, weight, 31)
        const chain = to.filter((_, i) => stayed[i])
        expect(chain).toEqual(chain.toSorted((x, y) => x - y))
        expect(weight.filter((_, i) => stayed[i]).reduce((sum, one) => sum + one, 0)).toBe(Math.max(0, ...best))
      }),
    )
  })
  test('moves the one paragraph that changed places, not the two that did not', () => {
    expect(risingChain([2, 0, 1], [5, 5, 5], 3)).toEqual([false, true, true])
  })
})
