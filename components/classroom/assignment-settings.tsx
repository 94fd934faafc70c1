import { useMessages, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { NoteView } from '@/components/annotation/note-view'
import { dimensions } from '@/lib/domain/codebook/codebook'
import type { AssignmentView } from '@/lib/server/assignment-view'
import { AssignmentMoment } from './assignment-moment'

/** Everything that is set for an assignment, in words. */
export function AssignmentSettings({ assignment }: { assignment: AssignmentView }) {
  const [t, page] = [useTranslations('assignment'), useTranslations('assignment.overview')]
  const { codebook } = useMessages()
  const { opens, due, lateUntil, gradesAt, requirement, gate, labels, points, instructions, groupSize, class: of } = assignment
  const on = (moment: number) => ({ when: () => <AssignmentMoment at={moment} zone={of.timeZone} /> })
  const dates = [
    opens !== null && t.rich('dates.opens', on(opens)),
    due === null ? t('dates.endless') : t.rich('dates.due', on(due)),
    lateUntil !== null && t.rich('dates.lateUntil', on(lateUntil)),
  ].filter((date) => date !== false)
  const asked = [
    requirement.flags > 0 && page('requiredFlags', { flags: requirement.flags }),
    ...dimensions.map((dimension) => requirement.dimensions[dimension] > 0 && `${codebook.dimensions[dimension].name} ${requirement.dimensions[dimension]}`),
  ].filter((each) => each !== false)
  return (
    <dl className="grid gap-x-8 gap-y-0.5 text-[15px] sm:grid-cols-[13em_minmax(0,1fr)] sm:gap-y-3">
      <Line name={page('dates')}>
        {dates.map((date, i) => (
          <span key={i} className="block">
            {date}
          </span>
        ))}
      </Line>
      <Line name={page('required')}>{asked.length > 0 ? asked.join(' · ') : page('requiredNothing')}</Line>
      <Line name={page('gate')}>
        {t(`gates.${gate}.name`)}
        {gate === 'own-flags' && ` · ${assignment.gateFlags}`}
      </Line>
      <Line name={page('labels')}>{labels.length === 0 ? page('labelsAll') : page('labelsSome', { count: labels.length })}</Line>
      {groupSize !== null && <Line name={t('form.group')}>{groupSize}</Line>}
      <Line name={page('points')}>{points}</Line>
      <Line name={page('grades')}>{gradesAt === null ? page('gradesByHand') : <AssignmentMoment at={gradesAt} zone={of.timeZone} />}</Line>
      {instructions && (
        <Line name={t('head.instructions')}>
          <NoteView note={instructions} />
        </Line>
      )}
    </dl>
  )
}

const Line = ({ name, children }: { name: string; children: ReactNode }) => (
  <>
    <dt className="mt-2 text-soft first:mt-0 sm:mt-0">{name}</dt>
    <dd className="min-w-0 wrap-anywhere">{children}</dd>
  </>
)
