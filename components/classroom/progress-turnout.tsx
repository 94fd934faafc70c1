import { useFormatter, useTranslations } from 'next-intl'
import type { ProgressPoint } from '@/lib/domain/classroom/progress'
import { frame, heightOf, placeOf, ProgressFrame } from './progress-frame'

/** How many of the class began each assignment (outlined) and handed it in (filled). */
export function ProgressTurnout({ points }: { points: readonly ProgressPoint[] }) {
  const [t, format] = [useTranslations('progress.turnout'), useFormatter()]
  const students = Math.max(1, points[0]?.students ?? 0)
  const ends = [0, students] as const
  const ticks = [0, students].map((at) => ({ at, name: format.number(at) }))
  const width = Math.min(18, ((frame.width - frame.left - frame.right) / points.length) * 0.6)
  const label = [t('chart'), ...points.map(({ handedIn, students: all }, i) => t('point', { number: i + 1, handedIn, students: all }))].join('; ')
  const bar = (index: number, value: number) => ({
    x: placeOf(index, points.length) - width / 2, y: heightOf(value, ends), width, height: heightOf(0, ends) - heightOf(value, ends),
  })
  return (
    <ProgressFrame label={label} ends={ends} ticks={ticks} count={points.length}>
      {points.map(({ id, worked, handedIn }, i) => (
        <g key={id}>
          {handedIn > 0 && <rect {...bar(i, handedIn)} className="fill-accent" />}
          {worked > 0 && <rect {...bar(i, worked)} className="fill-transparent stroke-accent" />}
        </g>
      ))}
    </ProgressFrame>
  )
}
