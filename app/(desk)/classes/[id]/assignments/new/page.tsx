import type { Metadata } from 'next'
import Link from 'next/link'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import '@/app/reader.css'
import { newDraft } from '@/components/classroom/assignment-draft'
import { AssignmentForm } from '@/components/classroom/assignment-form'
import { AssignmentPick } from '@/components/classroom/assignment-pick'
import { ClientWords } from '@/components/site/client-words'
import { Page, PageTitle } from '@/components/ui/page'
import { classLimits } from '@/lib/domain/classroom/class'
import { readArticle } from '@/lib/server/articles'
import { findArticles } from '@/lib/server/library'
import { openClass } from '../../open-class'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<{ article?: string | string[]; q?: string | string[] }> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignment.form'))('newTitle') }
}

export default async function NewAssignmentPage({ params, searchParams }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ mayManage, archived }) => mayManage && !archived)
  const t = await getTranslations('assignment.form')
  const { article: slug, q = '' } = await searchParams
  const classLink = (
    <Link href={`/classes/${view.id}`} className="inline-block min-h-6 underline underline-offset-2 hover:text-ink">
      {t('of', { name: view.name })}
    </Link>
  )
  if (typeof slug !== 'string') {
    const words = typeof q === 'string' ? q : ''
    const found = await findArticles(viewer, { q: words, limit: 30 })
    return (
      <Page width="text">
        <PageTitle kicker={classLink} lead={t('pickLead')}>
          {t('pickTitle')}
        </PageTitle>
        <AssignmentPick classId={view.id} q={words} articles={found.ok ? found.value.rows : []} />
      </Page>
    )
  }
  const article = await readArticle(viewer, slug)
  if (!article) notFound()
  const { codebookSlug, codebookVersion } = article.layer
  return (
    <Page>
      <PageTitle kicker={classLink}>{t('newTitle')}</PageTitle>
      <p className="-mt-3 mb-6 text-[15px] text-soft wrap-anywhere">
        {t('article')}{' '}
        <span lang={article.language} className="font-serif text-ink">
          {article.title}
        </span>{' '}
        ·{' '}
        <Link href={`/classes/${view.id}/assignments/new`} className="inline-block min-h-6 underline underline-offset-2">
          {t('otherArticle')}
        </Link>
      </p>
      <ClientWords sets={['assignment', 'reader', 'codebook']}>
        <AssignmentForm
          to={{ classId: view.id, slug: article.slug }}
          begin={newDraft([...article.title].slice(0, classLimits.name).join(''))}
          zone={view.timeZone}
          codebook={{ slug: codebookSlug, version: codebookVersion }}
        />
      </ClientWords>
    </Page>
  )
}
