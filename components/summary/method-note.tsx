import { useFormatter, useTranslations } from 'next-intl'
import { referenceAlphas } from '@/lib/domain/agreement/agreement-band'

/** How the numbers are made, for those who ask. */
export function MethodNote({ textLength }: { textLength: number }) {
  const t = useTranslations('summary.method')
  const format = useFormatter()
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2 })
  return (
    <details className="mt-10 border-t border-rule pt-4 text-[14px] print:mt-4">
      <summary className="py-1 font-serif text-[17px] font-semibold">{t('title')}</summary>
      <div className="mt-2 grid max-w-[46em] gap-2 text-soft print:block print:max-w-none print:columns-2 print:gap-8 print:*:mb-1.5">
        <p>{t('share', { length: textLength })}</p>
        <p>{t('agreement')}</p>
        <p>{t('interval')}</p>
        <p>{t('reference', { crowd: two(referenceAlphas.crowd), experts: two(referenceAlphas.experts) })}</p>
        <p>{t('votes')}</p>
      </div>
    </details>
  )
}
