import Link from 'next/link'
import type { ReactNode } from 'react'
import { PageTitle } from '@/components/ui/page'
import type { ArticleView } from '@/lib/server/articles'

type Props = { article: ArticleView; back?: { href: string; label: string }; lead?: ReactNode; children: ReactNode }

/** The heading of a page about an article's versions, below the way back to the article. */
export function RevisionTitle({ article, back, lead, children }: Props) {
  const kicker = (
    <span className="flex flex-wrap gap-x-3">
      <Link href={`/articles/${article.slug}`} lang={article.language} className="py-0.5 underline wrap-anywhere">
        <bdi>{article.title}</bdi>
      </Link>
      {back && (
        <Link href={back.href} className="py-0.5 underline">
          {back.label}
        </Link>
      )}
    </span>
  )
  return (
    <PageTitle kicker={kicker} lead={lead}>
      {children}
    </PageTitle>
  )
}
