import 'server-only'
import type { ArticleDetails } from '@/lib/domain/article'
import { refuse, type Problem } from '@/lib/domain/problem'
import { checkText } from '@/lib/domain/text/article-body'
import { searchable, searchGrams } from '@/lib/domain/text/search-grams'
import { detectLanguage } from './import/language'
import type { RevisionContent } from './revision-content'

/** An article's own columns; a null language is told from the text. */
export function articleFields(details: ArticleDetails, { revision, search }: RevisionContent) {
  const { publishedAt, language, ...rest } = details
  return {
    ...rest,
    language: language ?? detectLanguage(`${details.title}\n${revision.text}`),
    publishedAt: publishedAt === null ? null : new Date(`${publishedAt}T00:00:00Z`),
    ...searchFields(details, search),
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

/** Lines are folded and paired one by one, so what was made of the text alone can follow the details. */
function searchFields({ title, byline, siteName }: ArticleDetails, text: RevisionContent['search']) {
  const details = searchable([title, byline, siteName].filter(Boolean).join('\n'))
  return { searchText: `${details}\n${text.text}`, searchGrams: [...new Set([...searchGrams(details), ...text.grams])] }
}
