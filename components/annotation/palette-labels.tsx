import { useTranslations } from 'next-intl'
import { useId, useLayoutEffect, useRef, useState } from 'react'
import { dimensions, type LabelRef } from '@/lib/domain/codebook/codebook'
import { labelsOf } from '@/lib/domain/codebook/registry'
import { LabelChips } from './label-chips'
import { PaletteRow } from './palette-row'
import { useReading } from './reading-context'

type Props = {
  chosen: readonly LabelRef[]
  toggle: (ref: LabelRef) => void
  hint: (ref: LabelRef | null) => void
  more: { open: boolean; toggle: () => void }
  /** Whether the labels make room for something else: then those chosen are named in one line, which opens the rows again. */
  folded: boolean
}

/** The labels to choose from, a row for each dimension. */
export function PaletteLabels({ chosen, toggle, hint, more, folded }: Props) {
  const t = useTranslations('reader')
  const { offered } = useReading()
  const [open, setOpen] = useState(false)
  const rows = useId()
  const line = useRef<HTMLDivElement>(null)
  useLayoutEffect(() => {
    // Somebody may have scrolled down to a label; what takes the labels' place begins at the top.
    line.current?.parentElement?.scrollTo(0, 0)
  }, [folded])
  return (
    <>
      {folded && (
        <div ref={line} className="reader-palette-folded">
          {chosen.length > 0 ? <LabelChips labels={chosen} /> : <span className="text-soft">{t('palette.noLabels')}</span>}
          <button type="button" aria-expanded={open} aria-controls={rows} onClick={() => setOpen(!open)} className="reader-foot">
            {t('palette.labels')} <span aria-hidden="true">{open ? '▴' : '▾'}</span>
          </button>
        </div>
      )}
      <div id={rows} hidden={folded && !open}>
        {dimensions.filter((dimension) => labelsOf(offered, dimension).length > 0).map((dimension) => (
          <PaletteRow
            key={dimension}
            dimension={dimension}
            labels={labelsOf(offered, dimension, more.open ? undefined : 'short')}
            chosen={chosen}
            toggle={toggle}
            hint={hint}
            more={labelsOf(offered, dimension, 'more').length > 0 ? more : null}
          />
        ))}
      </div>
    </>
  )
}
