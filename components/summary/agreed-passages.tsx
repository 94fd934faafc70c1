import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { Passage } from '@/lib/domain/summary/layer-summary'
import { labelColour } from './label-colour'
import { PassageQuote } from './passage-quote'
import { useLabelName } from './use-label-name'

type Article = { slug: string; language: string; codebook: Codebook }

/** The passages that most readers flagged in the same way, each with the label they chose. */
export function AgreedPassages(props: { article: Article; passages: readonly Passage[]; readers: number }) {
  const t = useTranslations('summary.agreed')
  const labelName = useLabelName()
  const { article, passages, readers } = props
  if (passages.length === 0) return readers < 2 ? null : <Section title={t('title')} note={t('none')}>{null}</Section>
  return (
    <Section title={t('title')} note={t('note')}>
      <ol>
        {passages.map((passage) => {
          const [label = '', votes = 0] = Object.entries(passage.votes)[0] ?? []
          return (
            <li
              key={`${passage.dimension}${passage.start}-${passage.end}`}
              className="grid break-inside-avoid gap-x-8 gap-y-1.5 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_280px] print:grid-cols-[minmax(0,1fr)_220px] print:py-1.5"
            >
              <PassageQuote {...article} {...passage} />
              <p className="text-[13.5px]">
                <b className="font-semibold" style={{ color: labelColour(article.codebook, passage.dimension, label) }}>
                  {labelName(passage.dimension, label)}
                </b>{' '}
                <span className="text-soft">{t('readers', { count: votes, all: readers })}</span>
              </p>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
