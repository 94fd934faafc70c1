import type { Row } from '@/lib/domain/text/compare'

/** Rows to show, and runs of unchanged ones that are folded away. */
export type Entry = { row: Row } | { folded: readonly Row[] }

/** Folds long runs of unchanged paragraphs, all but the one beside each change. A run must hide at least `least`. */
export function foldRows(rows: readonly Row[], least = 3): Entry[] {
  const entries: Entry[] = []
  for (let at = 0; at < rows.length; ) {
    const row = rows[at]!
    if (row.kind !== 'same') {
      entries.push({ row })
      at += 1
      continue
    }
    let end = at
    while (rows[end]?.kind === 'same') end += 1
    const first = at === 0 ? at : at + 1
    const last = end === rows.length ? end : end - 1
    const fold = last - first >= least
    const folded = rows.slice(first, last)
    entries.push(
      ...rows.slice(at, first).map((one) => ({ row: one })),
      ...(fold ? [{ folded }] : folded.map((one) => ({ row: one }))),
      ...rows.slice(Math.max(first, last), end).map((one) => ({ row: one })),
    )
    at = end
  }
  return entries
}
