import type { DetailsText } from '@/components/article/details-fields'
import type { ArticleDetails } from '@/lib/domain/article'

/** An article's details as its form begins with them. */
export const textOf = (details: ArticleDetails): DetailsText => ({
  title: details.title,
  byline: details.byline ?? '',
  siteName: details.siteName ?? '',
  sourceUrl: details.sourceUrl ?? '',
  language: details.language ?? '',
  publishedAt: details.publishedAt ?? '',
  visibility: details.visibility,
})

/** What the form says, as a save sends it; checked at the server's door. */
export const detailsOf = (text: DetailsText) => ({
  title: text.title,
  byline: text.byline.trim() || null,
  siteName: text.siteName.trim() || null,
  sourceUrl: text.sourceUrl.trim() || null,
  language: text.language || null,
  publishedAt: text.publishedAt || null,
  visibility: text.visibility,
})
