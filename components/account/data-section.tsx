import { useTranslations } from 'next-intl'
import { buttonLook } from '@/components/ui/button'
import { Section } from '@/components/ui/page'
import { deleteAccount } from '@/lib/actions/account'
import { AccountForm } from './account-form'
import { Choice } from './choice'
import { ProofField } from './proof-field'

/** Settings: taking home what is kept of one, and leaving. An account that a class keeps is its teachers' to remove. */
export function DataSection({ managed, hasPassword, wish = 'keep-without-name' }: { managed: boolean; hasPassword: boolean; wish?: string }) {
  const t = useTranslations('account.settings')
  return (
    <Section title={t('data')} note={t('dataNote')}>
      {/* A plain link: a file is not a page. */}
      <a className={buttonLook({})} href="/settings/data" download>
        {t('downloadData')}
      </a>
      {managed ? (
        <p className="mt-5 text-[14px] text-soft">{t('keptByClass')}</p>
      ) : (
        <details id="data" className="mt-6 scroll-mt-16" open={wish === 'delete'}>
          <summary className="py-1 text-[15px]">{t('leave')}</summary>
          <div className="mt-3 max-w-[420px]">
            <AccountForm action={deleteAccount} submit={t('leaveNow')} fields={hasPassword ? ['proof'] : []} look={{ variant: 'danger' }}>
              <p className="text-[14px] text-soft">{t('leaveNote')}</p>
              <fieldset className="grid gap-1.5">
                <legend className="mb-1 text-[14px] font-medium">{t('leaveFlags')}</legend>
                {(['keep-without-name', 'delete'] as const).map((each) => (
                  <Choice key={each} type="radio" name="annotations" value={each} ticked={each === wish}>
                    {t(`leaveWish.${each}`)}
                  </Choice>
                ))}
              </fieldset>
              <Choice type="checkbox" name="sure" value="yes">
                {t('leaveSure')}
              </Choice>
              <ProofField hasPassword={hasPassword} at="#data" />
            </AccountForm>
          </div>
        </details>
      )}
    </Section>
  )
}
