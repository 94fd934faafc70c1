import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { Passage } from '@/lib/domain/summary/layer-summary'
import { groupPassages } from './group-passages'
import { labelColour } from './label-colour'
import { PassageQuote } from './passage-quote'
import { useLabelName } from './use-label-name'
import { VoteDots } from './vote-dots'

/** Fewer are read, more are skipped. */
const most = 5

type Article = { slug: string; language: string; codebook: Codebook }

/** The passages over which readers disagree most, each with its votes. */
export function PartedPassages(props: { article: Article; passages: readonly Passage[]; readers: number }) {
  const t = useTranslations('summary.parted')
  const { article, passages, readers } = props
  if (passages.length === 0) {
    return <Section title={t('title')} note={t(readers < 2 ? 'alone' : 'none')}>{null}</Section>
  }
  return (
    <Section title={t('title')} note={t('note')}>
      <ol>
        {groupPassages(passages).slice(0, most).map(({ id, passages: [first, ...others] }) => (
          <li
            key={id}
            className="grid print:nth-[n+5]:hidden gap-x-8 gap-y-2.5 border-b border-rule py-4 first:pt-0 sm:grid-cols-[minmax(0,1fr)_280px] print:grid-cols-[minmax(0,1fr)_280px] print:py-1.5"
          >
            <PassageQuote {...article} {...first} />
            <div className="grid content-start gap-3 print:gap-1">
              {[first, ...others].map((passage) => (
                <Votes key={passage.dimension} passage={passage} codebook={article.codebook} />
              ))}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Votes({ passage, codebook }: { passage: Passage; codebook: Codebook }) {
  const t = useTranslations('summary.parted')
  const names = useTranslations('codebook.dimensions')
  const labelName = useLabelName()
  const { dimension } = passage
  return (
    <div className="text-[13.5px]">
      <p className="text-soft">{names(`${dimension}.name`)}</p>
      <ul className="mt-1 grid gap-1 print:mt-0 print:gap-0">
        {Object.entries(passage.votes).map(([label, count]) => (
          <li key={label} className="grid grid-cols-[minmax(0,1fr)_auto] gap-x-3">
            <span>{label === 'none' ? t('nothing') : labelName(dimension, label)}</span>
            <VoteDots
              count={count}
              hollow={label === 'none'}
              colour={label === 'none' ? 'var(--soft)' : labelColour(codebook, dimension, label)}
            />
          </li>
        ))}
      </ul>
    </div>
  )
}
