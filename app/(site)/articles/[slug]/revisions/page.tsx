import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { AnnotationHistory } from '@/components/revision/annotation-history'
import { ChooseRevisions } from '@/components/revision/choose-revisions'
import { Comparison } from '@/components/revision/comparison'
import { ComparisonHead } from '@/components/revision/comparison-head'
import { RepairLink } from '@/components/revision/repair-link'
import { revisionNumber, revisionsAddress } from '@/components/revision/revision-address'
import { RevisionList } from '@/components/revision/revision-list'
import { RevisionTitle } from '@/components/revision/revision-title'
import { ClientWords } from '@/components/site/client-words'
import { Page, Section } from '@/components/ui/page'
import { slugFromSegment } from '@/lib/domain/slug'
import { readAnnotationHistory } from '@/lib/server/annotation-history'
import { readArticle, type ArticleView } from '@/lib/server/articles'
import { readComparison } from '@/lib/server/comparison'
import { countRepairs } from '@/lib/server/repair-list'
import { readRevisionList } from '@/lib/server/revision-list'
import { currentViewer } from '@/lib/server/session'

type Query = Record<string, string | string[] | undefined>
type Props = { params: Promise<{ slug: string }>; searchParams: Promise<Query> }

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const article = await readArticle(await currentViewer(), slugFromSegment((await params).slug))
  if (!article) return {}
  const t = await getTranslations('revisions')
  const query = await searchParams
  const [from, to] = [revisionNumber(query.from), revisionNumber(query.to)]
  const what = from && to ? t('compare.short', { from, to }) : t('list.title')
  return { title: `${what} · ${article.title}`, robots: { index: false } }
}

export default async function RevisionsPage({ params, searchParams }: Props) {
  const article = await readArticle(await currentViewer(), slugFromSegment((await params).slug))
  if (!article) notFound()
  const query = await searchParams
  const [from, to] = [revisionNumber(query.from), revisionNumber(query.to)]
  if (query.from === undefined && query.to === undefined) return <ListPage article={article} query={query} />
  if (!from || !to || from === to) notFound()
  const view = query.view === 'side' ? 'side' : undefined
  if (from > to) redirect(revisionsAddress(encodeURIComponent(article.slug), { from: to, to: from, view }))
  return <ComparePage article={article} from={from} to={to} side={view === 'side'} part={revisionNumber(query.part) ?? 1} />
}

async function ListPage({ article, query }: { article: ArticleView; query: Query }) {
  const viewer = await currentViewer()
  const t = await getTranslations('revisions')
  const { slug, language, layer, revision } = article
  const flag = typeof query.flag === 'string' && /^[0-9a-f-]{36}$/i.test(query.flag) ? query.flag : null
  const [list, repairs, history] = await Promise.all([
    readRevisionList(viewer, layer.id, revisionNumber(query.before)),
    countRepairs(viewer, layer.id),
    flag ? readAnnotationHistory(viewer, layer.id, flag) : null,
  ])
  if (!list) notFound()
  const oldest = list.next === null ? (list.entries.at(-1)?.number ?? 1) : 1
  return (
    <Page width="text">
      <RevisionTitle article={article} lead={t('list.lead')}>
        {t('list.title')}
      </RevisionTitle>
      {repairs > 0 && <RepairLink slug={slug} label={t('repair.open', { count: repairs })} />}
      {flag && !history && <p className="mb-6 text-soft">{t('history.gone')}</p>}
      {history && (
        <div className="mb-10">
          <Section title={t('history.title', { reader: history.author.name })}>
            <AnnotationHistory slug={slug} language={language} id={history.id} steps={history.steps} />
          </Section>
        </div>
      )}
      {oldest < revision.number && (
        <div className="mb-6">
          <ChooseRevisions slug={slug} current={revision.number} from={oldest} to={revision.number} />
        </div>
      )}
      <ClientWords sets={list.mayWithdraw ? ['revisions'] : []}>
        <RevisionList slug={slug} current={revision.number} {...list} />
      </ClientWords>
    </Page>
  )
}

type Compared = { article: ArticleView; from: number; to: number; side: boolean; part: number }

async function ComparePage({ article, from, to, side, part }: Compared) {
  const viewer = await currentViewer()
  const { slug, language, layer, revision } = article
  const [comparison, repairs] = await Promise.all([readComparison(viewer, layer.id, from, to), countRepairs(viewer, layer.id)])
  if (!comparison) notFound()
  const t = await getTranslations('revisions')
  return (
    <Page width={side ? 'wide' : 'text'}>
      <RevisionTitle article={article} back={{ href: revisionsAddress(slug), label: t('compare.all') }}>
        {t('compare.title', { from, to })}
      </RevisionTitle>
      <ComparisonHead slug={slug} current={revision.number} comparison={comparison} side={side} />
      {repairs > 0 && <RepairLink slug={slug} label={t('repair.open', { count: repairs })} />}
      <h2 className="sr-only">{t('compare.text')}</h2>
      <Comparison slug={slug} language={language} from={from} to={to} rows={comparison.rows} side={side} part={part} />
    </Page>
  )
}
