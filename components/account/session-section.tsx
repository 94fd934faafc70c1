import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import { signOutEverywhere } from '@/lib/actions/session'
import type { SessionEntry } from '@/lib/server/sessions'
import { AccountForm } from './account-form'
import { SessionList } from './session-list'

/** Settings: every browser that is signed in, and the ways to end that. */
export function SessionSection(props: { sessions: SessionEntry[]; current: string; now: Date }) {
  const t = useTranslations('account.settings')
  return (
    <Section title={t('sessions')} note={t('sessionsNote')}>
      <SessionList {...props} />
      <div className="mt-5 max-w-[420px]">
        <AccountForm action={signOutEverywhere} submit={t('endOthers')} done="settings.othersEnded" look={{ variant: 'plain' }} />
      </div>
    </Section>
  )
}
