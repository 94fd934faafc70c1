import { useTranslations } from 'next-intl'
import { scrollToSpan } from '@/components/article/place-on-screen'
import { Button } from '@/components/ui/button'
import { neighboursOf, removeAndFocus } from '@/components/ui/remove-and-focus'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { useReadingPlace } from './reading-context'
import { isAboutWhole } from './reading-order'
import { useFlagging } from './use-flagging'

/** What an author can do with their own annotation. */
export function CardActions({ annotation, detached }: { annotation: ReaderAnnotation; detached: boolean }) {
  const t = useTranslations('reader')
  const { dispatch, map } = useReadingPlace()
  const { remove } = useFlagging()
  const { id, start, end } = annotation
  const edit = () => {
    const span = { start, end }
    if (map && !detached) scrollToSpan(map, span, 72, window.innerHeight / 2)
    dispatch({ type: 'selected', passage: { id, raw: span, span, unit: 'grapheme', via: 'keys', form: true } })
  }
  const removeAndGoOn = () => {
    const cards = [...document.querySelectorAll<HTMLElement>('.reader-card-choose')]
    removeAndFocus(() => remove(annotation), [...neighboursOf(cards, document.getElementById(`card-${id}`)), map?.root])
  }
  return (
    <div className="-mb-1 -ml-2.5 flex gap-1" onClick={(event) => event.stopPropagation()}>
      {!detached && !isAboutWhole(annotation) && (
        <Button size="small" variant="quiet" onClick={edit}>
          {t('card.edit')}
        </Button>
      )}
      <Button size="small" variant="warn" onClick={removeAndGoOn}>
        <span aria-hidden="true">✕</span> {t('card.delete')}
      </Button>
    </div>
  )
}
