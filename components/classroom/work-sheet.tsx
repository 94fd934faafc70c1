import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import { linesOf } from '@/lib/domain/classroom/work-lines'
import { codePointIndex } from '@/lib/domain/text/code-points'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { JudgedWork } from '@/lib/server/judged-work'
import type { ClassShares } from '@/lib/server/class-shares'
import { WorkLineView } from './work-line'
import { WorkScores } from './work-scores'
import { WorkText } from './work-text'
import { WorkWords } from './work-words'

type Props = { of: AssignmentView; work: JudgedWork; text: string; studentId: string; comments: readonly { id: string; words: string }[] }

/** A student's work beside the key: the scores with the lines that are behind them, what was said, and the whole text. */
export function WorkSheet({ of, work, text, studentId, comments }: Props) {
  const t = useTranslations('grading')
  const hasKey = work.key.length > 0
  const lines = linesOf(work.result, work.annotations, work.key)
  const index = codePointIndex(text)
  const saidOf = (student: string | null, key: string | null) =>
    work.feedback.filter(({ annotationId, keyAnnotationId }) => annotationId === student && keyAnnotationId === key)
  const sharesOf = ({ people, places }: ClassShares, id?: string) => (id !== undefined && people > 0 && places[id] ? { people, ...places[id] } : null)
  const placed = new Set(lines.flatMap(({ student, key }) => saidOf(student?.id ?? null, key?.id ?? null).map(({ id }) => id)))
  const elsewhere = work.feedback.filter(({ id }) => !placed.has(id))
  const afterSight = new Set(work.afterSight)
  const staff = of.own === null ? { assignmentId: of.id, studentId, comments } : null
  return (
    <>
      {hasKey && work.result ? <WorkScores result={work.result} /> : <p className="mt-8 text-soft">{t(work.result ? 'work.noKey' : 'work.keyNotYet')}</p>}
      <Section title={t('work.lines')}>
        {lines.length === 0 && <p className="text-soft">{t('work.none')}</p>}
        <ol className="divide-y divide-rule border-y border-rule empty:hidden">
          {lines.map((line) => (
            <WorkLineView
              key={`${line.student?.id} ${line.key?.id}`}
              line={line}
              text={index}
              language={of.article.language}
              judged={hasKey}
              afterSight={line.student !== null && afterSight.has(line.student.id)}
              others={work.others && sharesOf(work.others, line.student?.id ?? line.key?.id)}
              said={saidOf(line.student?.id ?? null, line.key?.id ?? null)}
              staff={staff}
            />
          ))}
        </ol>
        {elsewhere.length > 0 && (
          <div className="mt-6">
            <h3 className="font-semibold">{t(work.result ? 'work.elsewhere' : 'work.besides')}</h3>
            <WorkWords said={elsewhere} assignmentId={staff && of.id} />
          </div>
        )}
      </Section>
      <WorkText text={text} language={of.article.language} own={work.annotations} wanted={work.key} />
    </>
  )
}
