import type { Span } from '@/lib/domain/text/span'

export type ProjectHeatCell = Span & { share: number }

/** The whole text as a strip, bolder where more of the class marked something, and below it where the passage stands. */
export function ProjectHeat({ cells, passage, label }: { cells: readonly ProjectHeatCell[]; passage: Span; label: string }) {
  const length = Math.max(1, cells.at(-1)?.end ?? 1)
  const percent = (codePoints: number) => `${((codePoints / length) * 100).toFixed(3)}%`
  return (
    <svg role="img" aria-label={label} className="block h-5 w-full">
      {cells.map(({ start, end, share }) => (
        <rect key={start} x={percent(start)} width={percent(end - start)} height="12" shapeRendering="crispEdges" className="fill-ink" opacity={(share === 0 ? 0.06 : 0.14 + 0.76 * share).toFixed(2)} />
      ))}
      <rect x={percent(passage.start)} width={percent(Math.max(passage.end - passage.start, length / 100))} y="14" height="6" className="fill-accent" />
    </svg>
  )
}
