import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { Requirement } from '@/lib/domain/classroom/requirement'
import { dimensions } from '@/lib/domain/codebook/codebook'
import type { BoardLine } from '@/lib/server/board'
import { boardSorts, type BoardSort } from './board-order'
import { BoardState } from './board-state'

type Props = { assignmentId: string; lines: readonly BoardLine[]; requirement: Requirement; sort: BoardSort; now: Date }

const cell = 'py-2.5 pr-5 align-baseline'

/** One line a student: where they stand, when they last did something, and how far they are with what is asked for. */
export function BoardTable({ assignmentId, lines, requirement, sort, now }: Props) {
  const [t, names, format] = [useTranslations('grading.board'), useTranslations('codebook.dimensions'), useFormatter()]
  const groups = lines.some(({ group }) => group !== null)
  return (
    <>
      <p className="mb-2 text-[14px] text-soft">
        {t('sort')}{' '}
        {boardSorts.map((each) => (
          <Link
            key={each}
            href={`?sort=${each}`}
            replace
            scroll={false}
            aria-current={each === sort ? 'true' : undefined}
            className="mr-3 inline-block min-h-6 underline underline-offset-2 hover:text-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {t(`sorts.${each}`)}
          </Link>
        ))}
      </p>
      <div role="region" aria-label={t('caption')} tabIndex={0} className="relative scroll-hint overflow-x-auto">
        <table className="w-full min-w-[44rem] text-[15px]">
          <caption className="sr-only">{t('caption')}</caption>
          <thead className="border-b border-rule text-left text-[13px] text-soft">
            <tr>
              <Head sorted={sort === 'name'}>{t('columns.name')}</Head>
              <Head sorted={sort === 'state'}>{t('columns.state')}</Head>
              <Head sorted={sort === 'active'}>{t('columns.active')}</Head>
              <Head>{t('columns.flags')}</Head>
              {dimensions.map((dimension) => (
                <Head key={dimension}>{names(`${dimension}.name`)}</Head>
              ))}
              {groups && <Head>{t('columns.group')}</Head>}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <tr key={line.id} className="border-b border-rule">
                <th scope="row" className={`${cell} text-left font-medium wrap-anywhere`}>
                  <Link href={`/assignments/${assignmentId}/work/${line.id}`} prefetch={false} className="inline-block min-h-6 underline underline-offset-2">
                    {line.name}
                  </Link>
                  {line.section && <span className="block text-[13px] font-normal text-soft">{line.section.name}</span>}
                </th>
                <td className={cell}>
                  <BoardState state={line.state} />
                  {line.afterSight > 0 && <span className="block max-w-60 text-[13px] text-soft">{t('afterSight', { count: line.afterSight })}</span>}
                  {line.takenBack && <span className="block text-[13px] text-soft">↩ {t('takenBack')}</span>}
                </td>
                <td className={`${cell} whitespace-nowrap text-soft`}>
                  {line.lastActive === null ? t('never') : <time dateTime={line.lastActive}>{format.relativeTime(new Date(line.lastActive), now)}</time>}
                </td>
                <td className={cell}>
                  <Against done={line.flags} wanted={requirement.flags} />
                </td>
                {dimensions.map((dimension) => (
                  <td key={dimension} className={cell}>
                    <Against done={line.byDimension[dimension]} wanted={requirement.dimensions[dimension]} />
                  </td>
                ))}
                {groups && <td className={`${cell} whitespace-nowrap text-soft`}>{line.group === null ? t('alone') : t('group', { number: line.group })}</td>}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

function Head({ children, sorted }: { children: string; sorted?: boolean }) {
  return (
    <th scope="col" aria-sort={sorted ? 'ascending' : undefined} className="py-2 pr-5 font-normal whitespace-nowrap">
      {children}
    </th>
  )
}

function Against({ done, wanted }: { done: number; wanted: number }) {
  const [t, format] = [useTranslations('grading.board'), useFormatter()]
  if (wanted === 0) return <span className="tabular-nums">{format.number(done)}</span>
  const met = done >= wanted
  return (
    <span className="whitespace-nowrap tabular-nums">
      {format.number(done)} <span className="text-soft">{t('wanted', { wanted })}</span>
      <span className="sr-only"> · {t(met ? 'met' : 'notMet')}</span>
      {met && (
        <span aria-hidden="true" className="text-accent">
          {' ✓'}
        </span>
      )}
    </span>
  )
}
