import 'server-only'
import { Prisma } from '@/prisma/generated/client'

/** Raised when the numbers of a summary or a strip are computed in another way, so that stored ones are made anew. */
const computation = 4

/**
 * The state of a layer as SQL (aliases: the layer `l`, its article `a`): the article's revision, the count and versions of
 * the layer's annotations, deleted ones included, and who said that they have read it all. Rows are never removed and every
 * change raises a version, so no two states of a layer share a fingerprint; the index on (layerId, version) answers it alone.
 */
export const fingerprint = Prisma.sql`(
  ${fingerprintOf(Prisma.sql`true`)} || coalesce((
    SELECT '.' || md5(string_agg(f."readerId"::text, ',' ORDER BY f."readerId")) FROM "FullReading" f WHERE f."layerId" = l."id"
  ), '')
)`

/** The same of those annotations `n` of the layer alone that hold a condition, so that nothing is told of the others. */
export function fingerprintOf(condition: Prisma.Sql) {
  return Prisma.sql`(
    SELECT ${`${computation}.`} || a."revision" || '.' || count(*) || '.' || coalesce(sum(n."version"), 0)
    FROM "Annotation" n WHERE n."layerId" = l."id" AND ${condition}
  )`
}
