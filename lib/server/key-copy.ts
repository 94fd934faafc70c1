import 'server-only'
import type { SignedIn } from '@/lib/domain/viewer'
import type { Prisma } from '@/prisma/generated/client'

/** A layer of an answer key and the fresh one that is to be like it. */
export type CopiedKey = { from: string; to: string }

/**
 * Copies answer keys passage by passage: places on every revision, labels (each that counts as right), explanations,
 * links. The copies are the viewer's own, whoever made the first ones. It asks nobody's leave: the caller has.
 */
export async function copyKeys(tx: Prisma.TransactionClient, viewer: SignedIn, keys: readonly CopiedKey[]): Promise<void> {
  if (keys.length === 0) return
  await tx.$executeRaw`
    with copied as (
      select a.*, key."to", gen_random_uuid() as fresh
      from jsonb_to_recordset(${JSON.stringify(keys)}::jsonb) as key("from" uuid, "to" uuid)
      join "Annotation" a on a."layerId" = key."from" and a."deletedAt" is null
    ), annotated as (
      insert into "Annotation" (id, "layerId", "authorId", "codebookSlug", "codebookVersion", note, confidence, "sourceName", "foreign")
      select fresh, "to", ${viewer.id}::uuid, "codebookSlug", "codebookVersion", note, confidence, "sourceName", "foreign" from copied
    ), labelled as (
      insert into "AnnotationLabel" ("annotationId", dimension, label)
      select fresh, l.dimension, l.label from copied join "AnnotationLabel" l on l."annotationId" = copied.id
    ), linked as (
      insert into "Evidence" ("annotationId", position, url, title)
      select fresh, e.position, e.url, e.title from copied join "Evidence" e on e."annotationId" = copied.id
    )
    insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix, state, repair)
    select fresh, x."revisionId", x."start", x."end", x.quote, x.prefix, x.suffix, x.state, x.repair
    from copied join "Anchor" x on x."annotationId" = copied.id`
}
