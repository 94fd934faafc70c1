import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { Codebook } from '@/lib/domain/codebook/codebook'
import type { Passage } from '@/lib/domain/summary/layer-summary'
import { labelColour } from './label-colour'
import { PassageRows, type SummarisedArticle } from './passage-rows'
import { useLabelName } from './use-label-name'
import { VoteDots } from './vote-dots'

/** The passages over which readers disagree most, each with its votes. */
export function PartedPassages(props: { article: SummarisedArticle; passages: readonly Passage[]; readers: number; tooMany: boolean }) {
  const t = useTranslations('summary.parted')
  const { article, passages, readers, tooMany } = props
  if (passages.length === 0) {
    return <Section title={t('title')} note={t(tooMany ? 'tooMany' : readers < 2 ? 'alone' : 'none')}>{null}</Section>
  }
  return (
    <Section title={t('title')} note={t('note')}>
      <PassageRows article={article} passages={passages}>
        {(there) => (
          <div className="grid content-start gap-3 print:gap-1">
            {there.map((passage) => (
              <Votes key={passage.dimension} passage={passage} codebook={article.codebook} />
            ))}
          </div>
        )}
      </PassageRows>
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
