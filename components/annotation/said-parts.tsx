import { useTranslations } from 'next-intl'
import type { AnnotationContent } from '@/lib/domain/annotation'
import { hostOf } from './host-of'
import { NoteView } from './note-view'

type Said = Pick<AnnotationContent, 'note' | 'evidence' | 'sourceName'>

/** What an annotation says in words: its note, the source it names and its links. */
export function SaidParts({ said: { note, evidence, sourceName }, clamp = '' }: { said: Said; clamp?: string }) {
  const t = useTranslations('reader')
  return (
    <>
      {note && (
        <div className={clamp}>
          <NoteView note={note} />
        </div>
      )}
      {sourceName && (
        <p className="text-[13px]">
          <span className="text-soft">{t('card.source')}</span> <bdi>{sourceName}</bdi>
        </p>
      )}
      {evidence.length > 0 && (
        <ul className="grid gap-0.5 text-[13px]">
          {evidence.map((link, i) => (
            <li key={i} className="truncate">
              <a href={link.url} target="_blank" rel="noopener nofollow ugc" onClick={(event) => event.stopPropagation()} className="underline">
                <bdi>{link.title || hostOf(link.url)}</bdi>
              </a>
            </li>
          ))}
        </ul>
      )}
    </>
  )
}
