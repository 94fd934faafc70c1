import { useTranslations } from 'next-intl'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { labelsOf } from '@/lib/domain/codebook/registry'
import { noFilter, sameLabel } from './filter'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'

/** Which flags are shown: of which label, of which reader, one's own or all. The dimensions have their switches above the text. */
export function MarginFilter() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const { state, standing, inSight, dispatch, codebook, mine } = useReading()
  const { filter, loaded } = state
  const readers = new Map(standing.map(({ author }) => [author.id, author.name]))
  const filtered = filter !== noFilter && (filter.label !== null || filter.reader !== null || filter.hidden.length > 0)

  const chooseLabel = (value: string) => {
    const [dimension, label] = value.split(':')
    const named = dimensions.find((known) => known === dimension)
    dispatch({ type: 'filtered', filter: { ...filter, label: named && label ? { dimension: named, label } : null } })
  }
  const chooseReader = (reader: string) => dispatch({ type: 'filtered', filter: { ...filter, reader: reader || null } })
  if (loaded && standing.length === 0) return null
  return (
    <div className="grid gap-2 pb-3 text-[13px]">
      <p className="flex min-h-7 items-baseline justify-between gap-3 text-soft">
        <span aria-live="polite">
          {loaded ? t('margin.shown', { shown: inSight.length, all: standing.length }) : t('margin.loading')}
        </span>
        {filtered && (
          <button type="button" className="min-h-7 underline" onClick={() => dispatch({ type: 'filtered', filter: noFilter })}>
            {t('filter.clear')}
          </button>
        )}
      </p>
      <div className="grid grid-cols-2 gap-2">
        <select
          aria-label={t('filter.label')}
          value={filter.label ? `${filter.label.dimension}:${filter.label.label}` : ''}
          onChange={(event) => chooseLabel(event.target.value)}
          className="reader-select"
        >
          <option value="">{t('filter.allLabels')}</option>
          {dimensions.map((dimension) => (
            <optgroup key={dimension} label={words.dimension(dimension).name}>
              {labelsOf(codebook, dimension).map(({ id }) => {
                const ref = { dimension, label: id }
                const count = standing.filter(({ labels }) => labels.some((other) => sameLabel(other, ref))).length
                return count > 0 || (filter.label && sameLabel(filter.label, ref)) ? (
                  <option key={id} value={`${dimension}:${id}`}>
                    {t('filter.option', { name: words.label(ref).name, count })}
                  </option>
                ) : null
              })}
            </optgroup>
          ))}
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
