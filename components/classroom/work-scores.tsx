import { useFormatter, useTranslations } from 'next-intl'
import { Section } from '@/components/ui/page'
import type { WorkResult } from '@/lib/domain/classroom/work-result'
import { dimensions } from '@/lib/domain/codebook/codebook'
import { WorkVerdict } from './work-verdict'

/** The scores of each dimension, never without how often each verdict was given. */
export function WorkScores({ result }: { result: WorkResult }) {
  const [t, names, format] = [useTranslations('grading'), useTranslations('codebook.dimensions'), useFormatter()]
  const percent = (share: number) => format.number(share, { style: 'percent', maximumFractionDigits: 0 })
  return (
    <Section title={t('work.scores')} note={t('scoreNote')}>
      <div className="grid gap-x-9 gap-y-6 md:grid-cols-3">
        {dimensions.map((dimension) => {
          const { score, judged } = result[dimension]
          const given = [...new Set(judged.map(({ verdict }) => verdict))]
          return (
            <div key={dimension}>
              <h3 className="font-semibold">{names(`${dimension}.name`)}</h3>
              {judged.length === 0 ? (
                <p className="text-[14px] text-soft">{t('work.noneHere')}</p>
              ) : (
                <>
                  <p className="text-[14px] text-soft tabular-nums">
                    {t('dimensionScore', { precision: percent(score.precision), recall: percent(score.recall), f1: percent(score.f1) })}
                  </p>
                  <ul className="mt-2 grid gap-1 text-[14px]">
                    {given.map((verdict) => (
                      <li key={verdict} className="flex justify-between gap-3">
                        <WorkVerdict verdict={verdict} />
                        <span className="tabular-nums">{format.number(judged.filter((each) => each.verdict === verdict).length)}</span>
                      </li>
                    ))}
                  </ul>
                </>
              )}
            </div>
          )
        })}
      </div>
    </Section>
  )
}
