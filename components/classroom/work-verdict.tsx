import { useTranslations } from 'next-intl'
import type { Verdict } from '@/lib/domain/classroom/key-score'

const signs: Record<Verdict, string> = { found: '✓', 'other-label': '≠', 'too-short': '⇥', 'too-long': '⇤', missed: '○', extra: '+' }

/** What became of a passage, in a sign and in words. */
export function WorkVerdict({ verdict }: { verdict: Verdict }) {
  const t = useTranslations('grading.verdicts')
  return (
    <span>
      <span aria-hidden="true" className={`inline-block w-[1.4em] ${verdict === 'found' ? 'text-accent' : 'text-opinion'}`}>
        {signs[verdict]}
      </span>
      {t(verdict)}
    </span>
  )
}
