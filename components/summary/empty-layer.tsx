import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/site/button-link'

/** A summary of nothing: what would be here, and what to do first. */
export function EmptyLayer({ slug }: { slug: string }) {
  const t = useTranslations('summary.empty')
  return (
    <div className="grid justify-items-start gap-4 border-t border-rule pt-8">
      <h2 className="text-[20px] font-semibold">{t('title')}</h2>
      <p className="max-w-[40em] font-serif text-lg text-soft">{t('text')}</p>
      <ButtonLink variant="primary" href={`/articles/${slug}`}>
        {t('action')}
      </ButtonLink>
    </div>
  )
}
