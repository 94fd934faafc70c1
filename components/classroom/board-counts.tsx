import { useFormatter, useTranslations } from 'next-intl'
import { workStates, type WorkState } from '@/lib/domain/classroom/work-state'
import { stateSigns } from './board-state'

/** How many students stand where. */
export function BoardCounts({ counts }: { counts: Record<WorkState, number> }) {
  const [t, format] = [useTranslations('grading.states'), useFormatter()]
  return (
    <dl className="mb-6 grid grid-cols-2 gap-x-6 gap-y-4 sm:grid-cols-4">
      {workStates.map((state) => (
        <div key={state} className="flex flex-col-reverse">
          <dt className="text-[14px] text-soft">
            <span aria-hidden="true" className={state === 'late' ? 'text-opinion' : 'text-accent'}>
              {stateSigns[state]}
            </span>{' '}
            {t(state)}
          </dt>
          <dd className="font-serif text-[34px] leading-none font-semibold tabular-nums">{format.number(counts[state])}</dd>
        </div>
      ))}
    </dl>
  )
}
