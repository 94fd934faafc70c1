import { useTranslations } from 'next-intl'
import { DiffRow } from './diff-row'
import type { Entry } from './fold-rows'
import './revision.css'

type Props = { entries: readonly Entry[]; language: string; side: boolean; columns: readonly [string, string] }

/** The rows of a comparison under a legend of their signs, with unchanged stretches folded; `columns` names the two texts. */
export function ComparisonRows({ entries, language, side, columns }: Props) {
  const t = useTranslations('revisions.compare')
  return (
    <>
      <p role="note" aria-label={t('legend')} className="mb-3 flex flex-wrap gap-x-4 gap-y-1 text-[13px]">
        <span className="diff-added px-0.5">{t('signAdded')}</span>
        <span className="diff-removed px-0.5">{t('signRemoved')}</span>
        <span className="diff-arrived px-0.5">{t('signMoved')}</span>
        <span className="diff-left px-0.5">{t('signLeft')}</span>
      </p>
      <div className="border-y border-rule py-2">
        {side && (
          <div className="hidden text-[13px] text-soft sm:block">
            <div className="diff-row" data-side>
              <span />
              <span>{columns[0]}</span>
              <span>{columns[1]}</span>
            </div>
          </div>
        )}
        {entries.map((entry, i) =>
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
    </>
  )
}
