import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { FootLink } from '@/components/account/foot-link'
import { PasswordField } from '@/components/account/password-field'
import { resetPassword } from '@/lib/actions/account'

type Search = Promise<Record<string, string | string[] | undefined>>

// The address holds a secret: it must not travel on to the next page.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('reset.title'), referrer: 'same-origin', robots: { index: false } }
}

export default async function ResetPasswordPage({ searchParams }: { searchParams: Search }) {
  const { token } = await searchParams
  const t = await getTranslations('account')
  const foot = <FootLink href="/forgot-password">{t('reset.again')}</FootLink>
  return (
    <AccountPage title={t('reset.title')} lead={t('reset.lead')} foot={foot}>
      <AccountForm action={resetPassword} submit={t('reset.submit')} fields={['password']}>
        <input type="hidden" name="token" value={typeof token === 'string' ? token : ''} />
        <PasswordField kind="new" />
      </AccountForm>
    </AccountPage>
  )
}
