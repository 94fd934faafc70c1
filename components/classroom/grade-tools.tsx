'use client'

import { useFormatter, useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { proposeGrades } from '@/lib/actions/grades'
import { ClassForm } from './class-form'
import { ClassMoment } from './class-moment'
import { GradeRelease } from './grade-release'

type AssignmentTerms = { id: string; gradesAt: number | null; class: { timeZone: string } }
type Change = { id: string; name: string; before: number | null; after: number | null }
/** `now`: milliseconds since 1970; once grades show by their date there is nothing to release or hide. */
type Props = { of: AssignmentTerms; now: number; changes: readonly Change[]; proposed: boolean; rubric: boolean }

/** What can be done with all grades at once: proposals, with what would change shown first, and showing them to the students. */
export function GradeTools({ of: { id: assignmentId, gradesAt, class: { timeZone } }, now, changes, proposed, rubric }: Props) {
  const [t, format] = [useTranslations('grading.grades'), useFormatter()]
  const said = (points: number | null) => (points === null ? t('none') : format.number(points))
  const byDate = gradesAt !== null && gradesAt <= now
  return (
    <div className="mb-8 grid gap-x-12 gap-y-6 md:grid-cols-2">
      {rubric && (
        <div className="grid content-start gap-2">
          <ClassForm
            action={proposeGrades}
            hidden={{ assignmentId }}
            submit={t('propose', { count: proposed ? changes.length : 0 })}
            look={{ variant: changes.length > 0 ? 'primary' : 'plain' }}
            done={({ changed }) => t('proposed', { changed: Number(changed) })}
          />
          <p className="text-[13.5px] text-soft">{t('proposeNote')}</p>
          {proposed && changes.length > 0 && (
            <details className="text-[14px]">
              <summary className="min-h-6">{t('changes')}</summary>
              <ul className="mt-1 grid gap-1">
                {changes.map(({ id, name, before, after }) => (
                  <li key={id} className="tabular-nums">
                    {t('from', { name, before: said(before), after: said(after) })}
                  </li>
                ))}
              </ul>
            </details>
          )}
        </div>
      )}
      <div className="grid content-start gap-2">
        <div className="flex flex-wrap items-start gap-3">
          {!byDate && (
            <>
              <GradeRelease assignmentId={assignmentId} released submit={t('release')} done={(count) => t('released', { count })} />
              <GradeRelease assignmentId={assignmentId} released={false} submit={t('hide')} done={() => t('hidden')} />
            </>
          )}
          <a href={`/assignments/${assignmentId}/grades.csv`} download className={buttonLook({})}>
            {t('download')}
          </a>
        </div>
        <p className="text-[13.5px] text-soft">
          {gradesAt !== null && <>{t.rich('byDate', { when: () => <ClassMoment at={gradesAt} zone={timeZone} /> })} </>}
          {!byDate && t('releaseNote')}
        </p>
      </div>
    </div>
  )
}
