'use client'

import { useTranslations } from 'next-intl'
import { CopyLink } from '@/components/classroom/people-copy-link'

export type SiteAddresses = Record<'login' | 'launch' | 'keys' | 'domain', string>

/** What an administrator copies into a platform. */
export function PlatformAddresses({ addresses }: { addresses: SiteAddresses }) {
  const t = useTranslations('platforms.addresses')
  const order = ['login', 'launch', 'keys', 'domain'] as const
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {order.map((name) => (
        <li key={name} className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1 py-2.5">
          <div className="min-w-0">
            <p className="text-[13.5px] text-soft">{t(name)}</p>
            <p className="font-mono text-[13.5px] wrap-anywhere">{addresses[name]}</p>
          </div>
          <div className="flex items-center gap-3">
            <CopyLink link={addresses[name]} name={t('copyThat', { label: t(name) })} label={t('copy')} />
          </div>
        </li>
      ))}
    </ul>
  )
}
