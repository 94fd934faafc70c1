import { useFormatter, useTranslations } from 'next-intl'

/** A share of 1 as a percentage that never rounds something to nothing: 0.004 is "less than 1%", in tables "<1%". */
export function useShare(style: 'long' | 'short' = 'long'): (share: number) => string {
  const format = useFormatter()
  const t = useTranslations('summary.lead')
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return (share) => {
    if (share === 0 || share >= 0.01) return percent(share)
    return style === 'long' ? t('lessThanOne') : `<${percent(0.01)}`
  }
}
