import Link from 'next/link'
import { useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { SourceEntry, SourceInventory } from '@/lib/domain/summary/layer-summary'
import { useLabelName } from './use-label-name'

/** As many sources as the table shows at once; the rest opens on demand. */
const first = 10

/** More than these would not fit on two sheets of paper. */
const onPaper = 15

/** More than these nobody reads; all of them are in the summary as data. */
const most = 100

/** Who is speaking in the article: each source with its kind, how often it was flagged, and where to check it. */
export function SourceTable({ sources, article }: { sources: SourceInventory; article: { slug: string; language: string } }) {
  const t = useTranslations('summary.sources')
  if (sources.entries.length === 0) return <Section title={t('title')} note={t('none')}>{null}</Section>
  const rest = sources.entries.slice(first, most)
  const left = sources.entries.length - most
  return (
    <Section title={t('title')} note={t('note', { distinct: sources.distinct, unnamed: sources.shareUnnamedOrMissing })}>
      <div className={rest.length > 0 ? 'print:grid print:grid-cols-2 print:items-start print:gap-x-8' : undefined}>
      <Table entries={sources.entries.slice(0, first)} {...article} />
      {rest.length > 0 && (
        <details className={rest.length > onPaper ? 'print:hidden' : undefined}>
          <summary className="py-1.5 text-[13.5px] text-soft print:hidden">{t('more', { count: sources.entries.length - first })}</summary>
          <Table entries={rest} {...article} />
          {left > 0 && <p className="mt-2 text-[13.5px] text-soft">{t('left', { count: left })}</p>}
        </details>
      )}
      </div>
    </Section>
  )
}

function Table({ entries, slug, language }: { entries: readonly SourceEntry[]; slug: string; language: string }) {
  const t = useTranslations('summary.sources')
  const labelName = useLabelName()
  const cell = 'border-b border-rule py-1.5 pr-4 align-top last:pr-0'
  return (
    <table className="w-full border-collapse text-[14px]">
      <caption className="sr-only">{t('title')}</caption>
      <thead className="text-[12.5px] text-soft">
        <tr>
          <th scope="col" className={`${cell} text-left font-normal`}>{t('source')}</th>
          <th scope="col" className={`${cell} text-left font-normal`}>{t('kind')}</th>
          <th scope="col" className={`${cell} text-right font-normal`}>{t('flags')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry) => (
          <tr key={`${entry.firstStart}${entry.kind}${entry.words}`}>
            <th scope="row" className={`${cell} w-3/5 text-left font-normal`}>
              <Link href={`/articles/${slug}#t=${entry.firstStart}-${entry.firstStart + 1}`} prefetch={false} className="no-underline hover:underline">
                <bdi lang={language}>{entry.named ? entry.words : t('quoted', { words: shortened(entry.words) })}</bdi>
              </Link>
              {entry.link && (
                <a href={entry.link.url} rel="nofollow noopener ugc" className="mt-0.5 block text-[13px] text-soft underline">
                  {entry.link.title || new URL(entry.link.url).host}
                </a>
              )}
            </th>
            <td className={cell}>{labelName('sourcing', entry.kind)}</td>
            <td className={`${cell} text-right tabular-nums`}>{entry.flags}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

/** The words of a source without a name may be a whole passage; its beginning is enough to know it by. */
function shortened(words: string): string {
  const characters = [...words.replace(/[“”"「」]/gu, '')]
  return characters.length > 72 ? `${characters.slice(0, 70).join('').trimEnd()}…` : characters.join('')
}
