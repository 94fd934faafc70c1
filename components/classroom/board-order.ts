import { workStates } from '@/lib/domain/classroom/work-state'
import type { BoardLine } from '@/lib/server/board'

export const boardSorts = ['name', 'state', 'active'] as const
export type BoardSort = (typeof boardSorts)[number]

/** The lines of a board in the order asked for; they come by name, and stay so among equals. */
export function boardOrder(lines: readonly BoardLine[], sort: BoardSort): BoardLine[] {
  if (sort === 'state') return lines.toSorted((a, b) => workStates.indexOf(a.state) - workStates.indexOf(b.state))
  if (sort === 'active') return lines.toSorted((a, b) => (b.lastActive ?? '').localeCompare(a.lastActive ?? ''))
  return [...lines]
}
