import type { Alignment } from './alignment'
import { shingles } from './shingles'
import type { Tokens } from './tokens'

/** An old and a new line (paragraph) with words in common; `score` 0..1, 1 for the same. */
export type Candidate = { old: number; next: number; score: number }

/**
 * Lines that may be successors of each other, among those given. Lines are compared by the pairs of neighbouring words or
 * characters they contain; a rare pair counts more than a common one (-log2 of its share of all pairs, as in tf-idf), so
 * two paragraphs with the same phrases of everyday do not look alike. The score is Dice's coefficient of the weighted sets:
 * 10 % of words replaced at random leave about 0.8, two unrelated paragraphs have about 0.03.
 *
 * Pairs that occur in more than 48 new lines are left out, which keeps the cost near linear. For each old line at most the
 * six best are answered.
 */
export function alikeLines({ old, next }: Alignment, oldLines: readonly number[], newLines: readonly number[]): Candidate[] {
  const total = old.count + next.count
  const numbers = shingles(2, total)
  const [a, b] = [old, next].map(({ id }) => id.map((_, at) => numbers.add(id, at)))
  const lists = postings(next, b!, newLines, numbers.size())
  const weights = weightsOf([a!, b!], lists.start, total)
  const newTotals = new Float64Array(next.line.length)
  weights.forEach((weight, key) => {
    for (let p = lists.start[key]!; p < lists.start[key + 1]!; p += 1) newTotals[lists.lines[p]!]! += weight
  })

  const common = new Float64Array(next.line.length)
  const seen = new Int32Array(weights.length).fill(-1)
  return oldLines.flatMap((line) => {
    const touched: number[] = []
    let sum = 0
    for (let i = old.line[line]!; i + 1 < old.line[line + 1]!; i += 1) {
      const key = a![i]!
      const weight = weights[key]!
      if (weight === 0 || seen[key] === line) continue
      seen[key] = line
      sum += weight
      for (let p = lists.start[key]!; p < lists.start[key + 1]!; p += 1) {
        const other = lists.lines[p]!
        if (common[other] === 0) touched.push(other)
        common[other]! += weight
      }
    }
    const found: Candidate[] = []
    for (const other of touched) {
      const score = (2 * common[other]!) / (sum + newTotals[other]!)
      common[other] = 0
      if (score >= leastLike) found.push({ old: line, next: other, score })
    }
    return found.sort((x, y) => y.score - x.score).slice(0, 6)
  })
}

const tooCommon = 48
const leastLike = 0.12

function weightsOf(texts: readonly Int32Array[], start: Int32Array, total: number): Float64Array {
  const counts = new Int32Array(start.length - 1)
  for (const keys of texts) for (const key of keys) if (key >= 0) counts[key]! += 1
  return Float64Array.from(counts, (count, key) =>
    start[key + 1]! - start[key]! > tooCommon ? 0 : Math.log2(total / count) + 1,
  )
}

/** For each pair the new lines that contain it, each once: those of pair k are `lines[start[k]]` up to `start[k + 1]`. */
function postings(next: Tokens, keys: Int32Array, newLines: readonly number[], size: number) {
  const start = new Int32Array(size + 1)
  eachOnce((key) => {
    start[key + 1]! += 1
  })
  for (let key = 0; key < size; key += 1) start[key + 1]! += start[key]!
  const lines = new Int32Array(start[size]!)
  const filled = start.slice()
  eachOnce((key, line) => {
    lines[filled[key]!] = line
    filled[key]! += 1
  })
  return { start, lines }

  function eachOnce(visit: (key: number, line: number) => void): void {
    const seen = new Int32Array(size).fill(-1)
    for (const line of newLines) {
      for (let i = next.line[line]!; i + 1 < next.line[line + 1]!; i += 1) {
        const key = keys[i]!
        if (seen[key] !== line) visit(key, line)
        seen[key] = line
      }
    }
  }
}
