import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'

/** Everything that leaves a trace, `<noun>.<verb>`. */
export type AuditAction =
  | 'account.created'
  | 'account.linked'
  | 'account.unlinked'
  | 'token.created'
  | 'token.revoked'
  | 'class.created'
  | 'class.changed'
  | 'class.archived'
  | 'class.unarchived'
  | 'class.invited'
  | 'class.invitation-revoked'
  | 'class.joined'
  | 'class.people-added'
  | 'class.member-changed'
  | 'class.code-reset'
  | 'class.student-erased'
  | 'class.deletion-asked'
  | 'class.deletion-called-off'
  | 'class.keeping-noticed'
  | 'class.removed'
  | 'class.course-connected'
  | 'class.course-disconnected'
  | 'account.removed'
  | 'assignment.created'
  | 'assignment.changed'
  | 'assignment.linked'
  | 'assignment.revealed'
  | 'assignment.hidden'
  | 'assignment.projected'
  | 'assignment.started'
  | 'assignment.handed-in'
  | 'assignment.taken-back'
  | 'assignment.key-opened'
  | 'assignment.proposed'
  | 'assignment.graded'
  | 'assignment.grades-released'
  | 'assignment.grades-hidden'
  | 'platform.added'
  | 'platform.changed'
  | 'platform.disabled'
  | 'platform.enabled'
  | 'platform.removed'
  | 'platform.deployment-allowed'
  | 'platform.deployment-refused'
  | 'article.created'
  | 'article.details-changed'
  | 'article.revised'
  | 'article.withdrawn'
  | 'article.revision-withdrawn'
  | 'article.revision-shown'
  | 'article.removed'
  | 'article.restored'
  | 'article.erased'
  | 'layer.revised'
  | 'layer.removed'
  | 'assignment.deletion-asked'
  | 'assignment.deletion-called-off'
  | 'assignment.removed'
  | 'annotation.created'
  | 'annotation.changed'
  | 'annotation.deleted'
  | 'annotation.restored'
  | 'annotation.place-accepted'
  | 'annotation.reanchored'

type Trace = { layerId?: string; detail?: Prisma.InputJsonObject }

/**
 * The PostgreSQL channel that says in which layer something happened, and nothing more: alike notices of one transaction
 * fold into one, so that an import of thousands is one. What happened is read from the rows.
 */
export const layerChannel = 'gloss_layer'

/**
 * Writes who did what to what, in the transaction `tx` that does it. `detail` holds what is needed to tell it later;
 * `layerId` names the layer it happened in, whose live readers are told when `tx` commits.
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
  await tx.$executeRaw`
    with written as (
      insert into "AuditRow" ("actorId", action, "subjectType", "subjectId", "layerId", detail)
      values (
        ${actorId}::uuid, ${action}, ${subjectType}, ${subjectId}::uuid, ${layerId ?? null}::uuid,
        ${JSON.stringify(detail)}::jsonb
      )
      returning "layerId"
    )
    select pg_notify(${layerChannel}, "layerId"::text) from written where "layerId" is not null`
}
