import 'server-only'
import { Prisma } from '@/prisma/generated/client'
import { layerChannel } from './audit'

/**
 * Takes out everything that a person said, within `tx`: not a word or label of it stays, and nothing that says whose it
 * was, since the rows go over to the account `nobody`. What stays is that there was an annotation of that id, so that its
 * address answers 410 and the pages of others are told that it is gone.
 */
export async function eraseAnnotations(tx: Prisma.TransactionClient, authorId: string, nobody: string): Promise<void> {
  await tx.$executeRaw`
    with changed as (
      update "Annotation"
      set version = version + 1, "updatedAt" = now(), "deletedAt" = coalesce("deletedAt", now()), "deletedById" = ${system}::uuid,
        "authorId" = ${nobody}::uuid, note = null, confidence = null, "sourceName" = null, "foreign" = null
      where "authorId" = ${authorId}::uuid returning id, "layerId"
    ), unlabelled as (
      delete from "AnnotationLabel" l using changed where l."annotationId" = id
    ), unlinked as (
      delete from "Evidence" e using changed where e."annotationId" = id
    ), ${traced('annotation.deleted')}
    select count(*) from told`
}

/** Gives everything that a person said to the account `nobody`, within `tx`; the pages of others are told. */
export async function disownAnnotations(tx: Prisma.TransactionClient, authorId: string, nobody: string): Promise<void> {
  await tx.$executeRaw`
    with changed as (
      update "Annotation" set version = version + 1, "authorId" = ${nobody}::uuid
      where "authorId" = ${authorId}::uuid returning id, "layerId"
    ), ${traced('annotation.changed')}
    select count(*) from told`
}

/** The system's own deletions carry the zero id. */
const system = '00000000-0000-0000-0000-000000000000'

/** A trace of nobody's for each row of `changed`, and one notice a layer. */
const traced = (action: 'annotation.deleted' | 'annotation.changed') => Prisma.sql`
  traced as (
    insert into "AuditRow" (action, "subjectType", "subjectId", "layerId", detail)
    select ${action}, 'annotation', id, "layerId", '{}' from changed returning "layerId"
  ), told as (
    select pg_notify(${layerChannel}, "layerId"::text) from (select distinct "layerId" from traced) layers
  )`
