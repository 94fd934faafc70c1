import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { Passage } from '@/lib/domain/summary/layer-summary'
import { labelColour } from './label-colour'
import { PassageRows, type SummarisedArticle } from './passage-rows'
import { useLabelName } from './use-label-name'

/** The passages that most readers flagged in the same way, each with the label they chose. */
export function AgreedPassages(props: { article: SummarisedArticle; passages: readonly Passage[]; readers: number }) {
  const t = useTranslations('summary.agreed')
  const { article, passages, readers } = props
  if (passages.length === 0) return readers < 2 ? null : <Section title={t('title')} note={t('none')}>{null}</Section>
  return (
    <Section title={t('title')} note={t('note')}>
      <PassageRows article={article} passages={passages}>
        {(there) => (
          <ul className="text-[13.5px]">
            {there.map((passage) => (
              <Choice key={passage.dimension} passage={passage} codebook={article.codebook} readers={readers} />
            ))}
          </ul>
        )}
      </PassageRows>
    </Section>
  )
}

function Choice({ passage, codebook, readers }: { passage: Passage; codebook: Codebook; readers: number }) {
  const t = useTranslations('summary.agreed')
  const labelName = useLabelName()
  const [label = '', votes = 0] = Object.entries(passage.votes)[0] ?? []
  const { dimension } = passage
  return (
    <li className="flex flex-wrap gap-x-2">
      <b className="font-semibold">
        <span aria-hidden="true" style={{ color: labelColour(codebook, dimension, label) }}>
          ●{' '}
        </span>
        {labelName(dimension, label)}
      </b>
      <span className="text-soft">{t('readers', { count: votes, all: readers })}</span>
    </li>
  )
}
