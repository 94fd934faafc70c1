import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { Grade, Neighbour } from '@/lib/server/grades'
import { BoardState } from './board-state'
import { workState } from '@/lib/domain/classroom/work-state'

const link = 'inline-block min-h-6 underline underline-offset-2 hover:text-ink'

/** Whose work it is, in which assignment; for those who teach with the way to the work before and after it. */
export function WorkHead({ of, grade, before, after }: { of: AssignmentView; grade: Grade | null; before: Neighbour; after: Neighbour }) {
  const t = useTranslations('grading.work')
  const handedIn = grade?.submitted ? Date.parse(grade.submitted) : null
  return (
    <header className="mb-8">
      <p className="flex flex-wrap gap-x-4 text-[13px] text-soft">
        <Link href={`/assignments/${of.id}`} className={link}>
          {of.title}
        </Link>
        {grade && (
          <Link href={`/assignments/${of.id}/grades`} className={link}>
            {t('all')}
          </Link>
        )}
      </p>
      <h1 className="mt-1 text-[26px] leading-tight font-semibold wrap-anywhere sm:text-[30px]">{grade ? t('titleOf', { name: grade.student.name }) : t('titleOwn')}</h1>
      {grade && (
        <p className="mt-2 flex flex-wrap gap-x-5 text-[14px] text-soft">
          {handedIn !== null && <BoardState state={workState({ started: handedIn, submitted: handedIn }, of)} />}
          {before && (
            <Link href={`/assignments/${of.id}/work/${before.id}`} prefetch={false} className={link}>
              ← {t('previous', { name: before.name })}
            </Link>
          )}
          {after && (
            <Link href={`/assignments/${of.id}/work/${after.id}`} prefetch={false} className={link}>
              {t('next', { name: after.name })} →
            </Link>
          )}
        </p>
      )}
    </header>
  )
}
