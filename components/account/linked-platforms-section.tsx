import { getFormatter, getTranslations } from 'next-intl/server'
import { Section } from '@/components/ui/page'
import { leavePlatform } from '@/lib/actions/lti-launch'
import type { OwnPlatform } from '@/lib/server/lti/own-platforms'
import { AccountForm } from './account-form'
import { ProofField } from './proof-field'

/** Settings: the learning platforms that lead into this account, each with a button that parts from it. */
export async function LinkedPlatformsSection({ platforms, otherWay, hasPassword }: { platforms: OwnPlatform[]; otherWay: boolean; hasPassword: boolean }) {
  const [t, format] = [await getTranslations('account.settings'), await getFormatter()]
  const onlyWay = !otherWay && platforms.length === 1
  return (
    <Section title={t('linked')} note={onlyWay ? t('linkedOnly') : t('linkedNote')}>
      <ul className="divide-y divide-rule border-y border-rule">
        {platforms.map(({ platformId, subject, name, host, since }) => (
          <li key={`${platformId} ${subject}`} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
            <div className="min-w-0">
              <p className="font-medium wrap-anywhere">{name}</p>
              <p className="text-[13px] wrap-anywhere text-soft">{t('linkedSince', { host, when: format.dateTime(since, { dateStyle: 'medium' }) })}</p>
            </div>
            {!onlyWay && (
              <AccountForm action={leavePlatform} submit={t('unlink')} fields={hasPassword ? ['proof'] : []} look={{ variant: 'plain', size: 'small', 'aria-label': t('unlinkThat', { name }) }}>
                <input type="hidden" name="platform" value={platformId} />
                <input type="hidden" name="subject" value={subject} />
                <ProofField hasPassword={hasPassword} />
              </AccountForm>
            )}
          </li>
        ))}
      </ul>
    </Section>
  )
}
