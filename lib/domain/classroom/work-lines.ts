import { dimensions, type Dimension } from '../codebook/codebook'
import type { WorkResult } from './work-result'
import type { Verdict } from './key-score'

type Placed = { id: string; start: number; end: number }

/** One place of a student's work: their passage, the key's, or both where they met, with what was judged in each dimension. */
export type WorkLine<T extends Placed> = { student: T | null; key: T | null; start: number; end: number; verdicts: { dimension: Dimension; verdict: Verdict }[] }

/**
 * The lines of all dimensions in the order of the text, one for each pair of passages; what was judged in no dimension (a
 * passage without labels, or on the article as a whole) is in none. Without a result each passage is a line of its own.
 */
export function linesOf<T extends Placed>(result: WorkResult | null, annotations: readonly T[], key: readonly T[]): WorkLine<T>[] {
  if (!result) return annotations.filter(({ start, end }) => start < end).map((student) => ({ student, key: null, start: student.start, end: student.end, verdicts: [] }))
  const [own, wanted] = [new Map(annotations.map((each) => [each.id, each])), new Map(key.map((each) => [each.id, each]))]
  const lines = new Map<string, WorkLine<T>>()
  for (const dimension of dimensions) {
    for (const judged of result[dimension].judged) {
      const name = `${judged.student} ${judged.key}`
      const student = (judged.student !== null && own.get(judged.student)) || null
      const inKey = (judged.key !== null && wanted.get(judged.key)) || null
      const at = student ?? inKey
      if (!at) continue
      const line = lines.get(name) ?? { student, key: inKey, start: at.start, end: at.end, verdicts: [] }
      line.verdicts.push({ dimension, verdict: judged.verdict })
      lines.set(name, line)
    }
  }
  return [...lines.values()].sort((a, b) => a.start - b.start || b.end - a.end)
}
