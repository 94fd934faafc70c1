import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import { changePassword } from '@/lib/actions/account'
import type { OwnAccount } from '@/lib/server/users'
import { AccountForm } from './account-form'
import { Choice } from './choice'
import { PasswordField } from './password-field'
import { ProofField } from './proof-field'

/** Settings: the password, or a first one for who came by another service. */
export function PasswordSection({ account: { hasPassword, email } }: { account: OwnAccount }) {
  const t = useTranslations('account.settings')
  if (!email) return null
  return (
    <Section title={t('password')} note={hasPassword ? t('passwordNote') : t('noPassword')}>
      <div className="max-w-[420px]">
        <AccountForm
          action={changePassword}
          submit={hasPassword ? t('changePassword') : t('setPassword')}
          fields={hasPassword ? ['current', 'password', 'proof'] : ['password']}
          done="settings.passwordSaved"
          look={{ variant: 'primary' }}
        >
          <input type="hidden" name="username" autoComplete="username" value={email} />
          {hasPassword ? <PasswordField kind="current" /> : <input type="hidden" name="current" value="" />}
          <PasswordField kind="new" />
          <fieldset className="grid gap-1.5">
            <legend className="mb-1 text-[14px] font-medium">{t('passwordEnds')}</legend>
            <Choice type="checkbox" name="sessions" value="end" otherwise="keep" ticked>
              {t('passwordEndsSessions')}
            </Choice>
            <Choice type="checkbox" name="tokens" value="revoke" otherwise="keep" ticked>
              {t('passwordEndsTokens')}
            </Choice>
          </fieldset>
          <ProofField hasPassword={hasPassword} />
        </AccountForm>
      </div>
    </Section>
  )
}
