import { useTranslations } from 'next-intl'
import { useLabelWords } from '@/components/annotation/label-words'
import { Swatch } from '@/components/annotation/swatch'
import type { LabelRef } from '@/lib/domain/codebook/codebook'
import { findCodebook, findLabel } from '@/lib/domain/codebook/registry'
import type { ArticleView } from '@/lib/server/articles'
import type { Repair } from '@/lib/server/repair-list'
import { AnnotationHistory } from './annotation-history'
import { PassageExcerpt } from './passage-excerpt'
import { RepairForm } from './repair-form'

type Props = { article: ArticleView; repair: Repair; revision: number; mine: boolean; after: string | undefined }

/** A flag whose words were edited: what it said, where it stood, where it stands or might, and what to do about it. */
export function RepairItem({ article, repair, revision, mine, after }: Props) {
  const t = useTranslations('revisions')
  const { slug, language } = article
  const { annotation, was, now, likely, around, history } = repair
  return (
    <li className="grid gap-4 border-t border-rule py-6">
      <div className="grid gap-1">
        <h2 className="font-sans text-[15px] font-semibold">
          {mine ? t('repair.mine') : t('repair.by', { reader: annotation.author.name })}
        </h2>
        <Labels article={article} labels={annotation.labels} />
      </div>
      <div className="grid gap-5 md:grid-cols-2 md:gap-8">
        <PassageExcerpt title={t('repair.was', { number: was.revision })} passage={was.passage} language={language} />
        {now && <PassageExcerpt title={t('repair.now')} passage={now.passage} language={language} />}
        {!now && likely && <PassageExcerpt title={t('repair.likely')} passage={likely.passage} language={language} />}
        {!now && !likely && <p className="text-[14px] text-soft">{t('repair.detached')}</p>}
      </div>
      <RepairForm
        // A form's problem belongs to the revision it was sent for.
        key={revision}
        id={annotation.id}
        revision={revision}
        slug={slug}
        after={after}
        language={language}
        mine={mine}
        stands={now !== null}
        likely={likely && { start: likely.start, end: likely.end, quote: likely.quote }}
        around={around}
      />
      <details>
        <summary className="py-1 text-[13.5px] text-soft">{t('history.short')}</summary>
        <div className="pt-2">
          <AnnotationHistory slug={slug} language={language} id={annotation.id} steps={history} />
        </div>
      </details>
    </li>
  )
}

function Labels({ article, labels }: { article: ArticleView; labels: readonly LabelRef[] }) {
  const words = useLabelWords()
  const codebook = findCodebook(article.layer.codebookSlug, article.layer.codebookVersion)
  return (
    <ul className="flex flex-wrap gap-x-4 gap-y-1 text-[14px]">
      {labels.map((ref) => {
        const label = codebook && findLabel(codebook, ref)
        return (
          <li key={`${ref.dimension}:${ref.label}`} className="flex items-center gap-1.5">
            {label && <Swatch mark={label.mark} colour={label.colour} />}
            {words.label(ref).name}
          </li>
        )
      })}
    </ul>
  )
}
