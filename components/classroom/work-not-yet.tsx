import { useTranslations } from 'next-intl'

/** What a student reads before there is a result for them. */
export function WorkNotYet() {
  const t = useTranslations('grading.work')
  return (
    <div className="border-y border-rule py-6">
      <h2 className="text-[19px] font-semibold">{t('notYet')}</h2>
      <p className="mt-1 max-w-[42em] text-soft">{t('notYetText')}</p>
    </div>
  )
}
