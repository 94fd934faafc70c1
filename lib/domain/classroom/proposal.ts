import { z } from 'zod'
import type { Dimension } from '../codebook/codebook'
import type { SpanScore } from '../agreement/span-score'
import type { Rubric } from './assignment'
import type { Progress } from './requirement'

/** What a rubric proposes for one student: points a criterion (null: to be judged by hand), and their sum. As it is stored. */
const shape = z.object({ criteria: z.array(z.number().nullable()), points: z.number(), of: z.number() })
export type Proposal = z.infer<typeof shape>

/** A proposal as it was stored, or null where none was. @throws ZodError for anything else, which nothing stores. */
export const storedProposal = (value: unknown): Proposal | null => shape.nullable().parse(value ?? null)

/**
 * Points by criterion: its own points times F1 against the key in its dimension, or times the share of required lines that
 * are met; rounded to a tenth. A dimension in which key and student are both empty is fully right. Null where no criterion
 * can be measured: no points are something else than none of the points.
 */
export function proposalOf(rubric: Rubric, scores: Record<Dimension, SpanScore> | null, progress: readonly Progress[]): Proposal | null {
  const met = progress.length === 0 ? 1 : progress.filter((line) => line.met).length / progress.length
  const share = (measure: Rubric[number]['measure']) => {
    if (measure === 'by-hand') return null
    if (measure === 'requirement') return met
    return scores ? scores[measure].f1 : null
  }
  const criteria = rubric.map(({ points, measure }) => {
    const part = share(measure)
    return part === null ? null : tenth(points * part)
  })
  if (criteria.every((points) => points === null)) return null
  const sum = criteria.reduce<number>((all, points) => all + (points ?? 0), 0)
  return { criteria, points: tenth(sum), of: tenth(rubric.reduce((all, { points }) => all + points, 0)) }
}

/** The same points for everything; objects that were stored have lost the order of their names. */
export const sameProposal = (a: Proposal | null, b: Proposal | null): boolean =>
  a === b || (a !== null && b !== null && a.points === b.points && a.of === b.of && a.criteria.join() === b.criteria.join())

const tenth = (value: number) => Math.round(value * 10) / 10
