import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Row } from '@/lib/domain/text/compare'
import { ComparisonRows } from './comparison-rows'
import { foldRows } from './fold-rows'
import { revisionsAddress } from './revision-address'

type Props = { slug: string; language: string; from: number; to: number; rows: readonly Row[]; side: boolean; part: number }

const rowsInAPart = 200

/** What changed between two versions, with unchanged stretches folded; long ones in parts. */
export function Comparison({ slug, language, from, to, rows, side, part }: Props) {
  const t = useTranslations('revisions.compare')
  const entries = foldRows(rows)
  const shown = entries.slice((part - 1) * rowsInAPart, part * rowsInAPart)
  const view = side ? 'side' : undefined
  if (rows.every(({ kind }) => kind === 'same')) return <p className="py-6 font-serif text-lg">{t('same')}</p>
  return (
    <>
      <ComparisonRows entries={shown} language={language} side={side} columns={[t('version', { number: from }), t('version', { number: to })]} />
      {entries.length > rowsInAPart && (
        <nav aria-label={t('parts')} className="mt-5 flex justify-between gap-4">
          {part > 1 ? (
            <Link className="py-1 underline" href={revisionsAddress(slug, { from, to, view })}>
              {t('firstPart')}
            </Link>
          ) : (
            <span />
          )}
          {part * rowsInAPart < entries.length && (
            <Link rel="next" className="py-1 underline" href={revisionsAddress(slug, { from, to, view, part: part + 1 })}>
              {t('nextPart')}
            </Link>
          )}
        </nav>
      )}
    </>
  )
}
