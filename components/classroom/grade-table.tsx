import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { Grade } from '@/lib/server/grades'
import { ClassMoment } from './class-moment'

const cell = 'py-2.5 pr-5 align-baseline'
const columns = ['name', 'section', 'submitted', 'proposal', 'points', 'shown'] as const

/** The grade of every student, with what the rubric would propose by now; a name leads to the work. */
export function GradeTable({ of, grades }: { of: AssignmentView; grades: readonly Grade[] }) {
  const [t, format] = [useTranslations('grading.grades'), useFormatter()]
  const sections = grades.some(({ student }) => student.section !== null)
  const proposals = grades.some(({ proposal, changed }) => proposal || changed)
  const shown = columns.filter((column) => (sections || column !== 'section') && (proposals || column !== 'proposal'))
  return (
    <div role="region" aria-label={t('caption')} tabIndex={0} className="relative scroll-hint overflow-x-auto">
      <table className="w-full min-w-[40rem] text-[15px]">
        <caption className="sr-only">{t('caption')}</caption>
        <thead className="border-b border-rule text-left text-[13px] text-soft">
          <tr>
            {shown.map((column) => (
              <th key={column} scope="col" className="py-2 pr-5 font-normal">
                {t(`columns.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {grades.map(({ student, submitted, proposal, changed, points, overridden, released }) => (
            <tr key={student.id} className="border-b border-rule">
              <th scope="row" className={`${cell} text-left font-medium wrap-anywhere`}>
                <Link href={`/assignments/${of.id}/work/${student.id}`} prefetch={false} className="inline-block min-h-6 underline underline-offset-2">
                  {student.name}
                </Link>
              </th>
              {sections && <td className={`${cell} text-soft`}>{student.section}</td>}
              <td className={cell}>{submitted ? <ClassMoment at={Date.parse(submitted)} zone={of.class.timeZone} /> : <span className="text-soft">{t('notHandedIn')}</span>}</td>
              {proposals && (
                <td className={`${cell} tabular-nums`}>
                  {proposal ? format.number(proposal.points) : <span className="text-soft">{t('none')}</span>}
                  {changed && (
                    <span className="block text-[13px] text-soft">
                      {t('wouldBe', { points: changed.points === null ? t('none') : format.number(changed.points) })}
                    </span>
                  )}
                </td>
              )}
              <td className={`${cell} tabular-nums`}>
                {points === null ? <span className="text-soft">{t('none')}</span> : <b className="font-semibold">{format.number(points)}</b>}
                {overridden && <span className="block text-[13px] text-soft">{t('byHand')}</span>}
              </td>
              <td className={cell}>
                <span aria-hidden="true" className="text-accent">
                  {submitted && released ? '●' : '○'}
                </span>{' '}
                {t(submitted && released ? 'yes' : 'no')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
