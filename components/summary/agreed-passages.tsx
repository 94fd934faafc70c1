import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { Passage } from '@/lib/domain/summary/layer-summary'
import { groupPassages } from './group-passages'
import { labelColour } from './label-colour'
import { PassageQuote } from './passage-quote'
import { useLabelName } from './use-label-name'

/** Fewer are read, more are skipped. */
const most = 5

type Article = { slug: string; language: string; codebook: Codebook }

/** The passages that most readers flagged in the same way, each with the label they chose. */
export function AgreedPassages(props: { article: Article; passages: readonly Passage[]; readers: number }) {
  const t = useTranslations('summary.agreed')
  const { article, passages, readers } = props
  if (passages.length === 0) return readers < 2 ? null : <Section title={t('title')} note={t('none')}>{null}</Section>
  return (
    <Section title={t('title')} note={t('note')}>
      <ol>
        {groupPassages(passages).slice(0, most).map(({ id, passages: [first, ...others] }) => (
            <li
              key={id}
              className="grid print:nth-[n+5]:hidden gap-x-8 gap-y-1.5 border-b border-rule py-3 first:pt-0 sm:grid-cols-[minmax(0,1fr)_280px] print:grid-cols-[minmax(0,1fr)_280px] print:py-2"
            >
              <PassageQuote {...article} {...first} />
              <ul className="text-[13.5px]">
                {[first, ...others].map((passage) => (
                  <Choice key={passage.dimension} passage={passage} codebook={article.codebook} readers={readers} />
                ))}
              </ul>
            </li>
        ))}
      </ol>
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
