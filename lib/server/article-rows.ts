import 'server-only'
import type { ArticleDetails } from '@/lib/domain/article'
import { refuse, type Problem } from '@/lib/domain/problem'
import { checkText } from '@/lib/domain/text/article-body'
import { searchable, searchGrams } from '@/lib/domain/text/search-grams'
import type { Prisma } from '@/prisma/generated/client'
import { detectLanguage } from './import/language'
import type { RevisionContent } from './revision-content'

/** An article's own columns but those of search; a null language is told from the text. */
export function articleFields(details: ArticleDetails, { revision }: RevisionContent) {
  const { publishedAt, language, ...rest } = details
  return {
    ...rest,
    language: language ?? detectLanguage(`${details.title}\n${revision.text}`),
    publishedAt: publishedAt === null ? null : new Date(`${publishedAt}T00:00:00Z`),
  }
}

/**
 * Writes what search reads of an article. Lines are folded and paired one by one, so what was made of the text alone can
 * follow the details; the pairs go as one text, since a list of hundreds of thousands takes seconds to pass on.
 */
export async function storeSearch(tx: Prisma.TransactionClient, articleId: string, { title, byline, siteName }: ArticleDetails, text: RevisionContent['search']): Promise<void> {
  const details = searchable([title, byline, siteName].filter(Boolean).join('\n'))
  const grams = [...searchGrams(details), ...(text.grams === '' ? [] : [text.grams])].join(' ')
  await tx.$executeRaw`
    update "Article" set "searchText" = ${`${details}\n${text.text}`}, "searchGrams" = coalesce(string_to_array(nullif(${grams}, ''), ' '), '{}')
    where id = ${articleId}::uuid`
}

/** What can be wrong with details beyond their schema: what Postgres cannot store. Paths begin with `details.`. */
export function checkDetails(details: ArticleDetails): { ok: false; problems: Problem[] } | null {
  for (const [field, value] of Object.entries(details)) {
    const refused = typeof value === 'string' ? checkText(value, `details.${field}`) : null
    if (refused) return refused
  }
  return details.publishedAt !== null && details.publishedAt < '0001' ? refuse('dateInvalid', 'details.publishedAt') : null
}
