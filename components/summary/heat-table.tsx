import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HeatCell } from '@/lib/domain/summary/layer-summary'
import { isStriped } from './is-striped'

export type Paragraph = { start: number; end: number; opening: string }

/** The heat strip as a table, paragraph by paragraph: the way in for keyboards, screen readers and those who like lists. */
export function HeatTable(props: {
  slug: string
  language: string
  paragraphs: readonly Paragraph[]
  cells: readonly HeatCell[]
}) {
  const t = useTranslations('summary.where')
  const cell = 'border-b border-rule py-1.5 pl-4 text-left align-top font-normal first:pl-0'
  return (
    <details className="mt-2 text-[14px] print:hidden">
      <summary className="py-1.5 text-[13.5px] text-soft">{t('table')}</summary>
      <table className="w-full border-collapse">
        <caption className="sr-only">{t('table')}</caption>
        <thead className="text-[12.5px] text-soft">
          <tr>
            <th scope="col" className={cell}>{t('paragraph')}</th>
            <th scope="col" className={cell}>{t('readers')}</th>
            <th scope="col" className={cell}>{t('disagreement')}</th>
          </tr>
        </thead>
        <tbody>
          {props.paragraphs.map(({ start, end, opening }) => {
            const here = props.cells.filter((heat) => heat.start < end && start < heat.end)
            const known = here.flatMap((heat) => heat.disagreement ?? [])
            const disagreement = known.length < here.length ? null : Math.max(0, ...known)
            return (
              <tr key={start}>
                <th scope="row" className={cell}>
                  <Link href={`/articles/${props.slug}#t=${start}-${end}`} prefetch={false} lang={props.language} className="inline-block min-h-6 font-serif hover:underline">
                    {opening}
                  </Link>
                </th>
                <td className={`${cell} tabular-nums`}>{Math.max(0, ...here.map((heat) => heat.readers))}</td>
                <td className={cell}>{t(`levels.${levelOf(disagreement)}`)}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </details>
  )
}

function levelOf(disagreement: number | null) {
  if (disagreement === null) return 'unknown'
  return isStriped({ disagreement }) ? 'much' : disagreement > 0 ? 'some' : 'none'
}
