import { createHash, randomUUID } from 'node:crypto'
import { readingCodebook } from '@/lib/domain/codebook/reading'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { renderHtml } from '@/lib/domain/text/html'
import { pool } from '@/lib/server/db'
import type { Flag } from './scatter'

export type BulkArticle = { id: string; slug: string; layerId: string; revisionId: string }

/** `count` people to be authors of flags. */
export async function bulkReaders(count: number): Promise<string[]> {
  const { rows } = await pool.query<{ id: string }>(
    `insert into "User" (name) select 'Reader ' || n from generate_series(1, $1::int) n returning id::text`, [count])
  return rows.map(({ id }) => id)
}

export const documentOf = (blocks: readonly string[]): ArticleDocument => ({
  type: 'doc',
  content: blocks.map((text) => ({ type: 'paragraph', content: [{ type: 'text', text }] })),
})

/** An article with one revision and one open layer, straight into the tables. */
export async function bulkArticle(title: string, blocks: readonly string[], readers: readonly string[], flags: readonly Flag[]): Promise<BulkArticle> {
  const document = documentOf(blocks)
  const text = canonicalText(document)
  const made = { id: randomUUID(), slug: `bench-${randomUUID()}`, layerId: randomUUID(), revisionId: randomUUID() }
  const { slug, version } = readingCodebook
  await pool.query(`insert into "Codebook" (slug, version, content) values ($1, $2, $3) on conflict do nothing`, [slug, version, readingCodebook])
  await pool.query(
    `insert into "Article" (id, slug, title, language, "ownerId", "searchText", "searchGrams") values ($1, $2, $3, 'en', $4, $5, '{}')`,
    [made.id, made.slug, title, readers[0], title.toLowerCase()])
  await pool.query(
    `insert into "Revision" (id, "articleId", number, document, text, "textLength", sha256, html, "authorId")
     values ($1, $2, 1, $3, $4, $5, $6, $7, $8)`,
    [made.revisionId, made.id, document, text, [...text].length, createHash('sha256').update(text).digest('hex'), renderHtml(document), readers[0]])
  await pool.query(
    `insert into "Layer" (id, "articleId", name, "codebookSlug", "codebookVersion") values ($1, $2, 'Open reading', $3, $4)`,
    [made.layerId, made.id, slug, version])
  await bulkFlags(made, readers, flags)
  return made
}

/** Flags with their anchors, labels and traces, one statement for each table and some thousands of rows. */
async function bulkFlags({ layerId, revisionId }: BulkArticle, readers: readonly string[], flags: readonly Flag[]): Promise<void> {
  for (let at = 0; at < flags.length; at += 10_000) {
    const rows = flags.slice(at, at + 10_000).map(({ reader, labels, ...rest }) => ({ ...rest, author: readers[reader % readers.length], labels }))
    const given = JSON.stringify(rows)
    await pool.query(
      `insert into "Annotation" (id, "layerId", "authorId", "codebookSlug", "codebookVersion", "createdAt", "updatedAt")
       select id, $2, author, 'reading', 1, made, made from (
         select id, author, now() - random() * interval '60 days' as made from jsonb_to_recordset($1) as row(id uuid, author uuid)) r`,
      [given, layerId])
    await pool.query(
      `insert into "AnnotationLabel" ("annotationId", dimension, label)
       select row.id, l.dimension, l.label from jsonb_to_recordset($1) as row(id uuid, labels jsonb),
         jsonb_to_recordset(row.labels) as l(dimension text, label text)`,
      [given])
    await pool.query(
      `insert into "Anchor" ("annotationId", "revisionId", "start", "end", quote, prefix, suffix)
       select id, $2, "start", "end", quote, prefix, suffix
       from jsonb_to_recordset($1) as row(id uuid, "start" int, "end" int, quote text, prefix text, suffix text)`,
      [given, revisionId])
    await pool.query(
      `insert into "AuditRow" ("actorId", action, "subjectType", "subjectId", "layerId", detail)
       select author, 'annotation.created', 'annotation', id, $2, '{}' from jsonb_to_recordset($1) as row(id uuid, author uuid)`,
      [given, layerId])
  }
}
