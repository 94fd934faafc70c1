import { useTranslations } from 'next-intl'
import { dropComment } from '@/lib/actions/grades'
import { ClassForm } from './class-form'

/** The comments that are kept to be used again, each with a way to forget it. */
export function GradeComments({ assignmentId, comments }: { assignmentId: string; comments: readonly { id: string; words: string }[] }) {
  const t = useTranslations('grading.grades')
  if (comments.length === 0) return null
  return (
    <details className="mt-8 border-t border-rule pt-4">
      <summary className="min-h-8 font-serif text-[19px] font-semibold">{t('comments', { count: comments.length })}</summary>
      <ul className="mt-2 divide-y divide-rule border-y border-rule">
        {comments.map(({ id, words }) => (
          <li key={id} className="flex flex-wrap items-start justify-between gap-x-6 gap-y-1 py-2.5">
            <p dir="auto" className="max-w-[42em] whitespace-pre-line wrap-anywhere">
              {words}
            </p>
            <ClassForm
              action={dropComment}
              hidden={{ assignmentId, id }}
              submit={t('forget')}
              look={{ variant: 'quiet', size: 'small', 'aria-label': t('forgetThat', { words: words.slice(0, 60) }) }}
            />
          </li>
        ))}
      </ul>
    </details>
  )
}
