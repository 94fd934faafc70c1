import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { PlatformEntry } from '@/lib/server/lti/platforms'

/** Every platform, with what waits for an administrator; its name leads to it. */
export function PlatformList({ platforms }: { platforms: readonly PlatformEntry[] }) {
  const t = useTranslations('platforms')
  if (platforms.length === 0) return <p className="border-y border-rule py-4 text-soft">{t('none')}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {platforms.map(({ id, name, issuer, disabledAt, people, deployments }) => {
        const waiting = deployments.filter(({ allowedAt }) => allowedAt === null).length
        return (
          <li key={id} className="grid gap-0.5 py-3">
            <p className="flex flex-wrap items-baseline gap-x-3">
              <Link href={`/settings/platforms/${id}`} className="inline-block min-h-6 font-medium wrap-anywhere underline underline-offset-2">
                {name}
              </Link>
              {disabledAt && <span className="text-[13.5px] text-danger">{t('off')}</span>}
            </p>
            <p className="text-[13.5px] text-soft wrap-anywhere">
              {issuer} · {t('people', { count: people })}
            </p>
            {waiting > 0 && <p className="text-[14px] font-medium">{t('waiting', { count: waiting })}</p>}
          </li>
        )
      })}
    </ul>
  )
}
