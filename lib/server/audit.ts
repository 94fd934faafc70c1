import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'

/** Everything that leaves a trace, `<noun>.<verb>`. */
export type AuditAction =
  | 'account.created'
  | 'article.created'
  | 'article.details-changed'
  | 'article.revised'
  | 'annotation.created'
  | 'annotation.changed'
  | 'annotation.deleted'
  | 'annotation.restored'

type Trace = { layerId?: string; detail?: Prisma.InputJsonObject }

/**
 * Writes who did what to what, in the transaction `tx` that does it. `detail` holds what is needed to tell it later;
 * `layerId` names the layer it happened in, whose live readers are told.
 */
export async function audit(
  tx: Prisma.TransactionClient,
  viewer: Viewer,
  action: AuditAction,
  subjectId: string,
  { layerId, detail = {} }: Trace = {},
): Promise<void> {
  const actorId = viewer.kind === 'user' ? viewer.id : null
  const subjectType = action.slice(0, action.indexOf('.'))
  const data = { actorId, action, subjectType, subjectId, detail, ...(layerId && { layerId }) }
  await tx.auditRow.create({ data, select: { id: true } })
}
