import { useTranslations } from 'next-intl'
import { linksOver } from '@/components/article/links-over'
import type { Span } from '@/lib/domain/text/span'
import { hostOf } from './host-of'
import { useReadingPlace } from './reading-context'

/** The way to where links of a passage lead: a click on a flagged one chooses its flag first. */
export function PassageLinks({ span, className }: { span: Span; className?: string }) {
  const t = useTranslations('reader')
  const { map } = useReadingPlace()
  const links = map ? linksOver(map, span) : []
  if (links.length === 0) return null
  return (
    <ul className={className}>
      {links.map((href) => (
        <li key={href} className="truncate">
          <a
            href={href}
            target="_blank"
            rel="noopener nofollow ugc"
            onClick={(event) => event.stopPropagation()}
            className="inline-flex min-h-6 items-center underline"
          >
            {t('card.openLink', { host: hostOf(href) })}
          </a>
        </li>
      ))}
    </ul>
  )
}
