import { z } from 'zod'
import { articleDetails, contentFormats } from './article'

/** An article as it comes through a door: its details and its source, whose text is checked where it is read. */
export const newArticle = z.object({
  details: articleDetails,
  content: z.object({ format: z.enum(contentFormats), body: z.string() }),
})
export type NewArticle = z.infer<typeof newArticle>
export type ArticleContent = NewArticle['content']
