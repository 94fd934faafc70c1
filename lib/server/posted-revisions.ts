import 'server-only'
import type { SavedRevision } from '@/lib/domain/article-json'
import type { ArticleContent } from '@/lib/domain/new-article'
import { passesIfMatch } from '@/lib/domain/protocol/entity-tag'
import { accept, refuse, type Result } from '@/lib/domain/problem'
import type { Viewer } from '@/lib/domain/viewer'
import { ownerOf } from './compute/compute'
import { db } from './db'
import { readDocument } from './import/document-read'
import { isUuid } from './layers'
import { findEditable, saveReadText } from './revisions'

/** What a revision is known by at the door for machines: the hash of its canonical text. */
const revisionTag = (sha256: string) => `"${sha256}"`

/** The text that is to be replaced, where the viewer may do so and it is the one they say. */
export type Replaceable = { articleId: string; revision: number; sourceUrl: string | null }

/**
 * May this viewer replace the article's text, and is it the one whose hash stands in `ifMatch`? Asked before the new text
 * is read. Refused: `notFound`, `signInFirst`, `scopeMissing`, `notAllowed`, `ifMatchMissing`, `ifMatchStale`.
 */
export async function findReplaceable(viewer: Viewer, articleId: string, ifMatch: string | null): Promise<Result<Replaceable>> {
  const editable = isUuid(articleId) ? await findEditable(viewer, articleId) : refuse('notFound')
  if (!editable.ok) return editable
  if (ifMatch === null) return refuse('ifMatchMissing')
  const number = editable.value.revision
  const { sha256, article } = await db.revision.findUniqueOrThrow({
    where: { articleId_number: { articleId, number } },
    select: { sha256: true, article: { select: { sourceUrl: true } } },
  })
  if (!passesIfMatch(ifMatch, revisionTag(sha256))) return refuse('ifMatchStale')
  return accept({ articleId, revision: number, sourceUrl: article.sourceUrl })
}

/**
 * Saves a text from a program as the article's next revision. Refused: what `readDocument` refuses, and `ifMatchStale`
 * where another revision came meanwhile. A text that changes nothing makes no revision: `number` stays. `signal` gives the reading up.
 */
export async function replaceText(viewer: Viewer, { articleId, revision, sourceUrl }: Replaceable, content: ArticleContent, signal?: AbortSignal): Promise<Result<SavedRevision>> {
  const read = await readDocument(content, sourceUrl, { owner: ownerOf(viewer), signal })
  if (!read.ok) return read
  const saved = await saveReadText(viewer, articleId, revision, read.value)
  return !saved.ok && saved.problems[0]?.code === 'conflict' ? refuse('ifMatchStale') : saved
}
