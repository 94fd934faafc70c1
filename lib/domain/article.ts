import { z } from 'zod'
import { boundedText } from './text/line'
import { storedText } from './text/storable'
import { webAddress } from './web-address'

export const visibilities = ['public', 'private'] as const
export type Visibility = (typeof visibilities)[number]

export const contentFormats = ['markdown', 'html', 'text'] as const
export type ContentFormat = (typeof contentFormats)[number]

export const limits = {
  title: 300,
  byline: 300,
  siteName: 200,
  language: 35,
  /** Bytes of one article's source in UTF-8, whatever its format. */
  bodyBytes: 2_000_000,
} as const

/** Languages in the form `en`, `zh-Hant`, `pt-BR` (BCP 47, without extensions), whatever the case of their letters. */
export const languageTag = boundedText(limits.language, 'languageTag')
  .transform(inItsCase)
  .pipe(z.string().regex(/^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|\d{3}))?$/, { error: 'languageTag' }))

/** `ZH-hant` as `zh-Hant`; what is no tag is left for the check to refuse. */
function inItsCase(tag: string): string {
  try {
    return Intl.getCanonicalLocales(tag)[0] ?? tag
  } catch (error) {
    if (error instanceof RangeError) return tag
    throw error
  }
}

/** What is known of an article besides its text. A null language means: detect it. */
export const articleDetails = z.object({
  title: storedText(limits.title).min(1, { error: 'titleEmpty' }),
  byline: storedText(limits.byline).nullable(),
  siteName: storedText(limits.siteName).nullable(),
  sourceUrl: webAddress.nullable(),
  language: languageTag.nullable(),
  publishedAt: z.iso.date({ error: 'dateInvalid' }).nullable(),
  visibility: z.enum(visibilities),
})
export type ArticleDetails = z.infer<typeof articleDetails>
