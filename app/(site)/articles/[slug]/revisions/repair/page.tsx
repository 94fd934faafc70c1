import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { RepairDone } from '@/components/revision/repair-done'
import { RepairItem } from '@/components/revision/repair-item'
import { repairAddress, revisionsAddress } from '@/components/revision/revision-address'
import { RevisionTitle } from '@/components/revision/revision-title'
import '@/components/revision/revision.css'
import { ButtonLink } from '@/components/site/button-link'
import { ClientWords } from '@/components/site/client-words'
import { Page } from '@/components/ui/page'
import { slugFromSegment } from '@/lib/domain/slug'
import { readAnnotationHistory } from '@/lib/server/annotation-history'
import { readArticle } from '@/lib/server/articles'
import { countRepairs, readRepairs } from '@/lib/server/repair-list'
import { currentViewer } from '@/lib/server/session'

type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Record<string, string | string[] | undefined>> }

const query = z.object({
  after: z.uuid().optional().catch(undefined),
  flag: z.uuid().optional().catch(undefined),
  done: z.enum(['accept', 'place', 'let-go', 'restore']).optional().catch(undefined),
})

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations('revisions.repair')
  return { title: t('title'), robots: { index: false } }
}

export default async function RepairPage({ params, searchParams }: Props) {
  const viewer = await currentViewer()
  const article = await readArticle(viewer, slugFromSegment((await params).slug))
  if (!article) notFound()
  const { after, flag, done } = query.parse(await searchParams)
  const { slug, layer } = article
  const [read, count, last] = await Promise.all([
    readRepairs(viewer, layer.id, after),
    countRepairs(viewer, layer.id),
    done && flag ? readAnnotationHistory(viewer, layer.id, flag) : null,
  ])
  if (!read) notFound()
  const t = await getTranslations('revisions')
  const { revision, repairs, next } = read
  return (
    <ClientWords sets={['revisions']}>
      <Page>
        <RevisionTitle article={article} back={{ href: revisionsAddress(slug), label: t('compare.all') }} lead={count > 0 && t('repair.lead')}>
          {t('repair.title')}
        </RevisionTitle>
        {done && flag && (
          <div className="mb-6">
            <RepairDone
              key={`${done}${flag}`}
              deed={done}
              id={flag}
              slug={slug}
              revision={revision}
              after={after}
              mine={viewer.kind === 'user' && viewer.id === last?.author.id}
            />
          </div>
        )}
        {viewer.kind === 'signed-out' ? (
          <div className="grid justify-items-start gap-4">
            <p>{t('repair.signedOut')}</p>
            <ButtonLink variant="primary" href={`/sign-in?next=${encodeURIComponent(repairAddress(slug))}`}>
              {t('repair.signIn')}
            </ButtonLink>
          </div>
        ) : (
          <>
            <p className="mb-4 text-soft tabular-nums">{count > 0 ? t('repair.count', { count }) : t('repair.empty')}</p>
            <ul className="border-b border-rule">
              {repairs.map((repair) => {
                const mine = viewer.kind === 'user' && viewer.id === repair.annotation.author.id
                return <RepairItem key={repair.annotation.id} article={article} repair={repair} revision={revision} mine={mine} after={after} />
              })}
            </ul>
          </>
        )}
        <p className="mt-6 flex justify-between gap-4">
          {after && count > 0 ? (
            <Link className="py-1 underline" href={repairAddress(slug)}>
              {t('repair.fromStart')}
            </Link>
          ) : (
            <span />
          )}
          {next && (
            <Link className="py-1 underline" href={repairAddress(slug, next)}>
              {t('repair.more')}
            </Link>
          )}
        </p>
      </Page>
    </ClientWords>
  )
}
