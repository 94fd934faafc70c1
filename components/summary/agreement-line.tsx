import { useFormatter, useTranslations } from 'next-intl'
import { agreementBand, referenceAlphas } from '@/lib/domain/agreement/agreement-band'
import type { DimensionSummary } from '@/lib/domain/summary/layer-summary'

/**
 * How far the readers agree in one dimension: one verdict in words, by alpha, and the figures for those who ask; "not
 * defined" with its reason, never 1 or 0. The share observed alone would contradict it: it is high wherever little is marked.
 */
export function AgreementLine({ agreement }: { agreement: DimensionSummary['agreement'] }) {
  const t = useTranslations('summary.agreement')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const { observed, alpha, interval, annotators } = agreement
  if (alpha === null) {
    const reason = agreement.undefined ?? 'no-annotations'
    return (
      <p className="mt-3 text-[13.5px] text-soft">
        {t.rich('undefined', { b: (words) => <b className="font-semibold text-ink">{words}</b>, reason: t(`reasons.${reason}`) })}
      </p>
    )
  }
  const reference = { crowd: two(referenceAlphas.crowd), experts: two(referenceAlphas.experts) }
  return (
    <div className="mt-3 grid gap-0.5 text-[13.5px] text-soft">
      <p>{t(`bands.${agreementBand(alpha)}`, reference)}</p>
      <details className="print:hidden">
        <summary className="py-1.5">{t('figures')}</summary>
        <p className="tabular-nums">
          {t('title')} <b className="font-semibold text-ink">{t('observed', { observed: observed ?? 0 })}</b>
          {' · '}
          <b className="font-semibold text-ink">{t('alpha', { alpha: two(alpha) })}</b>{' '}
          {interval && t('interval', { low: two(interval.low), high: two(interval.high) })}
          {' · '}
          {t('readers', { readers: annotators })}
        </p>
      </details>
    </div>
  )
}
