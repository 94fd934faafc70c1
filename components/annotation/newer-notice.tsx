import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useReading } from './reading-context'

/** Says that the text was saved anew while it was read. Nothing on the page changes before its reader wants it. */
export function NewerNotice() {
  const t = useTranslations('reader')
  const { state: { newer }, task } = useReading()
  const [put, setPut] = useState(0)
  // An exercise stays on the revision it was set on.
  if (task || newer === null || newer <= put) return null
  return (
    <p className="reader-toast" role="status">
      <span>{t('live.newer')}</span>
      <button type="button" onClick={() => window.location.reload()}>
        {t('live.reload')}
      </button>
      <button type="button" onClick={() => setPut(newer)}>
        {t('live.later')}
      </button>
    </p>
  )
}
