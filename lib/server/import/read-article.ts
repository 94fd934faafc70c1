import 'server-only'
import type { ArticleDetails } from '@/lib/domain/article'
import type { ArticleDocument } from '@/lib/domain/text/document'

/** What a page or file says of itself; the title is empty where it names none. */
export type ReadDetails = Omit<ArticleDetails, 'visibility'>
/** An article as read from a page or file, for somebody to look over before it is stored. */
export type ReadArticle = { details: ReadDetails; document: ArticleDocument }

export const noDetails: ReadDetails = { title: '', byline: null, siteName: null, sourceUrl: null, language: null, publishedAt: null }

/** A line of text that says something of an article: on one line, storable, at most `limit` UTF-16 units; null when blank. */
export function detail(value: string | null | undefined, limit: number): string | null {
  const line = (value ?? '').replace(/[\0\p{Surrogate}]/gu, '').replace(/\s+/g, ' ').trim()
  return line.length > limit ? `${[...line.slice(0, limit - 2)].slice(0, -1).join('')}…` : line || null
}
