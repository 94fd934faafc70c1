import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { EmailField } from '@/components/account/email-field'
import { FootLink } from '@/components/account/foot-link'
import { PasswordField } from '@/components/account/password-field'
import { ProviderButtons } from '@/components/account/provider-buttons'
import { Notice } from '@/components/ui/notice'
import { signIn } from '@/lib/actions/session'
import { home, nextPath, pathWithNext } from '@/lib/domain/next-path'
import { signInProviders } from '@/lib/server/auth'
import { currentViewer } from '@/lib/server/session'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signIn.title') }
}

export default async function SignInPage({ searchParams }: { searchParams: Search }) {
  const { next: asked, callbackUrl, error, again } = await searchParams
  // A provider's refusal comes back with the whole address that was to be next.
  const wish = asked ?? String(callbackUrl ?? '').replace(/^https?:\/\/[^/]*/, '')
  const next = nextPath(wish)
  if ((await currentViewer()).kind === 'user' && !again) redirect(next)
  const [t, classroom] = [await getTranslations('account'), await getTranslations('classroom')]
  const foot = (
    <>
      <FootLink href="/forgot-password">{t('signIn.forgot')}</FootLink>
      <FootLink href={pathWithNext('/sign-up', wish)} before={t('signIn.noAccount')}>
        {t('signIn.signUp')}
      </FootLink>
      <FootLink href={pathWithNext('/sign-in/code', wish)}>{classroom('signIn.link')}</FootLink>
    </>
  )
  return (
    <AccountPage title={t('signIn.title')} lead={again ? t('signIn.again') : next === home ? undefined : t('back')} foot={foot}>
      {error && (
        <div className="mb-6">
          <Notice tone="error">{t(error === 'OAuthAccountNotLinked' ? 'providerTaken' : 'providerFailed')}</Notice>
        </div>
      )}
      <AccountForm action={signIn} submit={t('signIn.submit')} fields={['email', 'password']}>
        <input type="hidden" name="next" value={next} />
        <EmailField />
        <PasswordField kind="own" />
      </AccountForm>
      <ProviderButtons providers={signInProviders()} next={next} />
    </AccountPage>
  )
}
