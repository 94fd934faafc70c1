import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { Grade } from '@/lib/server/grades'
import type { JudgedWork } from '@/lib/server/judged-work'
import { GradeForm } from './grade-form'
import { GradeProposal } from './grade-proposal'
import { GradeRelease } from './grade-release'

/** `now`: milliseconds since 1970; once grades show by their date none can be hidden. */
type Props = { of: AssignmentView; work: JudgedWork; grade: Grade | null; studentId: string; comments: readonly { id: string; words: string }[]; now: number }

/** The points with what they are for, and the words on the whole; those who teach set both here and release them. */
export function GradePanel({ of, work, grade, studentId, comments, now }: Props) {
  const [t, format] = [useTranslations('grading.grade'), useFormatter()]
  if (!grade && work.points === null && work.comment === null) return null
  const own = { assignmentId: of.id, studentId }
  const byDate = of.gradesAt !== null && of.gradesAt <= now
  return (
    <Section title={t('title')}>
      <div className="grid gap-x-12 gap-y-8 md:grid-cols-2">
        <div className="grid content-start gap-4">
          <p className="font-serif text-[30px] leading-tight font-semibold tabular-nums">
            {work.points === null ? t('none') : t('outOf', { points: format.number(work.points), of: format.number(of.points) })}
          </p>
          {!grade && work.comment && (
            <p dir="auto" className="max-w-[42em] font-serif text-[17px] leading-relaxed whitespace-pre-line wrap-anywhere">
              {work.comment}
            </p>
          )}
          {work.proposal && of.rubric.length > 0 && <GradeProposal rubric={of.rubric} proposal={work.proposal} />}
          {grade?.changed && <p className="text-[14px] text-soft">{grade.changed.points === null ? t('noneNow') : t('changed', { points: format.number(grade.changed.points) })}</p>}
        </div>
        {grade && (
          <div className="grid content-start gap-6">
            <GradeForm {...own} points={grade.overridden ? grade.points : null} proposed={grade.proposal?.points ?? null} comment={grade.comment} most={of.points} comments={comments} />
            <div className="grid gap-2 border-t border-rule pt-4">
              <p className="text-[14px] text-soft">{t(grade.released ? 'released' : grade.submitted ? 'hidden' : 'notHandedIn')}</p>
              {grade.submitted && !byDate && <GradeRelease {...own} released={!grade.released} submit={t(grade.released ? 'hideOne' : 'releaseOne')} />}
            </div>
          </div>
        )}
      </div>
    </Section>
  )
}
