import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { AssignmentEntry } from '@/lib/server/assignment-list'
import type { ClassView } from '@/lib/server/classes'
import { ClassMoment } from './class-moment'

/** The assignments of a class: for a student where they stand with each, for who teaches how many handed in. */
export function ClassAssignments({ of, assignments }: { of: ClassView; assignments: readonly AssignmentEntry[] }) {
  const t = useTranslations('classroom.assignments')
  const at = (moment: number) =>
    function When() {
      return <ClassMoment at={moment} zone={of.timeZone} />
    }
  const dates = ({ yetToOpen, opens, due, lateUntil }: AssignmentEntry) => [
    yetToOpen && opens !== null ? t.rich('opens', { when: at(opens) }) : null,
    due === null ? t('endless') : t.rich('due', { when: at(due) }),
    lateUntil !== null && lateUntil !== due ? t.rich('lateUntil', { when: at(lateUntil) }) : null,
  ]
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {assignments.map((assignment) => (
        <li key={assignment.id} className="grid gap-x-8 gap-y-1 py-4 sm:grid-cols-[minmax(0,1fr)_auto]">
          <div className="min-w-0">
            <h2 className="text-[19px] leading-snug font-semibold wrap-anywhere">
              <Link href={`/assignments/${assignment.id}`} className="no-underline hover:underline">
                {assignment.title}
              </Link>
            </h2>
            {assignment.article !== assignment.title && <p className="font-serif text-[15px] text-soft wrap-anywhere">{assignment.article}</p>}
            <p className="mt-1 text-[13.5px] text-soft">
              {dates(assignment)
                .filter((date) => date !== null)
                .map((date, i) => (
                  <span key={i}>
                    {i > 0 && ' · '}
                    {date}
                  </span>
                ))}
            </p>
          </div>
          <p className="text-[14px] sm:pt-1 sm:text-right">{standing(assignment)}</p>
        </li>
      ))}
    </ul>
  )

  function standing({ own, counts }: AssignmentEntry) {
    if (own) return <OwnState {...own} />
    if (!counts) return null
    const atWork = counts.started - counts.submitted
    return (
      <>
        {t('handedIn', { submitted: counts.submitted, students: of.students })}
        {atWork > 0 && <span className="text-soft max-sm:before:content-['_·_'] sm:block">{t('begun', { count: atWork })}</span>}
      </>
    )
  }
}

const signs = { 'not-started': '○', started: '◐', submitted: '●', late: '●' } as const

function OwnState({ state, shut }: NonNullable<AssignmentEntry['own']>) {
  const t = useTranslations('classroom.assignments')
  const open = state === 'not-started' || state === 'started'
  return (
    <>
      <span aria-hidden="true" className={state === 'late' ? 'text-opinion' : 'text-accent'}>
        {signs[state]}
      </span>{' '}
      {t(`states.${state}`)}
      {open && shut === 'over' && <span className="text-soft max-sm:before:content-['_·_'] sm:block">{t('over')}</span>}
    </>
  )
}
