import { useTranslations } from 'next-intl'
import type { CSSProperties } from 'react'

/**
 * A revision's HTML as it was stored: our own serialiser escaped everything in it when the revision was made. The words
 * for a missing picture come from here, since a revision is stored once for every interface language.
 */
export function ArticleHtml({ html }: { html: string }) {
  const t = useTranslations('reader')
  const style = { '--image-missing': JSON.stringify(t('imageMissing')) } as CSSProperties
  return <div style={style} dangerouslySetInnerHTML={{ __html: html }} />
}
