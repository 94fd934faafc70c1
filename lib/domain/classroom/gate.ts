/**
 * When a student sees the work of the others: at once; after handing in; after so many flags of one's own; when the work is
 * due; when the teacher reveals it. A reveal opens every gate.
 */
export const gates = ['open', 'own-submission', 'own-flags', 'due', 'reveal'] as const
export type Gate = (typeof gates)[number]

/** The rule of an assignment. Times are milliseconds since 1970; `flags` is the number that `own-flags` asks for. */
export type GateRule = { gate: Gate; flags: number; due: number | null; revealed: number | null }

/** What a student has done so far: when they handed in (null: not, or taken back), and the flags they have. */
export type OwnWork = { submitted: number | null; flags: number }

/**
 * May a student see the work of the others at `now`? The one rule by which every way in decides, so that blind work is
 * blind everywhere. A gate at the due date stays shut where there is no due date.
 */
export function isOpen({ gate, flags, due, revealed }: GateRule, own: OwnWork, now: number): boolean {
  if (revealed !== null && revealed <= now) return true
  if (gate === 'open') return true
  if (gate === 'own-submission') return own.submitted !== null
  if (gate === 'own-flags') return own.flags >= flags
  if (gate === 'due') return due !== null && due <= now
  return false
}

/**
 * Does a student who sees others' work at `now` see what was not handed in, too? Where everybody works in sight, after a
 * reveal, and where all opens at the due date, once nothing can be handed in any more (`end`; null: that never comes). With
 * the others one gives one's work to see that of who gave theirs: a draft stays its owner's.
 */
export function areDraftsShown({ gate, revealed }: GateRule, end: number | null, now: number): boolean {
  if (revealed !== null && revealed <= now) return true
  return gate === 'open' || (gate === 'due' && end !== null && end < now)
}
