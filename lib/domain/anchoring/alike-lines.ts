import { spend } from '../effort'
import type { Alignment } from './alignment'
import { shingles, type Shingles } from './shingles'
import type { Tokens } from './tokens'

/** An old and a new line (paragraph) with words in common; `score` 0..1, 1 for the same. */
export type Candidate = {
  old: number
  next: number
  score: number
  /** The share of each line's free words that is common. */
  ofOld: number
  ofNext: number
}

/**
 * Lines that may be successors of each other, judged by their words that have no link yet: so what is left of a split
 * or joined paragraph is found like a whole one. Lines are compared by the pairs of neighbouring words or characters
 * they contain; a rare pair counts more than a common one (-log2 of its share of all pairs, as in tf-idf), so two
 * paragraphs with the same phrases of everyday do not look alike. The score is the geometric mean of Dice's coefficient
 * of the weighted sets and of the larger share: the larger half of a split paragraph still scores above a near-copy of
 * the whole. 10 % of words replaced at random leave about 0.8, unrelated paragraphs about 0.05.
 *
 * Pairs that occur in more than 48 new lines are left out, which keeps the cost near linear. For each old line at most
 * the six best are answered.
 */
export function alikeLines(
  alignment: Alignment,
  oldLines: readonly number[],
  newLines: readonly number[],
): Candidate[] {
  const { old, next, to, from, effort } = alignment
  if (!spend(effort, old.count + next.count)) return []
  const numbers = shingles(2, old.count + next.count)
  const a = freePairs(old, to, oldLines, numbers)
  const b = freePairs(next, from, newLines, numbers)
  const lists = postings(next, b, newLines, numbers.size())
  const weights = weightsOf([a, b], lists.start)
  const newTotals = new Float64Array(next.line.length)
  weights.forEach((weight, key) => {
    for (let p = lists.start[key]!; p < lists.start[key + 1]!; p += 1) newTotals[lists.lines[p]!]! += weight
  })

  const common = new Float64Array(next.line.length)
  const seen = new Int32Array(weights.length).fill(-1)
  return oldLines.flatMap((line) => {
    if (effort.left < 0) return []
    const touched: number[] = []
    let sum = 0
    for (let i = old.line[line]!; i + 1 < old.line[line + 1]!; i += 1) {
      const key = a[i]!
      if (key < 0 || weights[key] === 0 || seen[key] === line) continue
      seen[key] = line
      sum += weights[key]!
      spend(effort, 1 + meetingSteps * (lists.start[key + 1]! - lists.start[key]!))
      for (let p = lists.start[key]!; p < lists.start[key + 1]!; p += 1) {
        const other = lists.lines[p]!
        if (common[other] === 0) touched.push(other)
        common[other]! += weights[key]!
      }
    }
    const found: Candidate[] = []
    for (const other of touched) {
      const dice = (2 * common[other]!) / (sum + newTotals[other]!)
      const [ofOld, ofNext] = [common[other]! / sum, common[other]! / newTotals[other]!]
      common[other] = 0
      if (dice < leastLike) continue
      found.push({ old: line, next: other, score: Math.sqrt(dice * Math.max(ofOld, ofNext)), ofOld, ofNext })
    }
    return found.sort((x, y) => y.score - x.score).slice(0, 6)
  })
}

const tooCommon = 48
/** What it costs that two lines have a pair in common. */
const meetingSteps = 3
const leastLike = 0.12

/** For each token the pair that begins with it, where both are free and in one of the lines, else -1. */
function freePairs({ id, line }: Tokens, links: Int32Array, lines: readonly number[], numbers: Shingles): Int32Array {
  const pairs = new Int32Array(id.length).fill(-1)
  for (const one of lines) {
    for (let i = line[one]!; i + 1 < line[one + 1]!; i += 1) {
      if (links[i] === -1 && links[i + 1] === -1) pairs[i] = numbers.add(id, i)
    }
  }
  return pairs
}

function weightsOf(texts: readonly Int32Array[], start: Int32Array): Float64Array {
  const counts = new Int32Array(start.length - 1)
  for (const keys of texts) for (const key of keys) if (key >= 0) counts[key]! += 1
  const total = counts.reduce((sum, count) => sum + count, 0)
  return Float64Array.from(counts, (count, key) =>
    start[key + 1]! - start[key]! > tooCommon ? 0 : Math.log2(total / count) + 1,
  )
}

/**
 * For each pair the new lines that contain it, each once: those of pair k are `lines[start[k]]` up to `start[k + 1]`.
 */
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
        if (key < 0 || seen[key] === line) continue
        seen[key] = line
        visit(key, line)
      }
    }
  }
}
