import { useFormatter, useTranslations } from 'next-intl'
import { Notice } from '@/components/ui/notice'
import { Section } from '@/components/ui/page'
import { referenceAlphas } from '@/lib/domain/agreement/agreement-band'
import { dimensions, type Dimension } from '@/lib/domain/codebook/codebook'
import type { ClassProgress } from '@/lib/server/class-progress'
import { ProgressLine, type ProgressValue } from './progress-line'
import { ProgressStudents } from './progress-students'
import { ProgressTable } from './progress-table'
import { ProgressTurnout } from './progress-turnout'

/** How a class does from one assignment to the next: small charts on one scale, then everything in figures, then each student. */
export function ProgressSheet({ progress, timeZone }: { progress: ClassProgress; timeZone: string }) {
  const [t, names, format] = [useTranslations('progress'), useTranslations('codebook.dimensions'), useFormatter()]
  const { points, lines, pending } = progress
  const two = (value: number) => format.number(value, { minimumFractionDigits: 2, maximumFractionDigits: 2 })
  const percent = (value: number) => format.number(value, { style: 'percent', maximumFractionDigits: 0 })
  if (points.length === 0)
    return (
      <div className="border-y border-rule py-6">
        <p className="text-[17px] font-semibold">{t('empty')}</p>
        <p className="mt-1 max-w-[42em] text-soft">{t('emptyText')}</p>
      </div>
    )
  const charts = (
    part: 'key' | 'agreement',
    valueOf: (point: (typeof points)[number], dimension: Dimension) => ProgressValue,
    shown: (value: number) => string,
    scale: Pick<Parameters<typeof ProgressLine>[0], 'ends' | 'ticks'>,
  ) => (
    <div className="grid gap-x-9 gap-y-7 sm:grid-cols-2 md:grid-cols-3">
      {dimensions.map((dimension) => {
        const name = names(`${dimension}.name`)
        const values = points.map((point) => valueOf(point, dimension))
        const told = values.map((value, i) => {
          if (!value) return t('undefined', { number: i + 1 })
          const { value: at, low, high } = value
          if (low === undefined || high === undefined) return t('value', { number: i + 1, value: shown(at) })
          return t('ranged', { number: i + 1, value: shown(at), low: shown(low), high: shown(high) })
        })
        if (values.every((value) => value === null))
          return (
            <div key={dimension}>
              <p className="mb-1 font-semibold">{name}</p>
              <p className="text-[14px] text-soft">{t(`${part}.none`)}</p>
            </div>
          )
        return <ProgressLine key={dimension} title={name} label={[t(`${part}.chart`, { name }), ...told].join('; ')} values={values} {...scale} />
      })}
    </div>
  )
  const { crowd, experts } = referenceAlphas
  const least = lowest(points)
  return (
    <>
      {pending > 0 && <Notice>{t('pending', { count: pending })}</Notice>}
      <p className="text-[14px] text-soft">{t('numbers')}</p>
      <Section title={t('turnout.title')} note={t('turnout.note')}>
        <ProgressTurnout points={points} />
      </Section>
      <Section title={t('key.title')} note={t('key.note')}>
        {charts('key', ({ scores }, dimension) => scores[dimension] && { value: scores[dimension].f1 }, percent, {
          ends: [0, 1],
          ticks: [0, 0.5, 1].map((at) => ({ at, name: percent(at) })),
        })}
      </Section>
      <Section title={t('agreement.title')} note={t('agreement.note', { crowd: two(crowd), experts: two(experts) })}>
        {charts('agreement', ({ agreement }, dimension) => alphaOf(agreement[dimension]), two, {
          ends: [least, 1],
          ticks: [
            ...[...(least < 0 ? [least] : []), 0, 1].map((at) => ({ at, name: format.number(at, { maximumFractionDigits: 1 }) })),
            ...[crowd, experts].map((at) => ({ at, name: two(at), dashed: true })),
          ],
        })}
      </Section>
      <ProgressTable points={points} timeZone={timeZone} />
      <ProgressStudents points={points} lines={lines} />
    </>
  )
}

const alphaOf = (of: ClassProgress['points'][number]['agreement'][Dimension]): ProgressValue =>
  of === null || of.alpha === null ? null : { value: of.alpha, ...of.interval }

/** Below chance there is room only where something is. */
const lowest = (points: ClassProgress['points']) =>
  points.some(({ agreement }) => dimensions.some((dimension) => (agreement[dimension]?.interval?.low ?? agreement[dimension]?.alpha ?? 0) < -0.02)) ? -0.2 : 0
