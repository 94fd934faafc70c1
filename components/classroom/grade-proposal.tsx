import { useFormatter, useTranslations } from 'next-intl'
import type { Rubric } from '@/lib/domain/classroom/assignment'
import type { Proposal } from '@/lib/domain/classroom/proposal'

/** What the rubric proposes, line by line. */
export function GradeProposal({ rubric, proposal }: { rubric: Rubric; proposal: Proposal }) {
  const [t, format] = [useTranslations('grading.grade'), useFormatter()]
  const outOf = (points: number, of: number) => t('outOf', { points: format.number(points), of: format.number(of) })
  const pointsOf = (line: number, most: number) => {
    const given = proposal.criteria[line] ?? null
    return given === null ? t('byHand') : outOf(given, most)
  }
  return (
    <table className="w-full text-[14px]">
      <caption className="pb-1 text-left text-[13px] text-soft">{t('proposal')}</caption>
      <thead className="sr-only">
        <tr>
          <th scope="col">{t('criterion')}</th>
          <th scope="col">{t('points')}</th>
        </tr>
      </thead>
      <tbody>
        {rubric.map(({ words, points }, i) => (
          <tr key={i} className="border-t border-rule">
            <th scope="row" className="py-1.5 pr-4 text-left font-normal wrap-anywhere">
              {words}
            </th>
            <td className="py-1.5 text-right whitespace-nowrap tabular-nums">{pointsOf(i, points)}</td>
          </tr>
        ))}
        <tr className="border-t border-line font-semibold">
          <th scope="row" className="py-1.5 text-left">
            {t('sum')}
          </th>
          <td className="py-1.5 text-right tabular-nums">{outOf(proposal.points, proposal.of)}</td>
        </tr>
      </tbody>
    </table>
  )
}
