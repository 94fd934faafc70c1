import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import type { Gradebook, Mark } from '@/lib/server/gradebook'

/** The points of every student in every assignment of a class. */
export function GradeBook({ classId, book: { assignments, students } }: { classId: string; book: Gradebook }) {
  const [t, format] = [useTranslations('grading.book'), useFormatter()]
  if (assignments.length === 0) return <p className="border-y border-rule py-6 text-soft">{t('empty')}</p>
  const sections = students.some(({ section }) => section !== null)
  const shown = (mark: Mark | undefined) => {
    const points = mark?.points ?? null
    return points === null ? <span className="text-[13px] text-soft">{t(mark?.submitted ? 'toGrade' : 'nothing')}</span> : format.number(points)
  }
  return (
    <>
      <div role="region" aria-label={t('caption')} tabIndex={0} className="relative scroll-hint overflow-x-auto">
        <table className="min-w-full text-[15px]">
          <caption className="sr-only">{t('caption')}</caption>
          <thead className="text-left text-[13px] text-soft">
            <tr className="border-b border-rule align-bottom">
              <th scope="col" className="py-2 pr-5 font-normal">
                {t('student')}
              </th>
              {sections && (
                <th scope="col" className="py-2 pr-5 font-normal">
                  {t('section')}
                </th>
              )}
              {assignments.map(({ id, title, points }) => (
                <th key={id} scope="col" className="max-w-48 min-w-28 py-2 pr-5 text-right font-normal wrap-anywhere">
                  <Link href={`/assignments/${id}/grades`} prefetch={false} className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
                    {title}
                  </Link>
                  <span className="block">{t('of', { points })}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {students.map(({ id, name, section, marks }) => (
              <tr key={id} className="border-b border-rule align-baseline">
                <th scope="row" className="py-2.5 pr-5 text-left font-medium wrap-anywhere">
                  {name}
                </th>
                {sections && <td className="py-2.5 pr-5 text-soft">{section}</td>}
                {assignments.map((each) => (
                  <td key={each.id} className="py-2.5 pr-5 text-right whitespace-nowrap tabular-nums">
                    {shown(marks[each.id])}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="mt-5 flex flex-wrap items-center justify-between gap-3">
        <p className="text-[13.5px] text-soft">{t('note')}</p>
        <a href={`/classes/${classId}/grades.csv`} download className={buttonLook({ size: 'small' })}>
          {t('download')}
        </a>
      </div>
    </>
  )
}
