import { useFormatter, useTranslations } from 'next-intl'
import { memo, type CSSProperties } from 'react'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { findLabel } from '@/lib/domain/codebook/registry'
import { CardActions } from './card-actions'
import { CardState } from './card-state'
import { LabelChips } from './label-chips'
import { PassageLinks } from './passage-links'
import { useReadingPlace } from './reading-context'
import { isAboutWhole } from './reading-order'
import { SaidParts } from './said-parts'
import type { Write } from './writes'

type Props = {
  annotation: ReaderAnnotation
  chosen: boolean
  /** Whether it came while the page was open. */
  fresh: boolean
  /** What is on its way to the server. */
  write: Write | undefined
  detached?: boolean
}

/**
 * One annotation in the margin: what was flagged, as what, by whom, and what they say about it. It is drawn again only
 * when something about itself changed, since there are many.
 */
export const Card = memo(function Card({ annotation, chosen, fresh, write, detached = false }: Props) {
  const t = useTranslations('reader')
  const format = useFormatter()
  const { codebook, dispatch, language, mine, mayFlag } = useReadingPlace()
  const { labels, quote, confidence, author, updatedAt } = annotation
  const first = labels[0] && findLabel(codebook, labels[0])
  const colour = first ? `light-dark(${first.colour.light}, ${first.colour.dark})` : 'var(--line)'
  const choose = () => {
    const selected = window.getSelection()
    // Somebody who selects words of a note to copy them chooses nothing.
    if (selected && !selected.isCollapsed) return
    dispatch({ type: 'selected', passage: null })
    dispatch({ type: 'chose', id: annotation.id, from: 'margin' })
  }
  return (
    <div className="reader-card" data-chosen={chosen || undefined} style={{ '--c': colour } as CSSProperties} onClick={choose}>
      <button
        type="button"
        id={`card-${annotation.id}`}
        aria-pressed={chosen}
        aria-label={t(isAboutWhole(annotation) ? 'card.whole' : 'card.name', { number: labels.length, quote, reader: author.name })}
        onClick={(event) => {
          event.stopPropagation()
          choose()
        }}
        className="reader-card-choose"
      />
      <LabelChips labels={labels} />
      {quote && (
        <q lang={language} dir="auto" className={`reader-card-quote ${chosen ? '' : 'line-clamp-2'}`}>
          {quote}
        </q>
      )}
      {chosen && !detached && !isAboutWhole(annotation) && <PassageLinks span={annotation} className="text-[13px]" />}
      <SaidParts said={annotation} clamp={chosen ? '' : 'line-clamp-3'} />
      <p className="reader-card-meta">
        {fresh && <span className="font-semibold text-ink">{t('card.new')}</span>}
        <bdi>{author.id === mine?.id ? t('card.you') : author.name}</bdi>
        {updatedAt && <time dateTime={updatedAt}>{format.dateTime(new Date(updatedAt), { month: 'short', day: 'numeric' })}</time>}
        {confidence && <span>{t(`confidence.${confidence}`)}</span>}
      </p>
      <CardState id={annotation.id} write={write} />
      {author.id === mine?.id && mayFlag && chosen && <CardActions annotation={annotation} detached={detached} />}
    </div>
  )
})
