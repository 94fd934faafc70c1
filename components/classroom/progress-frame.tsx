import type { ReactNode } from 'react'

/** A small chart's measures, in its own units: a phone is about as wide. */
export const frame = { width: 320, height: 132, left: 42, right: 8, top: 8, bottom: 20 } as const

/** Where the assignment of this index stands, of so many. */
export const placeOf = (index: number, count: number) =>
  count === 1 ? (frame.left + frame.width - frame.right) / 2 : frame.left + 10 + (index * (frame.width - frame.left - frame.right - 20)) / (count - 1)

/** The height of a value between the ends of the scale; what lies beyond stands at the end. */
export const heightOf = (value: number, [low, high]: readonly [number, number]) => {
  const share = (Math.min(high, Math.max(low, value)) - low) / (high - low)
  return frame.top + (1 - share) * (frame.height - frame.top - frame.bottom)
}

type Props = {
  title?: ReactNode
  /** What the chart shows, with all its figures: it is one picture to who does not see it. */
  label: string
  ends: readonly [number, number]
  ticks: readonly { at: number; name: string; dashed?: boolean }[]
  count: number
  children: ReactNode
}

/** One of several small charts on one scale: hairlines with their values, the assignments' numbers below. */
export function ProgressFrame({ title, label, ends, ticks, count, children }: Props) {
  // Every number where there is room, else every second, every fifth, ...
  const step = [1, 2, 5, 10, 20, 50, 100].find((each) => count / each <= 14) ?? 100
  return (
    <figure className="min-w-0">
      {title && <figcaption className="mb-1 font-semibold">{title}</figcaption>}
      <svg role="img" aria-label={label} viewBox={`0 0 ${frame.width} ${frame.height}`} className="block h-auto w-full max-w-[26rem]">
        {ticks.map(({ at, name, dashed }) => (
          <g key={at}>
            <line
              x1={frame.left}
              x2={frame.width - frame.right}
              y1={heightOf(at, ends)}
              y2={heightOf(at, ends)}
              className={dashed ? 'stroke-line' : 'stroke-rule'}
              strokeDasharray={dashed ? '3 4' : undefined}
            />
            <text x={frame.left - 6} y={heightOf(at, ends) + 4} textAnchor="end" className="fill-soft text-[11px] tabular-nums">
              {name}
            </text>
          </g>
        ))}
        {Array.from({ length: count }, (_, i) => i).filter((i) => i % step === 0).map((i) => (
          <text key={i} x={placeOf(i, count)} y={frame.height - 5} textAnchor="middle" className="fill-soft text-[11px] tabular-nums">
            {i + 1}
          </text>
        ))}
        {children}
      </svg>
    </figure>
  )
}
