import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CodeBlock } from '@/components/api/code-block'
import { Examples } from '@/components/api/examples'
import { Reference } from '@/components/api/reference'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { readReference } from '@/lib/domain/api-reference'
import { scopes } from '@/lib/domain/viewer'
import { requestsPerMinute } from '@/lib/server/limits'
import { apiDocument } from '@/lib/server/openapi/document'
import { siteAddress } from '@/lib/server/site-address'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers'))('title') }
}

export default async function DevelopersPage() {
  const [t, words] = await Promise.all([getTranslations('developers'), getTranslations('tokens')])
  return (
    <Page width="text">
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <Section title={t('token')}>
        <div className="grid grid-cols-[minmax(0,1fr)] gap-3">
          <p>{t('tokenText')}</p>
          <p>{t.rich('tokenSettings', { settings: (name) => <Link href="/settings#tokens" className="underline underline-offset-2">{name}</Link> })}</p>
          <dl className="divide-y divide-rule border-y border-rule text-[15px]">
            {scopes.map((scope) => (
              <div key={scope} className="grid gap-x-4 py-1.5 sm:grid-cols-[7rem_minmax(0,1fr)]">
                <dt className="font-mono text-[13.5px]">{scope}</dt>
                <dd>{words(`scopeHints.${scope}`)}</dd>
              </div>
            ))}
          </dl>
          <p>{t('tokenSend')}</p>
          <div>
            <p>{t('tokenCommand')}</p>
            <CodeBlock label={t('tokenCommand')}>npm run token -- --email you@example.org --scope write</CodeBlock>
          </div>
        </div>
      </Section>
      <Section title={t('examples')}>
        <Examples site={siteAddress()} />
      </Section>
      <Section title={t('rules')}>
        <ul className="grid list-disc gap-1.5 pl-5">
          {(['rulePositions', 'ruleErrors', 'ruleHidden', 'ruleTimes', 'ruleMethods'] as const).map((rule) => (
            <li key={rule}>{t(rule)}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('limits')}>
        <p>{t('limitsText', { limit: requestsPerMinute() })}</p>
        <p className="mt-3">{t('limitsHeaders')}</p>
      </Section>
      <Section
        title={t('reference')}
        note={t.rich('referenceText', { document: (name) => <a href="/api/v1/openapi.json" className="underline underline-offset-2">{name}</a> })}
      >
        <Reference groups={readReference(apiDocument())} />
      </Section>
    </Page>
  )
}
