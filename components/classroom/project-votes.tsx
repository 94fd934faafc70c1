import { useTranslations } from 'next-intl'
import { labelColour } from '@/components/summary/label-colour'
import { useLabelName } from '@/components/summary/use-label-name'
import { none } from '@/lib/domain/classroom/confusion'
import type { Projected } from '@/lib/domain/classroom/projection'
import type { Codebook } from '@/lib/domain/codebook/codebook'

/** The votes of the class as bars with their number; nobody's name. A hollow bar: nothing was marked. */
export function ProjectVotes({ passage: { dimension, votes }, codebook }: { passage: Projected; codebook: Codebook }) {
  const t = useTranslations('grading.project')
  const labelName = useLabelName()
  const most = Math.max(...votes.map(({ count }) => count), 1)
  return (
    <ul className="grid content-start gap-[clamp(0.75rem,1.6vh,1.5rem)] text-[clamp(1.125rem,1.7vw,2.125rem)] leading-snug">
      {votes.map(({ label, count }) => (
        <li key={label}>
          <p className="flex items-baseline justify-between gap-6">
            <span className={label === none ? 'text-soft' : ''}>{label === none ? t('nothing') : labelName(dimension, label)}</span>
            <span aria-hidden="true" className="font-semibold tabular-nums">
              {count}
            </span>
            <span className="sr-only">{t('votes', { count })}</span>
          </p>
          <div
            aria-hidden="true"
            className={`mt-1 h-[0.5em] rounded-[3px] ${label === none ? 'border-2 border-line' : ''}`}
            style={{ width: `${(count / most) * 100}%`, background: label === none ? undefined : labelColour(codebook, dimension, label) }}
          />
        </li>
      ))}
    </ul>
  )
}
