import { useTranslations } from 'next-intl'
import { neighboursOf, removeAndFocus } from '@/components/ui/remove-and-focus'
import { keepDraft, placeOfDraft, useDrafts } from './drafts'
import { findAnnotation } from './reading-wish'
import { useReading } from './reading-context'

/** What somebody began to write and did not save, as it was kept over a reload: to go on with or to throw away. */
export function LeftDrafts() {
  const t = useTranslations('reader')
  const { state, map, layerId, language, mine, mayFlag, dispatch } = useReading()
  const drafts = useDrafts(layerId)
  if (!mine || !mayFlag || !map || !state.loaded) return null
  const left = [...drafts].filter(([id]) => {
    const annotation = findAnnotation(state, id)
    return id !== state.passage?.id && (!annotation || annotation.author.id === mine.id)
  }).map(([id, draft]) => ({ id, quote: draft.quote, span: placeOfDraft(map, draft) }))
  if (left.length === 0) return null
  const discard = (id: string, button: HTMLElement) => {
    const all = [...document.querySelectorAll<HTMLElement>('[data-discards-draft]')]
    removeAndFocus(() => keepDraft(layerId, id, null), [...neighboursOf(all, button), map.root])
  }
  return (
    <ul className="mb-3 grid gap-2">
      {left.map(({ id, quote, span }) => (
        <li key={id} className="grid gap-1 border-l-[3px] border-opinion bg-sheet px-3 py-2 text-[13px]">
          <p>{t('draft.left')}</p>
          <q lang={language} dir="auto" className="line-clamp-1 font-serif text-soft reader-quote">
            {quote}
          </q>
          <p className="flex gap-4">
            {span && (
              <button
                type="button"
                className="min-h-7 underline"
                onClick={() => dispatch({ type: 'selected', passage: { id, raw: span, span, unit: 'grapheme', via: 'keys', form: true } })}
              >
                {t('draft.continue')}
              </button>
            )}
            <button type="button" className="min-h-7 underline" onClick={(event) => discard(id, event.currentTarget)} data-discards-draft>
              {t('draft.discard')}
            </button>
          </p>
        </li>
      ))}
    </ul>
  )
}
