import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo } from 'react'
import type { PaintMark } from '@/components/article/paint-layers'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { dimensions, type Dimension } from '@/lib/domain/codebook/codebook'
import { unlabelled, type Unlabelled } from './filter'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'
import { Swatch } from './swatch'

const signs: Record<Dimension | Unlabelled, PaintMark[]> = {
  sourcing: ['underline-solid', 'underline-dashed', 'underline-dotted'],
  statement: ['tint-cool', 'tint-warm'],
  framing: ['wavy'],
  unlabelled: ['plain'],
}

/** How each dimension is drawn; each is a switch that shows or hides its flags. */
export function Legend() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const { state, standing, dispatch, openHelp } = useReading()
  const { filter } = state

  // Counts may come a moment after what was done.
  const counted = useDeferredValue(standing)
  const counts = useMemo(() => countKinds(counted), [counted])
  const toggle = (kind: Dimension | Unlabelled) => {
    const rest = filter.hidden.filter((other) => other !== kind)
    const hidden = rest.length < filter.hidden.length ? rest : [...rest, kind]
    dispatch({ type: 'filtered', filter: { ...filter, hidden } })
  }
  // A kind of its own only where there are such, or where one hid them.
  const bare = counts.unlabelled > 0 || filter.hidden.includes(unlabelled)
  const kinds: readonly (Dimension | Unlabelled)[] = bare ? [...dimensions, unlabelled] : dimensions
  return (
    <div role="group" aria-label={t('legend.name')} className="flex flex-wrap gap-2 py-3.5 text-[13px]">
      {kinds.map((kind) => (
        <button
          key={kind}
          type="button"
          aria-pressed={!filter.hidden.includes(kind)}
          title={kind === unlabelled ? t('unlabelled.text') : words.dimension(kind).question}
          onClick={() => toggle(kind)}
          className="reader-chip"
        >
          <span className="flex gap-1">
            {signs[kind].map((mark) => (
              <Swatch key={mark} mark={mark} />
            ))}
          </span>
          {kind === unlabelled ? t('unlabelled.name') : words.dimension(kind).name}
          {/* As wide before the counts are there as after: nothing moves when they come. */}
          <span className="min-w-[2ch] text-soft tabular-nums">{state.loaded && counts[kind]}</span>
        </button>
      ))}
      <button type="button" onClick={() => openHelp()} className="reader-chip text-soft">
        {t('help.open')}
      </button>
    </div>
  )
}

function countKinds(annotations: readonly ReaderAnnotation[]): Record<Dimension | Unlabelled, number> {
  const counts = { sourcing: 0, statement: 0, framing: 0, unlabelled: 0 }
  for (const { labels } of annotations) {
    if (labels.length === 0) counts.unlabelled += 1
    for (const dimension of dimensions) if (labels.some((ref) => ref.dimension === dimension)) counts[dimension] += 1
  }
  return counts
}
