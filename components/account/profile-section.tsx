import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import { changeProfile } from '@/lib/actions/account'
import type { OwnAccount } from '@/lib/server/users'
import { AccountForm } from './account-form'
import { LocaleField } from './locale-field'
import { TextField } from './text-field'

/** Settings: the name that others see, unless it was given (`named`), and the language of the interface. */
export function ProfileSection({ account, named }: { account: OwnAccount; named: boolean }) {
  const t = useTranslations('account')
  return (
    <Section title={t('settings.profile')}>
      <div className="max-w-[420px]">
        <AccountForm
          action={changeProfile}
          submit={t('settings.saveProfile')}
          fields={['name', 'locale']}
          draftKey="profile"
          done="settings.profileSaved"
          look={{ variant: 'primary' }}
        >
          {named ? (
            <p>
              <span className="font-medium wrap-anywhere">{account.name}</span>
              <span className="block text-[14px] text-soft">{t('settings.namedByClass')}</span>
              <input type="hidden" name="name" value={account.name} />
            </p>
          ) : (
            <TextField name="name" label={t('fields.name')} hint={t('fields.nameHint')} autoComplete="name" defaultValue={account.name} required />
          )}
          <LocaleField chosen={account.locale} />
        </AccountForm>
      </div>
    </Section>
  )
}
