import 'server-only'
import { createHash } from 'node:crypto'
import { accept, type Result } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { countCodePoints } from '@/lib/domain/text/code-points'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { renderHtml } from '@/lib/domain/text/html'
import { searchable, searchGrams } from '@/lib/domain/text/search-grams'

/** Everything of a revision that follows from its document, and what search reads of its text. */
export type RevisionContent = {
  /** The columns of the revision; `textLength` in code points, `sha256` of the text in UTF-8. */
  revision: { document: ArticleDocument; text: string; textLength: number; sha256: string; html: string }
  /** The text folded, and its Chinese, Japanese and Korean characters and pairs with a space between each two. */
  search: { text: string; grams: string }
}

/** What is stored of a document that was checked: made once, since a revision never changes. Takes a second for the longest text. */
export function contentOf(checked: Result<ArticleDocument>): Result<RevisionContent> {
  return checked.ok ? accept(revisionContent(checked.value)) : checked
}

function revisionContent(document: ArticleDocument): RevisionContent {
  const text = canonicalText(document)
  const sought = searchable(text)
  return {
    revision: { document, text, textLength: countCodePoints(text), sha256: createHash('sha256').update(text, 'utf8').digest('hex'), html: renderHtml(document) },
    search: { text: sought, grams: searchGrams(sought).join(' ') },
  }
}
