import { useTranslations } from 'next-intl'
import { useDrafts } from '@/components/annotation/drafts'
import { useReading } from '@/components/annotation/reading-context'

/** What of a student's work is not saved and so would not be handed in: notes that were begun, flags the server did not take. */
export function UnsavedWords() {
  const t = useTranslations('assignment.work')
  const { state, layerId, language } = useReading()
  const drafts = [...useDrafts(layerId).values()].map(({ quote }) => quote)
  const refused = [...state.writes.values()].filter((write) => write.state === 'refused').map(({ place }) => place.quote)
  return (
    <>
      <Passages title={t('drafts', { count: drafts.length })} quotes={drafts} language={language} />
      <Passages title={t('refused', { count: refused.length })} quotes={refused} language={language} />
    </>
  )
}

function Passages({ title, quotes, language }: { title: string; quotes: readonly string[]; language: string }) {
  if (quotes.length === 0) return null
  return (
    <div className="border-l-[3px] border-danger pl-3">
      <p>{title}</p>
      <ul>
        {quotes.map((quote, i) => (
          <li key={i}>
            <q lang={language} dir="auto" className="line-clamp-1 font-serif text-soft">
              {quote}
            </q>
          </li>
        ))}
      </ul>
    </div>
  )
}
