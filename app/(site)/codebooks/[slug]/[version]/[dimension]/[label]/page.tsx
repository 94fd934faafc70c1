import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getMessages, getTranslations } from 'next-intl/server'
import { LabelEntry } from '@/components/codebook/label-entry'
import { LabelName } from '@/components/codebook/label-name'
import { Page } from '@/components/ui/page'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { findLabel } from '@/lib/domain/codebook/registry'
import type { LabelWords } from '@/lib/i18n/label-words'
import { codebookAt } from '@/lib/server/codebook-data'

type Props = { params: Promise<{ slug: string; version: string; dimension: string; label: string }> }

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = labelAt(await params)
  if (!found) return {}
  const { codebook } = await getMessages()
  const words: Record<string, LabelWords | undefined> = codebook.labels[found.dimension]
  return { title: `${words[found.label.id]?.name} · ${codebook.dimensions[found.dimension].name}` }
}

export default async function LabelPage({ params }: Props) {
  const { slug, version, ...rest } = await params
  const found = labelAt({ slug, version, ...rest })
  if (!found) notFound()
  const t = await getTranslations('codebooks')
  const words = await getTranslations('codebook')
  const { dimension, label } = found
  return (
    <Page width="text">
      <p className="mb-4 text-[13px] text-soft">{words(`dimensions.${dimension}.name`)} · {words(`dimensions.${dimension}.question`)}</p>
      <LabelEntry
        dimension={dimension}
        label={label}
        title={<h1 className="text-[26px] leading-tight font-semibold sm:text-[30px]"><LabelName dimension={dimension} label={label.id} /></h1>}
      />
      <p className="mt-10 border-t border-rule pt-4 text-[14px]">
        <Link href={`/codebooks/${slug}/${version}`} className="underline underline-offset-4">{t('whole')}</Link>
      </p>
      <p className="mt-2 text-[13.5px] text-soft">{t('data')}</p>
    </Page>
  )
}

/** The label that an address names, with its dimension; null where there is none. */
function labelAt({ slug, version, dimension, label }: Awaited<Props['params']>) {
  const codebook = codebookAt(slug, version)
  const of = dimensions.find((each) => each === dimension)
  const found = codebook && of && findLabel(codebook, { dimension: of, label })
  return found && of ? { dimension: of, label: found } : null
}
