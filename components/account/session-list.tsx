import { getFormatter, getTranslations } from 'next-intl/server'
import { signOutThere } from '@/lib/actions/session'
import { browserName } from '@/lib/domain/browser-name'
import type { SessionEntry } from '@/lib/server/sessions'
import { AccountForm } from './account-form'

/** Where somebody is signed in, each with a button that ends it, but for the browser they sit at. */
export async function SessionList({ sessions, current, now }: { sessions: SessionEntry[]; current: string; now: Date }) {
  const [t, format] = [await getTranslations('account.settings'), await getFormatter()]
  const nameOf = (userAgent: string | null) => {
    const { browser, system } = browserName(userAgent)
    return browser && system ? t('browserOn', { browser, system }) : (browser ?? system ?? t('unknownBrowser'))
  }
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {sessions.map(({ id, userAgent, lastSeen }) => (
        <li key={id} className="flex min-h-14 flex-wrap items-center justify-between gap-x-4 gap-y-2 py-2">
          <div>
            <p className="font-medium">{nameOf(userAgent)}</p>
            <p className="text-[13px] text-soft">
              {id === current ? t('thisOne') : t('lastSeen', { when: format.relativeTime(lastSeen, now) })}
            </p>
          </div>
          {id !== current && (
            <AccountForm
              action={signOutThere}
              submit={t('end')}
              look={{ variant: 'plain', size: 'small', 'aria-label': t('endThat', { name: nameOf(userAgent) }) }}
            >
              <input type="hidden" name="session" value={id} />
            </AccountForm>
          )}
        </li>
      ))}
    </ul>
  )
}
