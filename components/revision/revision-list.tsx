import Link from 'next/link'
import { useFormatter, useTranslations } from 'next-intl'
import type { RevisionEntry } from '@/lib/server/revision-list'
import { CarriedLine } from './carried-line'
import { revisionAddress, revisionsAddress } from './revision-address'
import { RevisionSight } from './revision-sight'

type Props = { slug: string; current: number; articleId: string; entries: RevisionEntry[]; next: number | null; mayWithdraw: boolean }

/** The versions of an article, newest first: who saved each and when, what became of the flags, and the ways to read it. */
export function RevisionList({ slug, current, articleId, entries, next, mayWithdraw }: Props) {
  const t = useTranslations('revisions.list')
  const format = useFormatter()
  return (
    <>
      <ol aria-label={t('title')} className="border-b border-rule">
        {entries.map(({ number, author, createdAt, textLength, carried, before, ownerOnly }) => (
          <li key={number} className="grid gap-1 border-t border-rule py-4">
            <h2 className="text-[17px] font-semibold">
              {t('version', { number })}
              {number === current && <span className="font-sans text-[13px] font-normal text-soft"> · {t('current')}</span>}
              {ownerOnly && <span className="font-sans text-[13px] font-normal text-soft"> · {t('ownerOnly')}</span>}
            </h2>
            <p className="flex flex-wrap gap-x-2 text-[13.5px] text-soft">
              <time dateTime={createdAt}>{format.dateTime(new Date(createdAt), { dateStyle: 'long', timeStyle: 'short' })}</time>
              <span aria-hidden="true">·</span>
              <bdi>{t('by', { author })}</bdi>
              <span aria-hidden="true">·</span>
              <span className="tabular-nums">{t('length', { length: textLength })}</span>
            </p>
            <p className="text-[14px] tabular-nums">{carried ? <CarriedLine carried={carried} /> : t('first')}</p>
            <p className="flex flex-wrap gap-x-5 text-[14px]">
              <Link href={revisionAddress(slug, number)} className="py-1 underline">
                {t('read')}
              </Link>
              {before !== null && (
                <Link href={revisionsAddress(slug, { from: before, to: number })} className="py-1 underline">
                  {t('compare', { number: before })}
                </Link>
              )}
            </p>
            {mayWithdraw && number !== current && <RevisionSight articleId={articleId} number={number} ownerOnly={ownerOnly} />}
          </li>
        ))}
      </ol>
      <nav aria-label={t('pages')} className="mt-6 flex justify-between gap-4">
        {entries[0] && entries[0].number < current ? (
          <Link className="py-1 underline" href={revisionsAddress(slug)}>
            {t('newest')}
          </Link>
        ) : (
          <span />
        )}
        {next !== null && (
          <Link rel="next" className="py-1 underline" href={revisionsAddress(slug, { before: next })}>
            {t('older')}
          </Link>
        )}
      </nav>
    </>
  )
}
