import { useTranslations } from 'next-intl'
import type { WorkState } from '@/lib/domain/classroom/work-state'

/** The sign of each state: none, half, full, full with a stroke. */
export const stateSigns: Record<WorkState, string> = { 'not-started': '○', started: '◐', submitted: '●', late: '◆' }

/** Where a student stands, in a sign and in words. */
export function BoardState({ state }: { state: WorkState }) {
  const t = useTranslations('grading.states')
  return (
    <span className="whitespace-nowrap">
      <span aria-hidden="true" className={state === 'late' ? 'text-opinion' : 'text-accent'}>
        {stateSigns[state]}
      </span>{' '}
      {t(state)}
    </span>
  )
}
