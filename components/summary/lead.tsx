import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { leadFacts, type LeadFacts } from '@/lib/domain/summary/lead-facts'
import type { LayerSummary } from '@/lib/domain/summary/layer-summary'
import { useLabelName } from './use-label-name'
import { useShare } from './use-share'

const b = (words: ReactNode) => <b className="font-semibold">{words}</b>

/** What the readers found, in a few sentences made of the numbers. */
export function Lead({ summary }: { summary: LayerSummary }) {
  const facts = leadFacts(summary)
  const gap = useSentenceGap()
  return (
    <p className="max-w-[42em] font-serif text-[18px] leading-relaxed sm:text-[20px]">
      <Flagged {...facts} />
      {gap}
      <Agreement {...facts} />
      {gap}
      <Sources {...facts.sources} />
      {gap}
      {!summary.tooManyPassages && <Parting annotators={summary.annotators} measured={summary.measured} contested={facts.contested} />}
    </p>
  )
}

function Flagged({ annotators, share, widest }: LeadFacts) {
  const t = useTranslations('summary.lead')
  const labelName = useLabelName()
  const words = { b, readers: annotators, share: useShare()(share) }
  if (!widest) return t.rich('flagged', words)
  return t.rich('widest', { ...words, label: labelName(widest.dimension, widest.label) })
}

function Agreement({ most, least }: LeadFacts) {
  const t = useTranslations('summary.lead')
  const name = useTranslations('codebook.dimensions')
  if (!most || !least) return null
  // The same verdict below must not be told apart here.
  if (most.band === least.band) return t('alike')
  return t.rich('mostLeast', { b, most: name(`${most.dimension}.name`), least: name(`${least.dimension}.name`) })
}

function Sources({ distinct, unnamed, missing }: LeadFacts['sources']) {
  const t = useTranslations('summary.lead')
  const gap = useSentenceGap()
  const key = unnamed === 0 ? 'allNamed' : unnamed === distinct ? 'allUnnamed' : 'someUnnamed'
  return (
    <>
      {distinct > 0 && t(key, { sources: distinct, unnamed })}
      {gap}
      {missing > 0 && t('missing', { missing })}
    </>
  )
}

function Parting({ annotators, measured, contested }: Pick<LayerSummary, 'annotators' | 'measured'> & Pick<LeadFacts, 'contested'>) {
  const t = useTranslations('summary.lead')
  const labelName = useLabelName()
  if (annotators < 2) return t('alone')
  if (measured < 2) return t('few')
  if (!contested?.second) return t('notParted')
  const { passage, first, second } = contested
  const [label, other] = first.label === 'none' ? [second.label, first.label] : [first.label, second.label]
  const name = labelName(passage.dimension, label)
  if (other === 'none') return t.rich('partedNone', { b, label: name })
  return t.rich('parted', { b, first: name, second: labelName(passage.dimension, other) })
}

/** Chinese sets its sentences without a space between them. */
const useSentenceGap = () => (useLocale().startsWith('zh') ? '' : ' ')
