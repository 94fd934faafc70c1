import { useFormatter, useTranslations } from 'next-intl'
import type { FurtherMeasures as Further, Measured } from '@/lib/domain/summary/layer-summary'
import { furtherMeasures } from '@/lib/domain/summary/measures'

type Props = { further: Further; labels: readonly { id: string; name: string }[]; name: string }

/** What other measures say of a dimension, with their intervals and what each tells, and agreement label by label: for those who ask. */
export function FurtherMeasures({ further, labels, name }: Props) {
  const t = useTranslations('measures')
  const byLabel = labels.flatMap((label) => (further.labels[label.id] ? [{ ...label, alpha: further.labels[label.id]! }] : []))
  return (
    <details className="mt-1.5 text-[13.5px] print:hidden">
      <summary className="py-1.5 text-soft">{t('title')}</summary>
      <p className="mt-1 text-soft">{t('note')} {t('intervalNote')}</p>
      <dl className="mt-2">
        {furtherMeasures.map((id) => (
          <div key={id} className="border-t border-rule py-1.5">
            <div className="flex items-baseline justify-between gap-3">
              <dt>{t(`names.${id}`)}</dt>
              <dd className="shrink-0 tabular-nums"><Value measured={further.all[id]} /></dd>
            </div>
            {further.all[id].interval && (
              <dd className="text-right text-[12.5px] text-soft tabular-nums">{t('interval')} <Range measured={further.all[id]} /></dd>
            )}
            <dd className="text-[12.5px] text-soft">{t(`tells.${id}`)}</dd>
          </div>
        ))}
      </dl>
      <table className="mt-3 w-full border-collapse">
        <caption className="sr-only">{`${name}: ${t('byLabel')}`}</caption>
        <thead className="text-[12.5px] text-soft">
          <tr>
            <th scope="col" className="border-b border-rule py-1 text-left font-normal">{t('byLabel')}</th>
            <th scope="col" className="border-b border-rule py-1 pl-2 text-right font-normal">{t('alpha')}</th>
            <th scope="col" className="border-b border-rule py-1 pl-3 text-right font-normal">{t('interval')}</th>
          </tr>
        </thead>
        <tbody>
          {byLabel.map((label) => (
            <tr key={label.id}>
              <th scope="row" className="border-b border-rule py-1.5 text-left font-normal">{label.name}</th>
              <td className="border-b border-rule py-1.5 pl-2 text-right tabular-nums"><Value measured={label.alpha} /></td>
              <td className="border-b border-rule py-1.5 pl-3 text-right whitespace-nowrap text-soft tabular-nums"><Range measured={label.alpha} /></td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function Value({ measured }: { measured: Measured }) {
  const t = useTranslations('measures')
  const format = useFormatter()
  if (measured.value === null) return <span className="text-soft">{t(measured.undefined === 'too-many-to-compare' ? 'tooMany' : 'undefined')}</span>
  return <>{format.number(measured.value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })}</>
}

/** Where the value would lie with other sentences of the kind, 95 times in 100; a dash where that is not known. */
function Range({ measured: { interval } }: { measured: Measured }) {
  const t = useTranslations('measures')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  if (!interval) return <><span aria-hidden="true">–</span><span className="sr-only">{t('undefined')}</span></>
  return <>{t('range', { low: two(interval.low), high: two(interval.high) })}</>
}
