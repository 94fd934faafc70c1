import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NoteView } from '@/components/annotation/note-view'
import { LabelName } from '@/components/codebook/label-name'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { ClassShare } from '@/lib/domain/classroom/class-share'
import type { WorkLine } from '@/lib/domain/classroom/work-lines'
import type { CodePointIndex } from '@/lib/domain/text/code-points'
import { excerptOf } from '@/lib/domain/text/excerpt'
import type { JudgedWork } from '@/lib/server/judged-work'
import { WorkSay } from './work-say'
import { WorkVerdict } from './work-verdict'
import { WorkWords } from './work-words'

type Props = {
  line: WorkLine<ReaderAnnotation>
  text: CodePointIndex
  language: string
  /** Whether there is a key to judge by. */
  judged: boolean
  /** The student made or changed it after they saw others' work, the key or a grade. */
  afterSight: boolean
  /** How many of the others said the same of this place, and how many something else. */
  others: (ClassShare & { people: number }) | null
  said: JudgedWork['feedback']
  /** For those who teach: what is needed to say something. */
  staff: { assignmentId: string; studentId: string; comments: readonly { id: string; words: string }[] } | null
}

/** One passage: where it stands, what was given, what the key says with its explanation, and what became of it. */
export function WorkLineView({ line, text, language, judged, afterSight, others, said, staff }: Props) {
  const [t, names] = [useTranslations('grading.work'), useTranslations('codebook.dimensions')]
  const { student, key, verdicts } = line
  const { before, quote, after } = excerptOf(text, line, 90)
  return (
    <li className="grid gap-x-9 gap-y-3 py-5 md:grid-cols-[minmax(0,1fr)_minmax(0,20rem)]">
      <div className="grid content-start gap-3">
        {judged && (
          <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[14px] font-medium">
            {verdicts.map(({ dimension, verdict }) => (
              <li key={dimension}>
                <WorkVerdict verdict={verdict} /> <span className="font-normal text-soft">· {names(`${dimension}.name`)}</span>
              </li>
            ))}
          </ul>
        )}
        <blockquote lang={language} dir="auto" className="font-serif text-[17px] leading-[1.65] whitespace-pre-line wrap-anywhere text-soft">
          {before}
          <mark className="bg-opinion-tint text-ink">{quote}</mark>
          {after}
        </blockquote>
        {afterSight && <p className="text-[14px] text-soft">{t('afterSight')}</p>}
        {others && <p className="text-[14px] text-soft">{t(student ? 'others' : 'othersFound', others)}</p>}
        <WorkWords said={said} assignmentId={staff && staff.assignmentId} />
        {staff && (
          <WorkSay
            hidden={{ assignmentId: staff.assignmentId, studentId: staff.studentId, annotationId: student?.id ?? '', keyAnnotationId: key?.id ?? '' }}
            quote={quote.slice(0, 60)}
            comments={staff.comments}
          />
        )}
      </div>
      <div className="grid content-start gap-4 text-[14px]">
        {student && <Side title={t(staff ? 'given' : 'givenOwn')} of={student} />}
        {key && (
          <Side title={t('wanted')} of={key} several={hasAlternatives(key) ? t('alternatives') : null}>
            {student && (key.start !== student.start || key.end !== student.end) && (
              <p lang={language} dir="auto" className="font-serif text-soft">
                {key.quote}
              </p>
            )}
          </Side>
        )}
      </div>
    </li>
  )
}

/** Of two labels in one dimension each counts as right. */
const hasAlternatives = ({ labels }: ReaderAnnotation) => new Set(labels.map(({ dimension }) => dimension)).size < labels.length

function Side({ title, of, several = null, children }: { title: string; of: ReaderAnnotation; several?: string | null; children?: ReactNode }) {
  return (
    <section className="grid gap-1 wrap-anywhere">
      <h3 className="font-sans text-[13px] text-soft">{title}</h3>
      <ul className="font-medium">
        {of.labels.map((label) => (
          <li key={`${label.dimension}:${label.label}`}>
            <LabelName {...label} />
          </li>
        ))}
      </ul>
      {several && <p className="text-soft">{several}</p>}
      {children}
      {of.note && <NoteView note={of.note} />}
    </section>
  )
}
