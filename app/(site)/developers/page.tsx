import type { Metadata } from 'next'
import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { CodeBlock } from '@/components/api/code-block'
import { Examples } from '@/components/api/examples'
import { Reference } from '@/components/api/reference'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { readReference } from '@/lib/domain/api-reference'
import { requestsPerMinute } from '@/lib/server/limits'
import { apiDocument } from '@/lib/server/openapi/document'
import { siteAddress } from '@/lib/server/site-address'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('developers'))('title') }
}

export default async function DevelopersPage() {
  const t = await getTranslations('developers')
  return (
    <Page width="text">
      <PageTitle lead={t('lead')}>{t('title')}</PageTitle>
      <Section title={t('token')}>
        <div className="grid gap-3">
          <p>{t('tokenText')}</p>
          <p>{t.rich('tokenSettings', { settings: (words) => <Link href="/settings#tokens" className="underline underline-offset-2">{words}</Link> })}</p>
          <p>{t('tokenScopes')}</p>
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
          {(['rulePositions', 'ruleErrors', 'ruleHidden', 'ruleTimes'] as const).map((rule) => (
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
        note={t.rich('referenceText', { document: (words) => <a href="/api/v1/openapi.json" className="underline underline-offset-2">{words}</a> })}
      >
        <Reference groups={readReference(apiDocument())} />
      </Section>
    </Page>
  )
}
