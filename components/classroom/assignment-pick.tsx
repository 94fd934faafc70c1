import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'
import { Button } from '@/components/ui/button'
import { TextInput } from '@/components/ui/input'
import type { LibraryItem } from '@/lib/server/library'

type Found = Pick<LibraryItem, 'id' | 'slug' | 'title' | 'siteName' | 'byline' | 'language'> & { opening: string }
type Props = {
  classId: string
  q: string
  articles: readonly Found[]
  /** What the address carries along: the launch of a platform that waits for the assignment. */
  along: Record<string, string>
}

/** The articles that an assignment can be about, by a search that works as an address. */
export function AssignmentPick({ classId, q, articles, along }: Props) {
  const t = useTranslations('assignment.form')
  const words = useTranslations('lti.choose')
  const here = `/classes/${classId}/assignments/new`
  return (
    <>
      <form role="search" action={here} className="flex gap-3">
        {Object.entries(along).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <TextInput type="search" name="q" defaultValue={q} aria-label={t('searchNow')} placeholder={t('searchNow')} maxLength={200} />
        <Button type="submit" className="shrink-0">
          {t('search')}
        </Button>
      </form>
      {articles.length === 0 ? (
        <p className="mt-6 border-y border-rule py-5 text-soft">{t('none')}</p>
      ) : (
        <ul aria-label={t('found')} className="mt-6 divide-y divide-rule border-y border-rule">
          {articles.map(({ id, slug, title, siteName, byline, language, opening }) => (
            <li key={id} className="py-3">
              <Link href={`${here}?${new URLSearchParams({ ...along, article: slug })}`} lang={language} className="font-serif text-[18px] font-semibold no-underline wrap-anywhere hover:underline">
                {title}
              </Link>
              <p lang={language} className="line-clamp-1 text-[14px] text-soft">
                {[siteName, byline, opening].filter(Boolean).join(' · ')}
              </p>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-6">
        {'ticket' in along ? (
          <ButtonLink href="/articles/new" target="_blank">
            {words('addArticle')}
          </ButtonLink>
        ) : (
          <ButtonLink href="/articles/new">{t('add')}</ButtonLink>
        )}
      </div>
    </>
  )
}
