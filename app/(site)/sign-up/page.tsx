import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AccountForm } from '@/components/account/account-form'
import { AccountPage } from '@/components/account/account-page'
import { EmailField } from '@/components/account/email-field'
import { FootLink } from '@/components/account/foot-link'
import { PasswordField } from '@/components/account/password-field'
import { ProviderButtons } from '@/components/account/provider-buttons'
import { TextField } from '@/components/account/text-field'
import { signUp } from '@/lib/actions/session'
import { nextPath, pathWithNext } from '@/lib/domain/next-path'
import { signInProviders } from '@/lib/server/auth'
import { currentViewer } from '@/lib/server/session'

type Search = Promise<Record<string, string | string[] | undefined>>

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('signUp.title') }
}

export default async function SignUpPage({ searchParams }: { searchParams: Search }) {
  const { next: wish } = await searchParams
  const next = nextPath(wish)
  if ((await currentViewer()).kind === 'user') redirect(next)
  const t = await getTranslations('account')
  const foot = (
    <FootLink href={pathWithNext('/sign-in', wish)} before={t('signUp.hasAccount')}>
      {t('signUp.signIn')}
    </FootLink>
  )
  return (
    <AccountPage title={t('signUp.title')} lead={t('signUp.lead')} foot={foot}>
      <AccountForm action={signUp} submit={t('signUp.submit')} fields={['name', 'email', 'password']}>
        <input type="hidden" name="next" value={next} />
        <TextField name="name" label={t('fields.name')} hint={t('fields.nameHint')} autoComplete="name" required />
        <EmailField />
        <PasswordField kind="first" />
      </AccountForm>
      <ProviderButtons providers={signInProviders()} next={next} />
    </AccountPage>
  )
}
