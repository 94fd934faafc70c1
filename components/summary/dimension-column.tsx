import { useTranslations } from 'next-intl'
import type { Codebook, Dimension } from '@/lib/domain/codebook/codebook'
import type { DimensionSummary } from '@/lib/domain/summary/layer-summary'
import { AgreementLine } from './agreement-line'
import { FurtherMeasures } from './further-measures'
import { labelColour } from './label-colour'
import { LabelTable, type LabelRow } from './label-table'
import { patterns } from './pattern-definitions'
import { StackedBar } from './stacked-bar'
import { useLabelName } from './use-label-name'
import { useShare } from './use-share'

/** One dimension: how much of the text, which labels, how far readers agree. */
export function DimensionColumn(props: { dimension: Dimension; figures: DimensionSummary; codebook: Codebook }) {
  const t = useTranslations('summary.dimension')
  const names = useTranslations('codebook.dimensions')
  const labelName = useLabelName()
  const share = useShare()
  const { dimension, figures, codebook } = props
  const name = names(`${dimension}.name`)
  const rows = rowsOf(figures, codebook, dimension).map((row) => ({ ...row, name: labelName(dimension, row.id) }))
  const parts = rows.map((row) => t('chartPart', { label: row.name, share: share(row.share) })).join(', ')
  return (
    <section>
      <h2 className="text-[19px] font-semibold">{name}</h2>
      <p className="text-[13.5px] text-soft">{names(`${dimension}.question`)}</p>
      {rows.length === 0 ? (
        <p className="mt-3 text-[14px]">{t('none')}</p>
      ) : (
        <>
          <p className="mt-1 text-[13.5px] text-soft">
            {t('line', { share: share(figures.share), flags: figures.annotations, readers: figures.annotators })}
          </p>
          <StackedBar parts={rows} label={t('chart', { name, parts })} />
          <LabelTable rows={rows} caption={t('table', { name })} />
        </>
      )}
      <AgreementLine agreement={figures.agreement} />
      {figures.agreement.alpha !== null && (
        <FurtherMeasures further={figures.further} labels={rows} name={name} />
      )}
    </section>
  )
}

/** The labels that were used, the most text first; paints go round by place, so that neighbours always differ. */
function rowsOf(figures: DimensionSummary, codebook: Codebook, dimension: Dimension): Omit<LabelRow, 'name'>[] {
  return Object.entries(figures.labels)
    .sort(([a, one], [b, other]) => other.characters - one.characters || (a < b ? -1 : 1))
    .map(([id, label], index) => ({
      id,
      annotations: label.annotations,
      annotators: label.annotators,
      share: label.share,
      weight: label.characters,
      colour: labelColour(codebook, dimension, id),
      pattern: patterns[index % patterns.length] ?? 'plain',
    }))
}
