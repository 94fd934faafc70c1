import 'server-only'

/**
 * Something that is kept no longer than `days` after `from` (in docs/operating.md in the same words). `batch` is a statement
 * that removes or empties up to $3 rows that are older than $1 and come after the id $2 (null: from the first), and gives
 * their ids in order; rows that another process is at are left to it.
 */
export type PurgePeriod = { name: string; days: number; batch: string }

/** Rows of one table that go whole; `where` says since when, as a column that is older than $1. */
const remove = (table: string, key: string, where: string) => `
  with due as (
    select ctid from "${table}" where ${where} and $2::text is null limit $3 for update skip locked
  )
  delete from "${table}" gone using due where gone.ctid = due.ctid returning gone.${key}::text as id`

/** Rows of one table that stay without what `set` empties, one after the other by their id. */
const empty = (table: string, type: 'uuid' | 'bigint', where: string, set: string) => `
  with due as (
    select id from "${table}" where ${where} and ($2::text is null or id > $2::${type}) order by id limit $3 for update skip locked
  ), emptied as (
    update "${table}" kept set ${set} from due where kept.id = due.id
  )
  select id::text from due order by due.id`

/** What personal words a trace holds is needed to undo, for a while; that something happened stays. */
const traces = `action in ('annotation.created', 'annotation.changed', 'annotation.deleted', 'annotation.reanchored', 'article.details-changed', 'token.created')`

/** Everything that goes by itself, but for whole classes, exercises, articles, and what learning platforms leave behind. */
export const purgePeriods: readonly PurgePeriod[] = [
  { name: 'words of deleted annotations', days: 30, batch: `
    with due as (
      select id from "Annotation" where "deletedAt" < $1 and (note is not null or "sourceName" is not null or "foreign" is not null
        or exists (select from "Evidence" e where e."annotationId" = "Annotation".id)) and ($2::text is null or id > $2::uuid)
      order by id limit $3 for update skip locked
    ), links as (
      delete from "Evidence" e using due where e."annotationId" = due.id
    ), emptied as (
      update "Annotation" kept set note = null, "sourceName" = null, "foreign" = null from due where kept.id = due.id
    )
    select id::text from due order by due.id` },
  { name: 'links sent by mail', days: 7, batch: remove('MailLink', 'id', '"expiresAt" < $1') },
  { name: 'sessions', days: 1, batch: remove('Session', 'id', '"expiresAt" < $1') },
  { name: 'access tokens', days: 30, batch: remove('AccessToken', 'id', '"expiresAt" < $1') },
  { name: 'counts of tries', days: 1, batch: remove('RateLimit', 'key', 'expire < extract(epoch from $1::timestamptz) * 1000') },
  { name: 'invitations', days: 90, batch: remove('ClassInvitation', 'id', 'least("expiresAt", "revokedAt") < $1') },
  { name: 'drafts', days: 180, batch: remove('Draft', '"articleId"', '"updatedAt" < $1') },
  { name: 'pages as they were received', days: 365, batch: empty('ArticleImport', 'uuid', '"createdAt" < $1 and raw is not null', 'raw = null') },
  { name: 'what is written down of signing in', days: 365, batch: remove('AuditRow', 'id', `"subjectType" = 'auth' and at < $1`) },
  { name: 'words in the record of changes', days: 180, batch: empty('AuditRow', 'bigint', `at < $1 and detail <> '{}' and ${traces}`, `detail = '{}'`) },
]
