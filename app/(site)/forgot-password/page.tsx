import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { EmailField } from '@/components/account/email-field'
import { FootLink } from '@/components/account/foot-link'
import { Notice } from '@/components/ui/notice'
import { askForReset } from '@/lib/actions/account'
import { mailWay } from '@/lib/server/mail'

export const dynamic = 'force-dynamic'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('forgot.title') }
}

export default async function ForgotPasswordPage() {
  const t = await getTranslations('account')
  const way = mailWay()
  const foot = <FootLink href="/sign-in">{t('forgot.back')}</FootLink>
  if (way === 'none') {
    return (
      <AccountPage title={t('forgot.title')} foot={foot}>
        <Notice>{t('forgot.none')}</Notice>
      </AccountPage>
    )
  }
  return (
    <AccountPage title={t('forgot.title')} lead={t('forgot.lead')} foot={foot}>
      {way === 'console' && (
        <div className="mb-6">
          <Notice>{t('forgot.console')}</Notice>
        </div>
      )}
      <AccountForm action={askForReset} submit={t('forgot.submit')} fields={['email']} done="forgot.sent" after="sentence">
        <EmailField />
      </AccountForm>
    </AccountPage>
  )
}
