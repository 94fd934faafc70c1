import Link from 'next/link'
import { getTranslations } from 'next-intl/server'
import { FreshCounts } from '@/components/annotation/fresh-counts'
import { ArticleRow } from '@/components/library/article-row'
import { FlaggedExample } from '@/components/site/flagged-example'
import { ButtonLink } from '@/components/site/button-link'
import { Footer } from '@/components/site/footer'
import { Page, Section } from '@/components/ui/page'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { listArticles } from '@/lib/server/library'
import { currentViewer } from '@/lib/server/session'

export default async function Home() {
  const [t, codebook, viewer] = await Promise.all([getTranslations('home'), getTranslations('codebook'), currentViewer()])
  const newest = await listArticles(viewer, { limit: 6, state: 'public' })
  const items = newest.ok ? newest.value.items : []
  return (
    <>
      <FreshCounts />
      <Page>
        <div className="grid gap-6 pt-2 sm:pt-6">
          <h1 className="max-w-[18em] text-[32px] leading-[1.2] font-semibold sm:text-[44px]">{t('title')}</h1>
          <p className="max-w-[36em] font-serif text-xl text-soft">{t('lead')}</p>
          <div className="flex flex-wrap gap-3">
            {viewer.kind === 'user' ? (
              !viewer.managed && (
                <ButtonLink href="/articles/new" variant="primary">
                  {t('newArticle')}
                </ButtonLink>
              )
            ) : (
              <ButtonLink href="/sign-up" variant="primary">
                {t('signUp')}
              </ButtonLink>
            )}
            <ButtonLink href="/library">{t('browse')}</ButtonLink>
          </div>
        </div>
        <FlaggedExample />
        <div className="grid gap-8 border-t border-rule pt-8 sm:grid-cols-3 sm:gap-10">
          {dimensions.map((dimension) => (
            <div key={dimension} className="grid content-start gap-1.5">
              <p className="text-[13px] text-soft">{codebook(`dimensions.${dimension}.name`)}</p>
              <h2 className="text-[21px] leading-snug font-semibold">{codebook(`dimensions.${dimension}.question`)}</h2>
              <p className="text-[15px] text-soft">{codebook(`dimensions.${dimension}.hint`)}</p>
            </div>
          ))}
        </div>
        <Section title={t('newest')}>
          {items.length === 0 ? (
            <p className="text-soft">{t('none')}</p>
          ) : (
            <ul className="-mt-1 border-b border-rule [&>li:first-child]:border-0">
              {items.map((article) => (
                <ArticleRow key={article.id} article={article} terms={[]} />
              ))}
            </ul>
          )}
          <p className="mt-5">
            <Link href="/library" className="inline-flex min-h-8 items-center underline">
              {t('all')}
            </Link>
          </p>
        </Section>
      </Page>
      <Footer />
    </>
  )
}
