import { useFormatter, useTranslations } from 'next-intl'
import { verdicts } from '@/lib/domain/classroom/key-score'
import { dimensions } from '@/lib/domain/codebook/codebook'
import type { ClassResults } from '@/lib/domain/classroom/class-results'
import { WorkVerdict } from './work-verdict'

/** How often each verdict was given in each dimension over the whole class, and the mean of F1 below it. */
export function ResultVerdicts({ results }: { results: ClassResults }) {
  const [t, names, format] = [useTranslations('grading.results'), useTranslations('codebook.dimensions'), useFormatter()]
  return (
    <div className="grid gap-x-9 gap-y-8 md:grid-cols-3">
      {dimensions.map((dimension) => {
        const name = names(`${dimension}.name`)
        const [counts, f1] = [results.verdicts[dimension], results.f1[dimension]]
        // Both sides empty agree fully, which a figure would turn into praise.
        const empty = verdicts.every((verdict) => counts[verdict] === 0)
        if (empty) {
          return (
            <div key={dimension}>
              <h3 className="text-[17px] font-semibold">{name}</h3>
              <p className="mt-1 text-[14px] text-soft">{t('confusionNone')}</p>
            </div>
          )
        }
        return (
          <div key={dimension}>
            <table className="w-full text-[14px]">
              <caption className="pb-1 text-left">
                <span aria-hidden="true" className="font-serif text-[17px] font-semibold">
                  {name}
                </span>
                <span className="sr-only">{t('verdictsOf', { name })}</span>
              </caption>
              <thead className="sr-only">
                <tr>
                  <th scope="col">{t('verdict')}</th>
                  <th scope="col">{t('times')}</th>
                </tr>
              </thead>
              <tbody>
                {verdicts.map((verdict) => (
                  <tr key={verdict} className="border-t border-rule">
                    <th scope="row" className="py-1.5 text-left font-normal">
                      <WorkVerdict verdict={verdict} />
                    </th>
                    <td className="py-1.5 text-right tabular-nums">{format.number(counts[verdict])}</td>
                  </tr>
                ))}
              </tbody>
            </table>
            {f1 !== null && <p className="mt-2 text-[14px] text-soft tabular-nums">{t('f1', { f1: format.number(f1, { style: 'percent', maximumFractionDigits: 0 }) })}</p>}
          </div>
        )
      })}
    </div>
  )
}
