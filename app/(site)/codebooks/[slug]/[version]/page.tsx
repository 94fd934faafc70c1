import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { LabelEntry } from '@/components/codebook/label-entry'
import { LabelName } from '@/components/codebook/label-name'
import { Page, PageTitle, Section } from '@/components/ui/page'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { labelRefsOf, labelsOf } from '@/lib/domain/codebook/registry'
import { codebookAt } from '@/lib/server/codebook-data'

type Props = { params: Promise<{ slug: string; version: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug, version } = await params
  if (!codebookAt(slug, version)) return {}
  const t = await getTranslations('codebooks')
  return { title: `${t('names.reading')} · ${t('version', { version: Number(version) })}` }
}

export default async function CodebookPage({ params }: Props) {
  const { slug, version } = await params
  const codebook = codebookAt(slug, version)
  if (!codebook) notFound()
  const t = await getTranslations('codebooks')
  const words = await getTranslations('codebook')
  return (
    <Page width="text">
      <PageTitle kicker={t('version', { version: codebook.version })} lead={t('lead', { labels: labelRefsOf(codebook).length })}>
        {t('names.reading')}
      </PageTitle>
      {dimensions.map((dimension) => (
        <Section key={dimension} title={<span id={dimension}>{words(`dimensions.${dimension}.name`)}</span>} note={words(`dimensions.${dimension}.question`)}>
          <ul className="divide-y divide-rule">
            {labelsOf(codebook, dimension).map((label) => (
              <li key={label.id} className="py-5 first:pt-0">
                <LabelEntry
                  dimension={dimension}
                  label={label}
                  title={
                    <h3 className="text-[17px] font-semibold">
                      <Link href={`/codebooks/${slug}/${version}/${dimension}/${label.id}`} className="underline decoration-rule underline-offset-4 hover:decoration-ink">
                        <LabelName dimension={dimension} label={label.id} />
                      </Link>
                    </h3>
                  }
                />
              </li>
            ))}
          </ul>
        </Section>
      ))}
      <p className="mt-10 border-t border-rule pt-4 text-[13.5px] text-soft">{t('data')}</p>
    </Page>
  )
}
