import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { useLabelName } from '@/components/summary/use-label-name'
import { Section } from '@/components/ui/page'
import type { ProgressPoint } from '@/lib/domain/classroom/progress'
import { dimensions } from '@/lib/domain/codebook/codebook'

const [cell, head] = ['py-2.5 pr-5 align-top', 'py-1.5 pr-5 font-normal whitespace-nowrap']

/** Everything that the charts show, in figures, and what of the key was missed most. */
export function ProgressTable({ points, timeZone }: { points: readonly ProgressPoint[]; timeZone: string }) {
  const [t, names, format] = [useTranslations('progress.table'), useTranslations('codebook.dimensions'), useFormatter()]
  const labelName = useLabelName()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  const none = <><span aria-hidden="true" className="text-soft">–</span><span className="sr-only">{t('none')}</span></>
  const small = 'block text-[12.5px] whitespace-nowrap text-soft'
  return (
    <Section title={t('title')} note={`${t('scoresNote')} ${t('missedNote')}`}>
      <div role="region" aria-label={t('caption')} tabIndex={0} className="relative scroll-hint overflow-x-auto">
        <table className="min-w-full text-[14.5px]">
          <caption className="sr-only">{t('caption')}</caption>
          <thead className="text-left align-bottom text-[13px] text-soft">
            <tr>
              <th scope="col" rowSpan={2} className={head}>{t('columns.number')}</th>
              <th scope="col" rowSpan={2} className={head}>{t('columns.assignment')}</th>
              <th scope="col" rowSpan={2} className={head}>{t('columns.turnout')}</th>
              <th scope="colgroup" colSpan={dimensions.length} className={head}>{t('columns.f1')}</th>
              <th scope="colgroup" colSpan={dimensions.length} className={head}>{t('columns.alpha')}</th>
              <th scope="col" rowSpan={2} className={head}>{t('columns.missed')}</th>
            </tr>
            <tr className="border-b border-rule">
              {(['f1', 'alpha'] as const).map((part) =>
                dimensions.map((dimension) => (
                  <th key={`${part} ${dimension}`} scope="col" className={head}>{names(`${dimension}.name`)}</th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {points.map(({ id, title, at, students, worked, handedIn, late, scores, agreement, missed }, i) => (
              <tr key={id} className="border-b border-rule">
                <td className={`${cell} text-soft tabular-nums`}>{format.number(i + 1)}</td>
                <th scope="row" className={`${cell} max-w-56 min-w-36 text-left font-medium wrap-anywhere`}>
                  <Link href={`/assignments/${id}/results`} prefetch={false} className="inline-block min-h-6 underline underline-offset-2">
                    {title}
                  </Link>
                  <span className="block text-[12.5px] font-normal text-soft">{format.dateTime(new Date(at), { dateStyle: 'medium', timeZone })}</span>
                </th>
                <td className={`${cell} whitespace-nowrap tabular-nums`}>
                  {t('turnout', { handedIn, students })}
                  {worked > handedIn && <span className={small}>{t('worked', { count: worked })}</span>}
                  {late > 0 && <span className={small}>{t('late', { count: late })}</span>}
                </td>
                {dimensions.map((dimension) => {
                  const score = scores[dimension]
                  return (
                    <td key={`f1 ${dimension}`} className={`${cell} tabular-nums`}>
                      {score ? percent(score.f1) : none}
                      {score && <span className={small}>{t('precision', { value: percent(score.precision) })}</span>}
                      {score && <span className={small}>{t('recall', { value: percent(score.recall) })}</span>}
                    </td>
                  )
                })}
                {dimensions.map((dimension) => {
                  const { alpha, interval } = agreement[dimension] ?? { alpha: null, interval: null }
                  return (
                    <td key={`alpha ${dimension}`} className={`${cell} tabular-nums`}>
                      {alpha === null ? none : two(alpha)}
                      {interval && <span className={small}>{t('range', { low: two(interval.low), high: two(interval.high) })}</span>}
                    </td>
                  )
                })}
                <td className={`${cell} min-w-44 text-[13.5px]`}>
                  {missed.length === 0 && none}
                  {missed.map((each) => (
                    <span key={`${each.dimension} ${each.label}`} className="block">
                      {t('missed', { label: labelName(each.dimension, each.label), missed: each.missed, wanted: each.wanted })}
                    </span>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </Section>
  )
}
