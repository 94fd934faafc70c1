import 'server-only'
import { createHash } from 'node:crypto'
import type { ArticleDetails } from '@/lib/domain/article'
import { refuse, type Problem } from '@/lib/domain/problem'
import { checkText } from '@/lib/domain/text/article-body'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { countCodePoints } from '@/lib/domain/text/code-points'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { renderHtml } from '@/lib/domain/text/html'
import { searchable, searchGrams } from '@/lib/domain/text/search-grams'
import { detectLanguage } from './import/language'

/** Everything of a revision that follows from its document: made once, since a revision never changes. */
export function revisionFields(document: ArticleDocument) {
  const text = canonicalText(document)
  return {
    document,
    text,
    textLength: countCodePoints(text),
    sha256: createHash('sha256').update(text, 'utf8').digest('hex'),
    html: renderHtml(document),
  }
}

/** An article's own columns; a null language is told from the text. */
export function articleFields(details: ArticleDetails, text: string) {
  const { publishedAt, language, ...rest } = details
  return {
    ...rest,
    language: language ?? detectLanguage(`${details.title}\n${text}`),
    publishedAt: publishedAt === null ? null : new Date(`${publishedAt}T00:00:00Z`),
    ...searchFields(details, text),
  }
}

/** What can be wrong with details beyond their schema: what Postgres cannot store. Paths begin with `details.`. */
export function checkDetails(details: ArticleDetails): { ok: false; problems: Problem[] } | null {
  for (const [field, value] of Object.entries(details)) {
    const refused = typeof value === 'string' ? checkText(value, `details.${field}`) : null
    if (refused) return refused
  }
  return details.publishedAt !== null && details.publishedAt < '0001' ? refuse('dateInvalid', 'details.publishedAt') : null
}

function searchFields({ title, byline, siteName }: ArticleDetails, text: string) {
  const searchText = searchable([title, byline, siteName, text].filter(Boolean).join('\n'))
  return { searchText, searchGrams: searchGrams(searchText) }
}
