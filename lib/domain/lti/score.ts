import { z } from 'zod'

/**
 * What a platform is told of somebody's work (Assignment and Grade Services 2.0, section 3.4.1). `of` is a fingerprint of
 * what it was made from, by which the database finds what has changed since; it is not sent.
 */
const shape = z.object({
  activityProgress: z.enum(['InProgress', 'Submitted', 'Completed']),
  gradingProgress: z.enum(['NotReady', 'PendingManual', 'FullyGraded']),
  scoreGiven: z.number().optional(),
  scoreMaximum: z.number().optional(),
  comment: z.string().optional(),
  timestamp: z.iso.datetime(),
  of: z.string(),
})
export type Score = z.infer<typeof shape>

/** A score as it was stored, or null where none was. @throws ZodError for anything else, which nothing stores. */
export const storedScore = (value: unknown): Score | null => shape.nullable().parse(value ?? null)

/** What is known of work that was begun. `points` null: nobody and no rubric gave any; `of`: see `Score`. */
export type ScoredWork = { submitted: boolean; released: boolean; points: number | null; comment: string | null; maximum: number; of: string }

/**
 * What the platform should be told of work: begun or taken back is in progress; handed in waits for a person; only once the
 * grade is released it is complete, with its points and words. Told without points, a platform forgets those it had, so
 * that a grade that is hidden again is hidden there too. Platforms take a score only with a later time than the last:
 * `now` in milliseconds, moved on where `last` is not before it.
 */
export function scoreOf({ submitted, released, points, comment, maximum, of }: ScoredWork, last: Score | null, now: number): Score {
  const after = last === null ? 0 : Date.parse(last.timestamp) + 1
  const told = { timestamp: new Date(Math.max(now, after)).toISOString(), of }
  if (!submitted) return { activityProgress: 'InProgress', gradingProgress: 'NotReady', ...told }
  if (!released) return { activityProgress: 'Submitted', gradingProgress: 'PendingManual', ...told }
  const words = comment ? { comment } : {}
  if (points === null) return { activityProgress: 'Completed', gradingProgress: 'PendingManual', ...words, ...told }
  // A maximum must be above zero: an exercise for no points is told as done.
  const given = maximum > 0 ? { scoreGiven: points, scoreMaximum: maximum } : {}
  return { activityProgress: 'Completed', gradingProgress: 'FullyGraded', ...given, ...words, ...told }
}

/** Would a platform that has the one learn nothing from the other? */
export const sameScore = (a: Score, b: Score): boolean => told.every((name) => a[name] === b[name])

const told = ['activityProgress', 'gradingProgress', 'scoreGiven', 'scoreMaximum', 'comment'] as const

/** The score of one person (`subject`: the platform's name of them) as it goes over the wire. */
export function scoreBody({ of: _, ...score }: Score, subject: string): string {
  return JSON.stringify({ userId: subject, ...score })
}

/** Where the scores of a line item go: `…/lineitems/7?type_id=2` is `…/lineitems/7/scores?type_id=2` (AGS 2.0, 3.4). */
export function scoresAddress(lineItem: string): string {
  const [address = ''] = lineItem.split('#', 1)
  const [path = '', ...query] = address.split('?')
  return [`${path.replace(/\/+$/, '')}/scores`, ...query].join('?')
}
