import 'server-only'
import type { Replaced } from '@/lib/domain/anchoring/replaced'
import { anchorStates, type AnchorState } from '@/lib/domain/annotation'
import type { Prisma } from '@/prisma/generated/client'
import { carryWith, type PreparedCarry } from './prepared-carry'

type Revision = { id: string; text: string }

/**
 * Carries every anchor of an article's layers from one revision to the next, inside the transaction `tx` that saves it,
 * as one statement however many there are. Deleted annotations are carried too, so that undoing works after an edit;
 * orphans are carried as orphans, with the words and place they last had, and what is said of the article as a whole
 * stays with it. `replaced` is an editor's record of the edit, as `carryAnchors` takes it; `prepared` is what
 * was worked out before the transaction. Answers how many came out as
 * what, deleted ones and those of classes left out.
 */
export async function carryAnnotations(
  tx: Prisma.TransactionClient,
  from: Revision,
  to: Revision,
  replaced?: readonly Replaced[],
  prepared: PreparedCarry | null = null,
): Promise<Record<AnchorState, number>> {
  const rows = await tx.anchor.findMany({
    where: { revisionId: from.id },
    select: {
      annotationId: true, start: true, end: true, quote: true, prefix: true, suffix: true, state: true, repair: true,
      annotation: { select: { deletedAt: true, layer: { select: { kind: true } } } },
    },
  })
  const stays = (row: (typeof rows)[number]) => row.state === 'orphaned' || standsOnWhole(row)
  const standing = rows.filter((row) => !stays(row)).map(({ annotationId: id, start, end }) => ({ id, start, end }))
  const carried = carryWith(prepared, from, to.text, standing, replaced)
  const others = rows.filter(stays).map(({ annotationId: id, start, end, quote, prefix, suffix, state, repair }) => {
    // Who let it be an orphan once is not asked again after the next edit.
    return { id, start, end, quote, prefix, suffix, state, repair }
  })
  const all = [...carried, ...others]
  await tx.$executeRaw`
    insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix, state, repair)
    select id, ${to.id}::uuid, "start", "end", quote, prefix, suffix, state::"AnchorState", repair::"AnchorRepair"
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      as row(id uuid, "start" int, "end" int, quote text, prefix text, suffix text, state text, repair text)`
  // What a class does on the article is not for whoever saves it to know.
  const untold = new Set(rows.filter(({ annotation }) => annotation.deletedAt || annotation.layer.kind !== 'open').map((row) => row.annotationId))
  return count(all.filter((anchor) => !untold.has(anchor.id)).map((anchor) => anchor.state))
}

/** An anchor from 0 to 0: the article as a whole, of which no edit can take anything away. */
const standsOnWhole = ({ start, end }: { start: number; end: number }) => start === 0 && end === 0

function count(states: AnchorState[]): Record<AnchorState, number> {
  const counts = Object.fromEntries(anchorStates.map((state) => [state, 0])) as Record<AnchorState, number>
  for (const state of states) counts[state] += 1
  return counts
}
