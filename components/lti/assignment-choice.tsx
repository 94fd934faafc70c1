'use client'

import { useTranslations } from 'next-intl'
import { ClassForm } from '@/components/classroom/class-form'
import { ClassMoment } from '@/components/classroom/class-moment'
import { chooseAssignment, chooseNothing } from '@/lib/actions/lti'
import type { Choosing } from '@/lib/server/lti/choosing'

type Props = { hidden: Record<string, string>; zone: string; assignments: Choosing['assignments'] }

/** The assignments of a course's class, one a line, each with a button that chooses it. */
export function AssignmentChoice({ hidden, zone, assignments }: Props) {
  const [t, words] = [useTranslations('lti.choose'), useTranslations('classroom.assignments')]
  return (
    <ul aria-label={t('list')} className="divide-y divide-rule border-y border-rule">
      {assignments.map(({ id, title, article, due }) => (
        <li key={id} className="flex items-start justify-between gap-4 py-3">
          <div className="min-w-0">
            <h2 className="text-[17px] leading-snug font-semibold wrap-anywhere">{title}</h2>
            {article !== title && <p className="font-serif text-[15px] text-soft wrap-anywhere">{article}</p>}
            <p className="text-[13.5px] text-soft">{due === null ? words('endless') : words.rich('due', { when: () => <ClassMoment at={due} zone={zone} /> })}</p>
          </div>
          <div className="shrink-0">
            <ClassForm
              action={chooseAssignment}
              submit={t('choose')}
              hidden={{ ...hidden, assignmentId: id }}
              look={{ variant: 'plain', 'aria-label': t('chooseThat', { title }) }}
            />
          </div>
        </li>
      ))}
    </ul>
  )
}

/** Ends deep linking without a choice. */
export function NoChoice({ hidden }: { hidden: Record<string, string> }) {
  const t = useTranslations('lti.choose')
  return <ClassForm action={chooseNothing} submit={t('nothing')} hidden={hidden} look={{ variant: 'quiet' }} />
}
