import type { Alignment } from './alignment'
import { shingles, shingleTable } from './shingles'
import type { Tokens } from './tokens'

/** An old and a new line (paragraph) with words in common; `score` 0..1, 1 for the same. */
export type Candidate = { old: number; next: number; score: number }

/**
 * Lines that may be successors of each other, among those still without one. Lines are compared by the pairs of neighbouring
 * words or characters they contain; a rare pair counts more than a common one (-log2 of its share of all pairs, as in
 * tf-idf), so two paragraphs with the same phrases of everyday do not look alike. The score is Dice's coefficient of the
 * weighted sets: 10 % of words replaced at random leave about 0.8, two unrelated paragraphs have about 0.03.
 *
 * Pairs that occur in more than 48 new lines are left out, which keeps the cost near linear. For each old line at most the
 * six best are answered.
 */
export function alikeLines(alignment: Alignment, oldLines: readonly number[], newLines: readonly number[]): Candidate[] {
  const { old, next } = alignment
  const table = shingleTable(old.count + next.count)
  const a = shingles(old.id, 2, table)
  const b = shingles(next.id, 2, table)
  const lists = postings(next, b, newLines, table)
  const weights = new Float64Array(table)
  const total = old.count + next.count
  const counts = new Int32Array(table)
  for (const key of a) if (key >= 0) counts[key]! += 1
  for (const key of b) if (key >= 0) counts[key]! += 1
  for (let key = 0; key < table; key += 1) {
    if (counts[key]! > 0 && lists.size(key) <= tooCommon) weights[key] = Math.log2(total / counts[key]!) + 1
  }

  const newTotals = new Map(newLines.map((n) => [n, sumOf(next, b, n, weights)]))
  const common = new Float64Array(next.line.length)
  const seen = new Int32Array(table).fill(-1)
  return oldLines.flatMap((line) => {
    const touched: number[] = []
    let sum = 0
    for (let i = old.line[line]!; i + 1 < old.line[line + 1]!; i += 1) {
      const key = a[i]!
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
    const found = touched.map((other) => ({ old: line, next: other, score: (2 * common[other]!) / (sum + newTotals.get(other)!) }))
    for (const other of touched) common[other] = 0
    return found
      .filter(({ score }) => score >= leastLike)
      .sort((x, y) => y.score - x.score)
      .slice(0, 6)
  })
}

const tooCommon = 48
const leastLike = 0.12

/** For each shingle the new lines that contain it, each once. */
function postings(next: Tokens, keys: Int32Array, newLines: readonly number[], table: number) {
  const start = new Int32Array(table + 1)
  const eachOnce = (visit: (key: number, line: number) => void) => {
    const seen = new Int32Array(table).fill(-1)
    for (const line of newLines) {
      for (let i = next.line[line]!; i + 1 < next.line[line + 1]!; i += 1) {
        const key = keys[i]!
        if (seen[key] !== line) visit(key, line)
        seen[key] = line
      }
    }
  }
  eachOnce((key) => {
    start[key + 1]! += 1
  })
  for (let key = 0; key < table; key += 1) start[key + 1]! += start[key]!
  const lines = new Int32Array(start[table]!)
  const filled = start.slice()
  eachOnce((key, line) => {
    lines[filled[key]!] = line
    filled[key]! += 1
  })
  return { start, lines, size: (key: number) => start[key + 1]! - start[key]! }
}

function sumOf(next: Tokens, keys: Int32Array, line: number, weights: Float64Array): number {
  const own = new Set(keys.subarray(next.line[line]!, Math.max(next.line[line]!, next.line[line + 1]! - 1)))
  let sum = 0
  for (const key of own) sum += weights[key]!
  return sum
}
