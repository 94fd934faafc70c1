import { useTranslations } from 'next-intl'
import { useDeferredValue, useMemo } from 'react'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { labelsOf } from '@/lib/domain/codebook/registry'
import { isOpen, noFilter, unlabelled, type Filter } from './filter'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'

/** Which flags are shown: of which label, of which reader, one's own or all. The dimensions have their switches above the text. */
export function MarginFilter() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const { state, standing, inSight, aboutWhole, dispatch, codebook, mine } = useReading()
  const { filter, loaded } = state
  const counted = useDeferredValue(standing)
  const { readers, counts } = useMemo(() => tally(counted), [counted])
  const bare = counts.get(unlabelled) ?? 0

  const chooseLabel = (value: string) => {
    const [dimension, label] = value.split(':')
    const named = dimensions.find((known) => known === dimension)
    const one = named && label ? { dimension: named, label } : null
    dispatch({ type: 'filtered', filter: { ...filter, label: value === unlabelled ? unlabelled : one } })
  }
  const chooseReader = (reader: string) => dispatch({ type: 'filtered', filter: { ...filter, reader: reader || null } })
  if (loaded && standing.length === 0) return null
  return (
    <div className="grid gap-2 pb-3 text-[13px]">
      <p className="flex min-h-7 items-baseline justify-between gap-3 text-soft">
        <span aria-live="polite">
          {loaded ? t('margin.shown', { shown: inSight.length + aboutWhole.length, all: standing.length }) : t('margin.loading')}
        </span>
        {!isOpen(filter) && (
          <button type="button" className="min-h-7 underline" onClick={() => dispatch({ type: 'filtered', filter: noFilter })}>
            {t('filter.clear')}
          </button>
        )}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <select
          aria-label={t('filter.label')}
          value={valueOf(filter.label)}
          onChange={(event) => chooseLabel(event.target.value)}
          className="reader-select"
        >
          <option value="">{t('filter.allLabels')}</option>
          {dimensions.map((dimension) => (
            <optgroup key={dimension} label={words.dimension(dimension).name}>
              {labelsOf(codebook, dimension).map(({ id }) => {
                const count = counts.get(`${dimension}:${id}`) ?? 0
                return count > 0 || valueOf(filter.label) === `${dimension}:${id}` ? (
                  <option key={id} value={`${dimension}:${id}`}>
                    {t('filter.option', { name: words.label({ dimension, label: id }).name, count })}
                  </option>
                ) : null
              })}
            </optgroup>
          ))}
          {(bare > 0 || filter.label === unlabelled) && (
            <option value={unlabelled}>{t('filter.option', { name: t('unlabelled.name'), count: bare })}</option>
          )}
        </select>
        <select aria-label={t('filter.reader')} value={filter.reader ?? ''} onChange={(event) => chooseReader(event.target.value)} className="reader-select">
          <option value="">{t('filter.allReaders')}</option>
          {mine && <option value={mine.id}>{t('filter.mine')}</option>}
          {[...readers].filter(([id]) => id !== mine?.id).map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </div>
    </div>
  )
}

const valueOf = (label: Filter['label']) => (label === null || label === unlabelled ? (label ?? '') : `${label.dimension}:${label.label}`)

/** Who flagged, by name, and how often each label was given. */
function tally(annotations: readonly ReaderAnnotation[]) {
  const readers = new Map<string, string>()
  const counts = new Map<string, number>()
  for (const { author, labels } of annotations) {
    readers.set(author.id, author.name)
    if (labels.length === 0) counts.set(unlabelled, (counts.get(unlabelled) ?? 0) + 1)
    for (const { dimension, label } of labels) {
      const key = `${dimension}:${label}`
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
  }
  return { readers, counts }
}
