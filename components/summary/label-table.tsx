import { useTranslations } from 'next-intl'
import { Swatch, type Part } from './stacked-bar'
import { useShare } from './use-share'

export type LabelRow = Part & { name: string; annotations: number; annotators: number; share: number }

/** As many labels as a column shows at once; the rest opens on demand. */
const first = 6

/** A pair more is not worth hiding. */
const shownOf = (rows: number) => (rows <= first + 2 ? rows : first)

/** The figures behind a bar: for each label its flags, its readers and its share of the text. */
export function LabelTable({ rows, caption }: { rows: readonly LabelRow[]; caption: string }) {
  const t = useTranslations('summary.dimension')
  const rest = rows.slice(shownOf(rows.length))
  return (
    <>
      <Table rows={rows.slice(0, shownOf(rows.length))} caption={caption} />
      {rest.length > 0 && (
        <details>
          <summary className="py-1.5 text-[13.5px] text-soft print:hidden">{t('more', { count: rest.length })}</summary>
          <Table rows={rest} caption={caption} />
        </details>
      )}
    </>
  )
}

function Table({ rows, caption }: { rows: readonly LabelRow[]; caption: string }) {
  const t = useTranslations('summary.dimension')
  const share = useShare('short')
  const number = 'border-b border-rule py-1.5 pl-2 text-right align-top tabular-nums'
  return (
    <table className="w-full table-fixed border-collapse text-[14px]">
      <caption className="sr-only">{caption}</caption>
      <colgroup>
        <col />
        <col className="w-[4em] print:w-[3.2em]" />
        <col className="w-[4.6em] print:w-[4em]" />
        <col className="w-[4em] print:w-[3.2em]" />
      </colgroup>
      <thead className="text-[12.5px] text-soft">
        <tr>
          <th scope="col" className="border-b border-rule py-1 text-left font-normal">{t('label')}</th>
          <th scope="col" className="border-b border-rule py-1 pl-2 text-right font-normal">{t('flags')}</th>
          <th scope="col" className="border-b border-rule py-1 pl-2 text-right font-normal">{t('readers')}</th>
          <th scope="col" className="border-b border-rule py-1 pl-2 text-right font-normal">{t('share')}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.id}>
            <th scope="row" className="border-b border-rule py-1.5 text-left font-normal">
              <span className="flex gap-2">
                <Swatch colour={row.colour} pattern={row.pattern} />
                {row.name}
              </span>
            </th>
            <td className={number}>{row.annotations}</td>
            <td className={number}>{row.annotators}</td>
            <td className={`${number} whitespace-nowrap`}>{share(row.share)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
