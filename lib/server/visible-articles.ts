import 'server-only'
import type { Viewer } from '@/lib/domain/viewer'
import { Prisma } from '@/prisma/generated/client'

/**
 * The rule `article.read` (and `layer.read`) of `lib/domain/permissions.ts` as a condition of SQL, for lists that the
 * database must page through; the article goes by the alias `a`. `tests/integration/library.test.ts` compares it with
 * `can` for every kind of viewer, so that the two cannot drift apart.
 */
export function visibleArticles(viewer: Viewer): Prisma.Sql {
  if (viewer.kind === 'system') return Prisma.sql`TRUE`
  if (viewer.kind === 'signed-out') return Prisma.sql`a."visibility" = 'public'`
  return Prisma.sql`(a."visibility" = 'public' OR a."ownerId" = ${viewer.id}::uuid)`
}
