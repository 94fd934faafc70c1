import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { Scope } from '@/lib/domain/viewer'
import type { TokenEntry } from '@/lib/server/tokens'
import { TokenList } from './token-list'
import { TokenMaker } from './token-maker'

/** Settings: the tokens by which programs act for somebody. `scopes`: those that are of use to them; `wish`: what a new one was to be. */
export function TokenSection(props: { tokens: TokenEntry[]; scopes: readonly Scope[]; now: Date; hasPassword: boolean; wish: Record<string, string> }) {
  const { tokens, scopes, now, hasPassword, wish } = props
  const t = useTranslations('tokens')
  return (
    <div id="tokens" className="scroll-mt-16">
      <Section
        title={t('title')}
        note={
          <>
            {t('note')}{' '}
            <Link href="/developers" className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
              {t('more')}
            </Link>
          </>
        }
      >
        <TokenList tokens={tokens} now={now} />
        <TokenMaker scopes={scopes} hasPassword={hasPassword} wish={wish} />
      </Section>
    </div>
  )
}
