import 'server-only'
import type { Prisma } from '@/prisma/generated/client'

/**
 * Removes layers with everything that was written in them, and what the record of changes tells of them and of these
 * subjects, within the caller's transaction. Nothing may hold them any more. It asks nobody's leave: the caller has.
 */
export async function removeLayers(tx: Prisma.TransactionClient, layerIds: readonly (string | null)[], subjects: readonly string[]): Promise<void> {
  const ids = layerIds.filter((id) => id !== null)
  await tx.$executeRaw`delete from "AuditRow" where "layerId" = any(${ids}::uuid[]) or "subjectId" = any(${[...subjects]}::uuid[])`
  await tx.layer.deleteMany({ where: { id: { in: ids } } })
}
