import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { DataSection } from '@/components/account/data-section'
import { EmailSection } from '@/components/account/email-section'
import { PasswordSection } from '@/components/account/password-section'
import { LinkedPlatformsSection } from '@/components/account/linked-platforms-section'
import { ProfileSection } from '@/components/account/profile-section'
import { SessionSection } from '@/components/account/session-section'
import { RemovedArticles } from '@/components/article/removed-articles'
import { PlatformsSection } from '@/components/lti/platforms-section'
import { TokenSection } from '@/components/token/token-section'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { pathWithNext } from '@/lib/domain/next-path'
import { can } from '@/lib/domain/permissions'
import { scopes } from '@/lib/domain/viewer'
import { listRemovedArticles } from '@/lib/server/article-removal'
import { listOwnPlatforms } from '@/lib/server/lti/own-platforms'
import { mailWay } from '@/lib/server/mail'
import { currentSession } from '@/lib/server/session'
import { listSessions } from '@/lib/server/sessions'
import { listTokens } from '@/lib/server/tokens'
import { readOwnAccount } from '@/lib/server/users'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('account'))('settings.title') }
}

type Search = Promise<Record<string, string | string[] | undefined>>

export default async function SettingsPage({ searchParams }: { searchParams?: Search } = {}) {
  const session = await currentSession()
  const account = session && (await readOwnAccount(session.viewer))
  if (!session || !account) redirect(pathWithNext('/sign-in', '/settings'))
  const t = await getTranslations('account.settings')
  const now = new Date()
  // An account that a class keeps has neither address nor password, and no programs: only what is its owner's to say.
  const own = can(session.viewer, 'account.own', session.viewer)
  // What a form said before its person was sent to sign in again.
  const said = Object.fromEntries(Object.entries((await searchParams) ?? {}).filter((pair): pair is [string, string] => typeof pair[1] === 'string'))
  const { hasPassword } = account
  const [linked, removed] = [await listOwnPlatforms(session.viewer), await listRemovedArticles(session.viewer)]
  const useful = scopes.filter((scope) => scope !== 'moderate' || session.viewer.role !== 'member')
  return (
    <Page width="text">
      <PageTitle>{t('title')}</PageTitle>
      <ClientWords sets={['account', 'tokens']}>
        <ProfileSection account={account} named={!own} />
        {own && <EmailSection account={account} mail={mailWay()} />}
        {own && <PasswordSection account={account} />}
        <SessionSection sessions={await listSessions(session.viewer)} current={session.id} now={now} />
        {own && <TokenSection tokens={await listTokens(session.viewer)} scopes={useful} now={now} hasPassword={hasPassword} wish={said} />}
        {linked.platforms.length > 0 && <LinkedPlatformsSection {...linked} hasPassword={hasPassword} />}
        {can(session.viewer, 'platform.manage', undefined) && <PlatformsSection />}
        {removed.length > 0 && <RemovedArticles articles={removed} />}
        <DataSection managed={!own} hasPassword={hasPassword} wish={said.annotations} />
      </ClientWords>
    </Page>
  )
}
