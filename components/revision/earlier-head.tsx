import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { ArticleView } from '@/lib/server/articles'
import { revisionsAddress } from './revision-address'

type Props = { article: ArticleView; revision: { number: number; createdAt: string } }

/** Above a version's text: which one it is, said so that nobody takes an earlier one for the current, and the ways on. */
export function EarlierHead({ article, revision }: Props) {
  const t = useTranslations('revisions')
  const format = useFormatter()
  const { slug, title, language, revision: current } = article
  const date = format.dateTime(new Date(revision.createdAt), { dateStyle: 'long', timeStyle: 'short' })
  const earlier = revision.number < current.number
  return (
    <header>
      <p className="text-[13px] text-soft">{t('list.version', { number: revision.number })}</p>
      <h1 lang={language} dir="auto" className="reader-title">
        {title}
      </h1>
      <div role="note" className="mb-4 grid gap-1 border-l-[3px] border-opinion bg-sheet px-4 py-2.5 text-[15px]">
        <p>{earlier ? t('earlier.notice', { number: revision.number, date }) : t('earlier.isCurrent')}</p>
        <p className="flex flex-wrap gap-x-5">
          <Link href={`/articles/${slug}`} className="py-0.5 font-medium underline">
            {t('earlier.current', { number: current.number })}
          </Link>
          {earlier && (
            <Link href={revisionsAddress(slug, { from: revision.number, to: current.number })} className="py-0.5 underline">
              {t('earlier.changes')}
            </Link>
          )}
          <Link href={revisionsAddress(slug)} className="py-0.5 underline">
            {t('compare.all')}
          </Link>
        </p>
      </div>
    </header>
  )
}
