import { blankDetails, type DetailsText } from '@/components/article/details-fields'
import { openBeginning, type Beginning } from '@/components/kept/beginning'
import { articleDetails, type ArticleDetails } from '@/lib/domain/article'

/** An article's details as somebody has them in the form, and as far as they know what the article says. */
export type KeptDetails = { now: DetailsText; known: Partial<ArticleDetails> }

/** What somebody changed in the details of an article and has not saved. */
export const openKeptDetails = (articleId: string): Beginning<KeptDetails> => openBeginning('form', `details/${articleId}`, shaped)

function shaped(value: unknown): KeptDetails | null {
  if (typeof value !== 'object' || value === null || !('now' in value) || !('known' in value)) return null
  const known = articleDetails.partial().safeParse(value.known)
  if (!known.success || typeof value.now !== 'object' || value.now === null) return null
  const texts = Object.entries(value.now).filter((pair) => pair[0] in blankDetails && typeof pair[1] === 'string')
  return { now: { ...blankDetails, ...Object.fromEntries(texts) }, known: known.data }
}
