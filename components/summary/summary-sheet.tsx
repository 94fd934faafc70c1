import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { codebooks, findCodebook } from '@/lib/domain/codebook/registry'
import type { LayerSummary } from '@/lib/domain/summary/layer-summary'
import type { ArticleView } from '@/lib/server/articles'
import { AgreedPassages } from './agreed-passages'
import { DimensionColumn } from './dimension-column'
import { HeatScale } from './heat-scale'
import { HeatStrip } from './heat-strip'
import { HeatTable } from './heat-table'
import { Lead } from './lead'
import { MethodNote } from './method-note'
import { paragraphsOf } from './paragraphs-of'
import { PartedPassages } from './parted-passages'
import { PatternDefinitions } from './pattern-definitions'
import { SourceTable } from './source-table'
import './summary.css'

/** The summary of an article: what readers found, where, how far they agree, where they part, and who is speaking. */
export function SummarySheet({ article, summary }: { article: ArticleView; summary: LayerSummary }) {
  const t = useTranslations('summary')
  const codebook = findCodebook(article.layer.codebookSlug, article.layer.codebookVersion) ?? codebooks[0]
  if (!codebook) throw new Error('No codebook is published')
  const place = { slug: article.slug, language: article.language, codebook }
  return (
    <div className="summary-sheet">
      <PatternDefinitions />
      <Lead summary={summary} />
      <p className="mt-3 max-w-[46em] text-[13.5px] text-soft">{t('counting', { readers: summary.measured })}</p>
      <section className="mt-9 print:mt-4">
        <h2 className="text-[19px] font-semibold">{t('where.title')}</h2>
        <p className="mb-2 text-[13.5px] text-soft">{t('where.note')}</p>
        <HeatStrip slug={article.slug} cells={summary.heat} readers={summary.annotators} />
        <HeatScale />
        <HeatTable {...place} cells={summary.heat} paragraphs={paragraphsOf(article.revision.text)} />
      </section>
      <div className="mt-9 grid gap-x-9 gap-y-8 border-t border-rule pt-6 md:grid-cols-3 print:mt-4 print:grid-cols-3 print:gap-x-5 print:pt-3">
        {dimensions.map((dimension) => (
          <DimensionColumn key={dimension} dimension={dimension} figures={summary.dimensions[dimension]} codebook={codebook} />
        ))}
      </div>
      <PartedPassages article={place} passages={summary.contested} readers={summary.measured} tooMany={summary.tooManyPassages} />
      {!summary.tooManyPassages && <AgreedPassages article={place} passages={summary.agreed} readers={summary.measured} />}
      <SourceTable sources={summary.sources} article={place} />
      <MethodNote textLength={summary.textLength} />
      <p className="mt-8 flex flex-wrap gap-3 print:hidden">
        <ButtonLink href={`/articles/${article.slug}`} variant="primary">
          {t('read')}
        </ButtonLink>
        <ButtonLink href={`/api/v1/layers/${article.layer.id}/summary`} variant="quiet" prefetch={false}>
          {t('asData')}
        </ButtonLink>
      </p>
    </div>
  )
}
