import { useTranslations } from 'next-intl'
import { setPreference, usePreferences } from './preferences'

export const skipLink =
  'sr-only rounded-md bg-ink px-4 py-2 text-paper focus:not-sr-only focus:fixed focus:top-2 focus:left-4 focus:z-50 focus:px-4 focus:py-2'

/** Ways past what comes first on the page, and the flags as part of the text, for those who go by keyboard or by ear. */
export function SkipLinks() {
  const t = useTranslations('reader.skip')
  const { read } = usePreferences()
  // Out of the grid, in which it would be laid below the text, and the page would hold on to it while it loads.
  return (
    <nav aria-label={t('name')} className="absolute [overflow-anchor:none] print:hidden">
      <a href="#text" className={skipLink}>
        {t('toText')}
      </a>
      <a href="#flags" className={skipLink}>
        {t('toFlags')}
      </a>
      <a href="#after-flags" className={skipLink}>
        {t('pastFlags')}
      </a>
      <button type="button" aria-pressed={read} onClick={() => setPreference('read', !read)} className={skipLink}>
        {t('read')}
      </button>
    </nav>
  )
}
