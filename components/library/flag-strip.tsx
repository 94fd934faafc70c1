import { useTranslations } from 'next-intl'
import { dimensions, type Dimension } from '@/lib/domain/codebook/codebook'
import type { Strip } from '@/lib/server/strips'

export const bandFill: Record<Dimension, string> = {
  sourcing: 'fill-sourcing',
  statement: 'fill-opinion',
  framing: 'fill-framing',
}
const band = 7
const gap = 3

/**
 * How an article was flagged, as three thin bands from its first word to its last. The place of a band says the
 * dimension (the legend names them), darkness how many of the article's readers flagged that part.
 */
export function FlagStrip({ strip }: { strip: Strip }) {
  const t = useTranslations('library')
  const share = (dimension: Dimension) => strip[dimension].filter(Boolean).length / strip[dimension].length
  const words = {
    flags: strip.flags,
    readers: strip.readers,
    sourcing: share('sourcing'),
    statement: share('statement'),
    framing: share('framing'),
  }
  return (
    <svg
      role="img"
      aria-label={t('strip', words)}
      viewBox={`0 0 ${strip.sourcing.length} ${3 * band + 2 * gap}`}
      preserveAspectRatio="none"
      className="block h-[27px] w-full print:[print-color-adjust:exact]"
    >
      {dimensions.map((dimension, row) => (
        <g key={dimension} transform={`translate(0 ${row * (band + gap)})`} className={bandFill[dimension]}>
          <rect y={band - 1} width={strip[dimension].length} height="1" className="fill-rule" />
          {strip[dimension].map(
            (readers, cell) =>
              readers > 0 && (
                <rect key={cell} x={cell} width="0.9" height={band} opacity={darkness(readers, strip.readers)} />
              ),
          )}
        </g>
      ))}
    </svg>
  )
}

/** Even one reader of many must be seen. */
const darkness = (readers: number, all: number) => 0.35 + 0.65 * (readers / Math.max(all, 1))
