'use client'

import { useTranslations } from 'next-intl'
import { useProblemText } from '@/components/site/problem-text'
import type { Problem } from '@/lib/domain/problem'
import { problemPlace } from './problem-place'

/** What of a file cannot be imported, each with its place and the reason; `count` may be more than are told. */
export function RefusedList({ count, problems }: { count: number; problems: readonly Problem[] }) {
  const t = useTranslations('exchange.import')
  const text = useProblemText()
  if (count === 0) return null
  const rest = count - problems.length
  return (
    <section className="grid gap-2 border-t border-rule pt-5">
      <h3 className="text-[17px] font-semibold">{t('refused', { count })}</h3>
      <ol className="grid max-h-96 gap-1 overflow-auto text-[14.5px]" tabIndex={0} aria-label={t('refused', { count })}>
        {problems.map((problem, i) => {
          const { kind, number } = problemPlace(problem.path)
          return (
            <li key={i} className="grid gap-x-4 border-t border-rule py-1.5 first:border-t-0 sm:grid-cols-[6.5rem_minmax(0,1fr)]">
              <span className="text-soft tabular-nums">{t(`where.${kind}`, { number })}</span>
              <span>{text(problem)}</span>
            </li>
          )
        })}
      </ol>
      {rest > 0 && <p className="text-[13.5px] text-soft">{t('refusedHint', { count: rest })}</p>}
    </section>
  )
}
