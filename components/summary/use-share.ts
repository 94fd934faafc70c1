import { useFormatter, useTranslations } from 'next-intl'

/** A share of 1 as a percentage that never rounds something to nothing: 0.004 is "less than 1 %". */
export function useShare(): (share: number) => string {
  const format = useFormatter()
  const t = useTranslations('summary.lead')
  return (share) =>
    share > 0 && share < 0.01 ? t('lessThanOne') : format.number(share, { style: 'percent', maximumFractionDigits: 0 })
}
