import type { ArticleDetails } from '@/lib/domain/article'
import type { DetailsText } from './details-fields'

/** Details as a form holds them. */
export const textOfDetails = (details: ArticleDetails): DetailsText => ({
  title: details.title,
  byline: details.byline ?? '',
  siteName: details.siteName ?? '',
  sourceUrl: details.sourceUrl ?? '',
  language: details.language ?? '',
  publishedAt: details.publishedAt ?? '',
  visibility: details.visibility,
})

/** What a form holds as details, to be checked where it arrives: empty fields are null. */
export const detailsOfText = (text: DetailsText) => ({
  title: text.title,
  byline: text.byline.trim() || null,
  siteName: text.siteName.trim() || null,
  sourceUrl: text.sourceUrl.trim() || null,
  language: text.language || null,
  publishedAt: text.publishedAt || null,
  visibility: text.visibility,
})
