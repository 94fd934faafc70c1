import { heightOf, placeOf, ProgressFrame } from './progress-frame'

export type ProgressValue = { value: number; low?: number; high?: number } | null

type Props = {
  title: string
  label: string
  values: readonly ProgressValue[]
  ends: readonly [number, number]
  ticks: readonly { at: number; name: string; dashed?: boolean }[]
}

/** A measure over the assignments: a dot for each that has it, joined where neighbours do, with a stroke for its interval. */
export function ProgressLine({ title, label, values, ends, ticks }: Props) {
  const count = values.length
  const points = values.map((value, i) => (value ? { ...value, x: placeOf(i, count), y: heightOf(value.value, ends) } : null))
  return (
    <ProgressFrame title={title} label={label} ends={ends} ticks={ticks} count={count}>
      <g className="stroke-accent" strokeLinecap="round">
        {points.map((point, i) => {
          const before = points[i - 1]
          return point && before && <line key={i} x1={before.x} y1={before.y} x2={point.x} y2={point.y} strokeWidth="1.5" />
        })}
        {points.map((point, i) =>
          point?.low === undefined || point.high === undefined ? null : (
            <line key={i} x1={point.x} x2={point.x} y1={heightOf(point.low, ends)} y2={heightOf(point.high, ends)} strokeWidth="5" opacity="0.35" />
          ),
        )}
      </g>
      {points.map((point, i) => point && <circle key={i} cx={point.x} cy={point.y} r="3.5" className="fill-accent stroke-paper" />)}
    </ProgressFrame>
  )
}
