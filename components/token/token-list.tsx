import { getFormatter, getTranslations } from 'next-intl/server'
import type { TokenEntry } from '@/lib/server/tokens'
import { RevokeToken } from './revoke-token'

const minute = 60_000

/** Somebody's tokens, the newest first, each with what it may do, when it was used, and a way to revoke it. */
export async function TokenList({ tokens, now }: { tokens: TokenEntry[]; now: Date }) {
  const [t, format] = [await getTranslations('tokens'), await getFormatter()]
  const day = (date: Date) => format.dateTime(date, { dateStyle: 'medium' })
  const factsOf = ({ createdAt, lastUsedAt, expiresAt }: TokenEntry) => [
    t('made', { when: day(createdAt) }),
    !lastUsedAt
      ? t('unused')
      : now.getTime() - lastUsedAt.getTime() < minute
        ? t('usedJustNow')
        : t('used', { when: format.relativeTime(lastUsedAt, now) }),
    !expiresAt ? t('endless') : t(expiresAt <= now ? 'expired' : 'expires', { date: day(expiresAt) }),
  ]
  if (tokens.length === 0) return <p className="border-y border-rule py-3 text-[15px] text-soft">{t('none')}</p>
  return (
    <ul className="divide-y divide-rule border-y border-rule">
      {tokens.map((token) => (
        <li key={token.id} className="flex min-h-14 items-center justify-between gap-x-4 py-2.5">
          <div className="min-w-0">
            <p className={`font-medium wrap-anywhere ${token.expiresAt && token.expiresAt <= now ? 'text-soft line-through' : ''}`}>
              {token.name}
            </p>
            <p className="text-[13px] text-soft">
              <span className="text-ink">{t(`scopes.${token.scopes.at(-1) ?? 'read'}`)}</span>
              {factsOf(token).map((fact) => (
                <span key={fact}>
                  {' · '}
                  <span className="inline-block">{fact}</span>
                </span>
              ))}
            </p>
          </div>
          <RevokeToken id={token.id} name={token.name} />
        </li>
      ))}
    </ul>
  )
}
