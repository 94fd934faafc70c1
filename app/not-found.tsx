import { getTranslations } from 'next-intl/server'
import { ButtonLink } from '@/components/site/button-link'
import { Page, PageTitle } from '@/components/ui/page'

export default async function NotFound() {
  const t = await getTranslations('site')
  return (
    <Page width="text">
      <PageTitle lead={t('notFoundText')}>{t('notFoundTitle')}</PageTitle>
      <div className="flex gap-3">
        <ButtonLink href="/library">{t('library')}</ButtonLink>
        <ButtonLink href="/" variant="quiet">
          {t('home')}
        </ButtonLink>
      </div>
    </Page>
  )
}
