import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Card } from './card'
import { useReading } from './reading-context'

/** Annotations whose words the text no longer has since it was edited: kept, with the words they were made on. */
export function DetachedList() {
  const t = useTranslations('reader')
  const { slug, state } = useReading()
  if (state.detached.size === 0) return null
  return (
    <details className="reader-detached">
      <summary className="min-h-9 py-2 text-[13.5px] font-medium">{t('detached.title', { count: state.detached.size })}</summary>
      <p className="pb-3 text-[13px] text-soft">{t('detached.text')}</p>
      <ul className="grid gap-3">
        {[...state.detached.values()].map((annotation) => (
          <li key={annotation.id}>
            <Card
              annotation={annotation}
              chosen={annotation.id === state.chosen?.id}
              fresh={state.fresh.has(annotation.id)}
              write={state.writes.get(annotation.id)}
              detached
            />
            <Link href={`/articles/${slug}/revisions?flag=${annotation.id}`} className="inline-block py-1 text-[13px] underline">
              {t('detached.where')}
            </Link>
          </li>
        ))}
      </ul>
    </details>
  )
}
