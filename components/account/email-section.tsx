import { useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { askForVerification } from '@/lib/actions/account'
import type { OwnAccount } from '@/lib/server/users'
import { AccountForm } from './account-form'

/** Settings: the address, and whether it was confirmed. */
export function EmailSection({ account, mail }: { account: OwnAccount; mail: 'smtp' | 'console' | 'none' }) {
  const t = useTranslations('account.settings')
  const problems = useTranslations('problems')
  const forgot = useTranslations('account.forgot')
  if (!account.email) return <Section title={t('email')}>{t('noEmail')}</Section>
  return (
    <Section title={t('email')}>
      <div className="grid max-w-[420px] gap-4">
        <p>
          {account.email} <span className="text-soft">· {account.emailVerified ? t('confirmed') : t('unconfirmed')}</span>
        </p>
        {!account.emailVerified && mail === 'none' && <Notice>{problems('mailNotConfigured')}</Notice>}
        {!account.emailVerified && mail === 'console' && <Notice>{forgot('console')}</Notice>}
        {!account.emailVerified && mail !== 'none' && (
          <AccountForm
            action={askForVerification}
            submit={t('confirm')}
            done="settings.confirmSent"
            doneValues={{ email: account.email }}
            after="sentence"
            look={{ variant: 'plain' }}
          />
        )}
      </div>
    </Section>
  )
}
