import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Page } from '@/components/ui/page'

/** What the projector shows while the class neither parts over a passage nor agrees on one. */
export function ProjectEmpty({ leave }: { leave: string }) {
  const t = useTranslations('grading.project')
  return (
    <Page>
      <h1 className="max-w-[24em] font-serif text-[26px] leading-snug">{t('empty')}</h1>
      <p className="mt-6">
        <Link href={leave} className="inline-block min-h-6 underline underline-offset-2">
          {t('leave')}
        </Link>
      </p>
    </Page>
  )
}
