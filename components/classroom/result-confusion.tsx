import { useFormatter, useTranslations } from 'next-intl'
import { useLabelName } from '@/components/summary/use-label-name'
import { none, type Confusion } from '@/lib/domain/classroom/confusion'
import type { Dimension } from '@/lib/domain/codebook/codebook'

/** Labels of the key by row, labels given by column; what is right stands in bold, what never happened is left empty. */
export function ResultConfusion({ dimension, cells }: { dimension: Dimension; cells: readonly Confusion[] }) {
  const [t, names, format] = [useTranslations('grading.results'), useTranslations('codebook.dimensions'), useFormatter()]
  const labelName = useLabelName()
  const name = names(`${dimension}.name`)
  const called = (label: string) => (label === none ? t('nothing') : labelName(dimension, label))
  const [rows, columns] = [inOrder(cells.map(({ wanted }) => wanted)), inOrder(cells.map(({ given }) => given))]
  const times = new Map(cells.map((cell) => [`${cell.wanted} ${cell.given}`, cell.times]))
  return (
    <div>
      <h3 className="mb-1 font-semibold">{name}</h3>
      <div role="region" aria-label={t('confusionOf', { name })} tabIndex={0} className="relative scroll-hint overflow-x-auto">
        <table className="text-[14px]">
          <caption className="sr-only">{t('confusionOf', { name })}</caption>
          <thead className="text-[13px] text-soft">
            <tr className="border-b border-rule align-bottom">
              <td className="py-1.5 pr-5">{t('wantedGiven')}</td>
              {columns.map((label) => (
                <th key={label} scope="col" className="max-w-36 min-w-20 px-2 py-1.5 text-right font-normal">
                  {called(label)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((wanted) => (
              <tr key={wanted} className="border-b border-rule">
                <th scope="row" className="py-1.5 pr-5 text-left font-normal">
                  {called(wanted)}
                </th>
                {columns.map((given) => {
                  const count = times.get(`${wanted} ${given}`) ?? 0
                  return (
                    <td key={given} className={`px-2 py-1.5 text-right tabular-nums ${given === wanted ? 'font-bold' : ''}`}>
                      {count > 0 ? format.number(count) : <span className="sr-only">0</span>}
                    </td>
                  )
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

/** Each once, as often as they come first, and nothing last. */
const inOrder = (labels: readonly string[]) => [...new Set(labels)].sort((a, b) => Number(a === none) - Number(b === none))
