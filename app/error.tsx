'use client'

import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'
import { Page, PageTitle } from '@/components/ui/page'

export default function ErrorPage({ reset }: { reset: () => void }) {
  const t = useTranslations('site')
  return (
    <Page width="text">
      <PageTitle lead={t('errorText')}>{t('errorTitle')}</PageTitle>
      <Button onClick={reset}>{t('retry')}</Button>
    </Page>
  )
}
