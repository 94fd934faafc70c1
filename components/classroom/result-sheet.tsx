import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { DimensionColumn } from '@/components/summary/dimension-column'
import { Lead } from '@/components/summary/lead'
import { PatternDefinitions } from '@/components/summary/pattern-definitions'
import { Section } from '@/components/ui/page'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { codebooks, findCodebook } from '@/lib/domain/codebook/registry'
import type { LayerSummary } from '@/lib/domain/summary/layer-summary'
import type { AssignmentView } from '@/lib/server/assignment-view'
import type { ClassResults } from '@/lib/domain/classroom/class-results'
import { ResultConfusion } from './result-confusion'
import { ResultGaps } from './result-gaps'
import { ResultVerdicts } from './result-verdicts'

/** What the class found, how far it agrees, and how that stands to the key. No name occurs. */
export function ResultSheet({ of, results, summary }: { of: AssignmentView; results: ClassResults; summary: LayerSummary }) {
  const t = useTranslations('grading.results')
  const codebook = findCodebook(of.layer.codebookSlug, of.layer.codebookVersion) ?? codebooks[0]
  if (!codebook) throw new Error('No codebook is published')
  const { submitted, hasKey } = results
  const filled = dimensions.filter((dimension) => results.confusion[dimension].length > 0)
  if (submitted === 0) return <p className="border-y border-rule py-6 text-[17px]">{t('submitted', { count: 0 })}</p>
  return (
    <>
      <PatternDefinitions />
      <p className="mb-4 text-[14px] text-soft">{t('submitted', { count: submitted })}</p>
      {summary.annotations > 0 && <Lead summary={summary} />}
      <p className="mt-5">
        <ButtonLink href={`/assignments/${of.id}/project`} prefetch={false}>
          {t('talk')}
        </ButtonLink>
      </p>
      <Section title={t('agreement')} note={t('agreementNote')}>
        <div className="grid gap-x-9 gap-y-8 md:grid-cols-3">
          {dimensions.map((dimension) => (
            <DimensionColumn key={dimension} dimension={dimension} figures={summary.dimensions[dimension]} codebook={codebook} />
          ))}
        </div>
      </Section>
      <Section title={t('key')}>
        {hasKey ? (
          <ResultVerdicts results={results} />
        ) : (
          <div className="grid justify-items-start gap-3">
            <p className="text-soft">{t('noKey')}</p>
            <ButtonLink href={`/assignments/${of.id}/key`}>{t('makeKey')}</ButtonLink>
          </div>
        )}
      </Section>
      {hasKey && (
        <>
          <Section title={t('confusion')} note={filled.length === 0 ? t('confusionNone') : undefined}>
            <div className="grid grid-cols-[minmax(0,1fr)] gap-9">
              {filled.map((dimension) => (
                <ResultConfusion key={dimension} dimension={dimension} cells={results.confusion[dimension]} />
              ))}
            </div>
          </Section>
          <ResultGaps gaps={results.gaps} language={of.article.language} keyPage={`/assignments/${of.id}/key`} />
        </>
      )}
    </>
  )
}
