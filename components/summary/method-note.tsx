import { useFormatter, useTranslations } from 'next-intl'
import { referenceAlphas } from '@/lib/domain/agreement/agreement-band'

/** How the numbers are made, for those who ask. */
export function MethodNote({ textLength }: { textLength: number }) {
  const t = useTranslations('summary.method')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2 })
  return (
    <details className="mt-10 border-t border-rule pt-4 text-[14px] print:mt-4 print:text-[11px]">
      <summary className="py-1 font-serif text-[17px] font-semibold print:text-[13px]">{t('title')}</summary>
      <div className="mt-2 grid max-w-[46em] gap-2 text-soft">
        <p>{t('share', { length: textLength })}</p>
        <p>{t('agreement')}</p>
        <p>{t('interval')}</p>
        <p>{t('reference', { crowd: two(referenceAlphas.crowd), experts: two(referenceAlphas.experts) })}</p>
        <p>{t('votes')}</p>
      </div>
    </details>
  )
}
