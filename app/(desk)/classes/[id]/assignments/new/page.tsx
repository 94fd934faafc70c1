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
import { readChoosing } from '@/lib/server/lti/choosing'
import { openClass } from '../../open-class'

type Asked = Partial<Record<'article' | 'q' | 'ticket' | 'waiting', string | string[]>>
type Props = { params: Promise<{ id: string }>; searchParams: Promise<Asked> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('assignment.form'))('newTitle') }
}

export default async function NewAssignmentPage({ params, searchParams }: Props) {
  const { viewer, view } = await openClass((await params).id, ({ mayManage, archived }) => mayManage && !archived)
  const [t, lti] = [await getTranslations('assignment.form'), await getTranslations('lti.choose')]
  const { article: slug, q = '', ticket, waiting } = await searchParams
  const along: Record<string, string> = typeof ticket === 'string' ? { ticket, ...(waiting === '1' && { waiting }) } : {}
  const launch = typeof ticket === 'string' ? { ticket, waiting: waiting === '1' } : undefined
  const platform = launch && (await readChoosing(viewer, launch.ticket))?.platform
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
        <PageTitle kicker={classLink} lead={platform ? lti('forPlatform', { platform }) : t('pickLead')}>
          {t('pickTitle')}
        </PageTitle>
        <AssignmentPick classId={view.id} q={words} articles={found.ok ? found.value.rows : []} along={along} />
      </Page>
    )
  }
  const article = await readArticle(viewer, slug)
  if (!article) notFound()
  const { codebookSlug, codebookVersion } = article.layer
  return (
    <Page>
      <PageTitle kicker={classLink} lead={platform && lti('forPlatform', { platform })}>
        {t('newTitle')}
      </PageTitle>
      <p className="-mt-3 mb-6 text-[15px] text-soft wrap-anywhere">
        {t('article')}{' '}
        <span lang={article.language} className="font-serif text-ink">
          {article.title}
        </span>{' '}
        ·{' '}
        <Link href={`/classes/${view.id}/assignments/new?${new URLSearchParams(along)}`} className="inline-block min-h-6 underline underline-offset-2">
          {t('otherArticle')}
        </Link>
      </p>
      <ClientWords sets={['assignment', 'reader', 'codebook']}>
        <AssignmentForm
          to={{ classId: view.id, slug: article.slug, launch }}
          begin={newDraft([...article.title].slice(0, classLimits.name).join(''))}
          zone={view.timeZone}
          codebook={{ slug: codebookSlug, version: codebookVersion }}
        />
      </ClientWords>
    </Page>
  )
}
