import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { FootLink } from '@/components/account/foot-link'
import { verifyEmail } from '@/lib/actions/account'
import { home } from '@/lib/domain/next-path'

type Search = Promise<Record<string, string | string[] | undefined>>

// The address holds a secret: it must not travel on to the next page.
export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('verify.title'), referrer: 'same-origin', robots: { index: false } }
}

/** A button, not the visit itself, uses the link: mail programs open links on their own to look at them. */
export default async function VerifyEmailPage({ searchParams }: { searchParams: Search }) {
  const { token } = await searchParams
  const t = await getTranslations('account')
  const foot = (
    <>
      <p className="text-soft">{t('verify.again')}</p>
      <FootLink href={home}>{t('verify.go')}</FootLink>
    </>
  )
  return (
    <AccountPage title={t('verify.title')} lead={t('verify.lead')} foot={foot}>
      <AccountForm action={verifyEmail} submit={t('verify.submit')} done="verify.done" after="sentence">
        <input type="hidden" name="token" value={typeof token === 'string' ? token : ''} />
      </AccountForm>
    </AccountPage>
  )
}
