import 'server-only'
import { codebooks } from '@/lib/domain/codebook/registry'
import type { Prisma } from '@/prisma/generated/client'
import { db } from './db'

/**
 * Writes every built-in codebook that the database does not have yet. A published version never changes, so what is
 * there stays. Cheap enough for every transaction that makes a layer.
 */
export async function ensureCodebooks(tx: Prisma.TransactionClient = db): Promise<void> {
  const data = codebooks.map((content) => ({ slug: content.slug, version: content.version, content: structuredClone(content) as Prisma.InputJsonObject }))
  await tx.codebook.createMany({ data, skipDuplicates: true })
}
