import { useTranslations } from 'next-intl'
import type { Problem } from '@/lib/domain/problem'

/** Turns a problem into its sentence in the reader's language. */
export function useProblemText(): (problem: Problem) => string {
  const t = useTranslations('problems')
  return (problem) => t(problem.code, { limit: 0, at: 0, minutes: 1, label: '', ...problem.values })
}
