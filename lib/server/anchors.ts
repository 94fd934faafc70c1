import 'server-only'
import { carryAnchors } from '@/lib/domain/anchoring/carry'
import { anchorStates, type AnchorState } from '@/lib/domain/annotation'
import type { Prisma } from '@/prisma/generated/client'

type Revision = { id: string; text: string }

/**
 * Carries every anchor of an article's layers from one revision to the next, inside the transaction `tx` that saves it,
 * as one statement however many there are. Deleted annotations are carried too, so that undoing works after an edit;
 * orphans are carried as orphans, with the words and place they last had. Answers how many came out as what, deleted
 * ones left out.
 */
export async function carryAnnotations(
  tx: Prisma.TransactionClient,
  from: Revision,
  to: Revision,
): Promise<Record<AnchorState, number>> {
  const rows = await tx.anchor.findMany({
    where: { revisionId: from.id },
    select: {
      annotationId: true, start: true, end: true, quote: true, prefix: true, suffix: true, state: true, repair: true,
      annotation: { select: { deletedAt: true } },
    },
  })
  const standing = rows.filter((row) => row.state !== 'orphaned')
  const carried = carryAnchors(from.text, to.text, standing.map(({ annotationId: id, start, end }) => ({ id, start, end })))
  const orphans = rows
    .filter((row) => row.state === 'orphaned')
    .map(({ annotationId: id, start, end, quote, prefix, suffix, state, repair }) => {
      // Who let it be an orphan once is not asked again after the next edit.
      return { id, start, end, quote, prefix, suffix, state, repair }
    })
  const all = [...carried, ...orphans]
  await tx.$executeRaw`
    insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix, state, repair)
    select id, ${to.id}::uuid, "start", "end", quote, prefix, suffix, state::"AnchorState", repair::"AnchorRepair"
    from jsonb_to_recordset(${JSON.stringify(all)}::jsonb)
      as row(id uuid, "start" int, "end" int, quote text, prefix text, suffix text, state text, repair text)`
  const deleted = new Set(rows.filter((row) => row.annotation.deletedAt).map((row) => row.annotationId))
  return count(all.filter((anchor) => !deleted.has(anchor.id)).map((anchor) => anchor.state))
}

function count(states: AnchorState[]): Record<AnchorState, number> {
  const counts = Object.fromEntries(anchorStates.map((state) => [state, 0])) as Record<AnchorState, number>
  for (const state of states) counts[state] += 1
  return counts
}
