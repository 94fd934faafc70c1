import type { Truth } from './truth'

/** Where a method put a passage, in UTF-16 units; null where it gave up. */
export type Answer = { start: number; end: number; state?: string } | null

/** Of the passages of one kind: how many were put right, nearly, on other words, or given up. */
export type Score = { all: number; right: number; near: number; wrong: number; orphaned: number; state: number }

/**
 * Right: for exact and moved the very span; for changed and remnant at least four fifths of both together in common;
 * for deleted none. Near: at a place where some of its words are. Wrong: on other words, the worst outcome.
 */
export function score(kind: Truth['kind'], truths: readonly Truth[], answers: readonly Answer[]): Score {
  const total: Score = { all: 0, right: 0, near: 0, wrong: 0, orphaned: 0, state: 0 }
  truths.forEach((truth, i) => {
    if (truth.kind !== kind) return
    const answer = answers[i] ?? null
    total.all += 1
    total[verdict(truth, answer)] += 1
    if (answer && answer.state === kind) total.state += 1
  })
  return total
}

export function verdict(truth: Truth, answer: Answer): 'right' | 'near' | 'wrong' | 'orphaned' {
  if (!answer) return truth.kind === 'deleted' ? 'right' : 'orphaned'
  if (truth.kind === 'deleted') return 'wrong'
  const shared = Math.min(truth.end, answer.end) - Math.max(truth.start, answer.start)
  const overlap = shared / (Math.max(truth.end, answer.end) - Math.min(truth.start, answer.start))
  const needed = truth.kind === 'exact' || truth.kind === 'moved' ? 1 : 0.8
  if (overlap >= needed) return 'right'
  return truth.parts.some(({ start, end }) => start < answer.end && end > answer.start) ? 'near' : 'wrong'
}
