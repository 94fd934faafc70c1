import { z } from 'zod'
import { articleDetails, contentFormats, visibilities } from './article'
import { anchorStates } from './annotation'
import type { NewArticle } from './new-article'

/** The words of an article and what they are written in. */
const content = z
  .object({
    format: z.enum(contentFormats),
    body: z.string().meta({ description: 'At most 2,000,000 bytes of UTF-8.' }),
  })
  .meta({ id: 'Content' })

const { title, byline, siteName, sourceUrl, language, publishedAt, visibility } = articleDetails.shape

/** A detail that need not be said; an empty text says nothing. */
const unsaid = <T extends z.ZodType>(schema: T) => z.preprocess((value) => (value === '' ? null : value), schema.optional())
/** A day, or a moment of it in ISO 8601. */
const dayOrMoment = z.preprocess((value) => (typeof value === 'string' && z.iso.datetime({ offset: true }).safeParse(value).success ? new Date(value).toISOString().slice(0, 10) : value), publishedAt)

/** An article as a program sends it: of its details only the title must be said. */
export const postedArticle = z
  .object({
    title,
    byline: unsaid(byline),
    siteName: unsaid(siteName),
    sourceUrl: unsaid(sourceUrl).meta({ description: 'Where the article was published. Relative addresses in its text are resolved against it.' }),
    language: unsaid(language).meta({ description: 'A tag such as `en` or `zh-Hant`; told from the text where it is missing.' }),
    publishedAt: unsaid(dayOrMoment).meta({ description: 'A day, as in 2026-11-23; of a moment in ISO 8601 the day in UTC is kept.' }),
    visibility: visibility.default('public').meta({ description: 'A private article is its owner’s alone.' }),
    content,
  })
  .meta({ id: 'NewArticle' })
export type PostedArticle = z.infer<typeof postedArticle>

/** A posted article as the rest of the house knows it: what was not said is not known. */
export function toNewArticle({ content, ...details }: PostedArticle): NewArticle {
  const unknown = { byline: null, siteName: null, sourceUrl: null, language: null, publishedAt: null }
  return { details: { ...unknown, ...details }, content }
}

/** A new text for an article; its details stay. */
export const postedRevision = z.object({ content }).meta({ id: 'NewRevision' })

const count = z.int().min(0)

/** What became of the annotations when a text was replaced by another. */
export const savedRevision = z
  .object({
    number: z.int().min(1),
    carried: z.object(Object.fromEntries(anchorStates.map((state) => [state, count])) as Record<(typeof anchorStates)[number], typeof count>),
  })
  .meta({ id: 'SavedRevision' })
export type SavedRevision = z.infer<typeof savedRevision>

/** An article as a program sees it. */
export const articleJson = z
  .object({
    id: z.uuid(),
    slug: z.string().meta({ description: 'Its page is `/articles/{slug}`.' }),
    title: z.string(),
    byline: z.string().nullable(),
    siteName: z.string().nullable(),
    sourceUrl: z.string().nullable(),
    language: z.string(),
    publishedAt: z.iso.date().nullable(),
    visibility: z.enum(visibilities),
    createdAt: z.iso.datetime(),
    revision: z
      .object({
        number: z.int().min(1),
        textLength: count.meta({ description: 'In code points.' }),
        sha256: z.string().length(64).meta({ description: 'Of the canonical text in UTF-8.' }),
      })
      .meta({ description: 'The current one.' }),
    layers: z.array(
      z.object({
        id: z.uuid(),
        kind: z.string(),
        name: z.string(),
        codebook: z.object({ slug: z.string(), version: z.int().min(1) }),
        annotations: count.meta({ description: 'How many there are. They are at `/api/v1/layers/{id}/annotations/`.' }),
      }),
    ),
  })
  .meta({ id: 'Article' })
export type ArticleJson = z.infer<typeof articleJson>

/** One page of a list of articles. */
export const articlePage = z
  .object({
    items: z.array(articleJson),
    nextCursor: z.string().nullable().meta({ description: 'What to send as `cursor` for the next page; null on the last one.' }),
  })
  .meta({ id: 'ArticlePage' })
export type ArticlePage = z.infer<typeof articlePage>

export const revisionFormats = ['text', 'html', 'json'] as const
/** In which form a revision is wanted: its canonical text, its HTML, or the document it is made from. */
export const revisionQuery = z.object({ format: z.enum(revisionFormats).default('text') })
