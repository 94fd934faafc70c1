import { useTranslations } from 'next-intl'
import { LabelName } from '@/components/codebook/label-name'
import { ButtonLink } from '@/components/site/button-link'
import { Section } from '@/components/ui/page'
import type { ClassResults } from '@/lib/domain/classroom/class-results'

/** Passages that many marked alike and the key does not have, with the way to the key. */
export function ResultGaps({ gaps, language, keyPage }: { gaps: ClassResults['gaps']; language: string; keyPage: string }) {
  const t = useTranslations('grading.results')
  return (
    <Section title={t('gaps')} note={t(gaps.length > 0 ? 'gapsNote' : 'gapsNone')}>
      <ol className="divide-y divide-rule border-y border-rule empty:hidden">
        {gaps.map(({ dimension, label, start, quote, students }) => (
          <li key={`${dimension} ${label} ${start}`} className="grid gap-x-9 gap-y-1 py-3 sm:grid-cols-[minmax(0,1fr)_16rem]">
            <blockquote lang={language} dir="auto" className="font-serif text-[17px] leading-[1.65] wrap-anywhere">
              {quote}
            </blockquote>
            <p className="text-[14px]">
              <span className="font-medium">
                <LabelName dimension={dimension} label={label} />
              </span>
              <span className="block text-soft">{t('gapStudents', { count: students })}</span>
            </p>
          </li>
        ))}
      </ol>
      {gaps.length > 0 && (
        <p className="mt-4">
          <ButtonLink href={keyPage}>{t('toKey')}</ButtonLink>
        </p>
      )}
    </Section>
  )
}
