import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { Row } from '@/lib/domain/text/compare'
import { DiffRow } from './diff-row'
import { foldRows } from './fold-rows'
import { revisionsAddress } from './revision-address'
import './revision.css'

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
      <Legend />
      <div className="border-y border-rule py-2">
        {shown.map((entry, i) =>
          'row' in entry ? (
            <DiffRow key={i} row={entry.row} language={language} side={side} />
          ) : (
            <details key={i} className="my-1 border-y border-dotted border-line">
              <summary className="py-1.5 text-[13px] text-soft">{t('folded', { count: entry.folded.length })}</summary>
              {entry.folded.map((row, k) => (
                <DiffRow key={k} row={row} language={language} side={side} />
              ))}
            </details>
          ),
        )}
      </div>
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

function Legend() {
  const t = useTranslations('revisions.compare')
  return (
    <p role="note" aria-label={t('legend')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-[13px]">
      <span className="diff-added px-0.5">{t('signAdded')}</span>
      <span className="diff-removed px-0.5">{t('signRemoved')}</span>
      <span className="diff-arrived px-0.5">{t('signMoved')}</span>
      <span className="diff-left px-0.5">{t('signLeft')}</span>
    </p>
  )
}
