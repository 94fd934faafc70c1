import { useTranslations } from 'next-intl'
import { useMemo } from 'react'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { dimensions, type Dimension, type Mark } from '@/lib/domain/codebook/codebook'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'
import { Swatch } from './swatch'

const signs: Record<Dimension, Mark[]> = {
  sourcing: ['underline-solid', 'underline-dashed', 'underline-dotted'],
  statement: ['tint-cool', 'tint-warm'],
  framing: ['wavy'],
}

/** How each dimension is drawn; each is a switch that shows or hides its flags. */
export function Legend() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const { state, standing, dispatch, openHelp } = useReading()
  const { filter } = state

  const counts = useMemo(() => countDimensions(standing), [standing])
  const toggle = (dimension: Dimension) => {
    const rest = filter.hidden.filter((other) => other !== dimension)
    const hidden = rest.length < filter.hidden.length ? rest : [...rest, dimension]
    dispatch({ type: 'filtered', filter: { ...filter, hidden } })
  }
  return (
    <div role="group" aria-label={t('legend.name')} className="flex flex-wrap gap-2 py-3.5 text-[13px] print:hidden">
      {dimensions.map((dimension) => {
        return (
          <button
            key={dimension}
            type="button"
            aria-pressed={!filter.hidden.includes(dimension)}
            title={words.dimension(dimension).question}
            onClick={() => toggle(dimension)}
            className="reader-chip"
          >
            <span className="flex gap-1">
              {signs[dimension].map((mark) => (
                <Swatch key={mark} mark={mark} />
              ))}
            </span>
            {words.dimension(dimension).name}
            {state.loaded && <span className="text-soft tabular-nums">{counts[dimension]}</span>}
          </button>
        )
      })}
      <button type="button" onClick={() => openHelp()} className="reader-chip text-soft">
        {t('help.open')}
      </button>
    </div>
  )
}

function countDimensions(annotations: readonly ReaderAnnotation[]): Record<Dimension, number> {
  const counts = { sourcing: 0, statement: 0, framing: 0 }
  for (const { labels } of annotations) {
    for (const dimension of dimensions) if (labels.some((ref) => ref.dimension === dimension)) counts[dimension] += 1
  }
  return counts
}
