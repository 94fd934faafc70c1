import Link from 'next/link'
import { useTranslations } from 'next-intl'
import type { HeatCell } from '@/lib/domain/summary/layer-summary'
import { isStriped } from './is-striped'
import { paintOf } from './pattern-definitions'

/** Links in the strip: few enough to tab through, each at least 24 px wide on the narrowest phone. */
const stops = 10

/**
 * The whole text from its first word to its last. How bold a part is says how many of the readers flagged it, stripes say that
 * they disagree there. A click or Enter opens the reader at that part.
 */
export function HeatStrip({ slug, cells, readers }: { slug: string; cells: readonly HeatCell[]; readers: number }) {
  const t = useTranslations('summary.where')
  const groups = grouped(cells)
  return (
    <nav aria-label={t('label', { count: groups.length })}>
      <ol className="flex h-11 overflow-hidden rounded-[4px]">
        {groups.map((group, index) => (
          <li key={index} style={{ flexGrow: group.length }} className="basis-0">
            <Link
              href={`/articles/${slug}#t=${target(group)}`}
              prefetch={false}
              aria-label={t('part', {
                number: index + 1,
                count: groups.length,
                readers: Math.max(...group.map((cell) => cell.readers)),
                disagree: group.some(isStriped) ? 'yes' : 'no',
              })}
              className="block h-full hover:bg-rule focus-visible:outline-offset-[-2px]"
            >
              <Cells cells={group} readers={readers} />
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  )
}

function Cells({ cells, readers }: { cells: readonly HeatCell[]; readers: number }) {
  const length = sizeOf(cells)
  const begin = cells[0]?.start ?? 0
  const percent = (codePoints: number) => `${((codePoints / length) * 100).toFixed(3)}%`
  const stripes = paintOf('rising') ?? ''
  return (
    <svg aria-hidden="true" className="block size-full [print-color-adjust:exact]">
      <rect width="100%" height="100%" className="fill-rule" opacity="0.5" />
      {cells.map((cell) => {
        const place = { x: percent(cell.start - begin), width: percent(cell.end - cell.start), height: '100%' }
        return cell.readers === 0 ? null : (
          <g key={cell.start}>
            <rect {...place} shapeRendering="crispEdges" className="fill-ink" opacity={darkness(cell.readers, readers)} />
            {isStriped(cell) && <rect {...place} fill={stripes} />}
          </g>
        )
      })}
    </svg>
  )
}

/** Even one reader of many must be seen, and the darkest leaves room for the stripes. */
const darkness = (readers: number, all: number) => (0.14 + 0.76 * (readers / Math.max(all, 1))).toFixed(2)

const sizeOf = (cells: readonly HeatCell[]) => (cells.at(-1)?.end ?? 0) - (cells[0]?.start ?? 0)

/** Where a link leads: the part of its stretch that most readers flagged, or the whole stretch where none did. */
function target(group: readonly HeatCell[]): string {
  const most = Math.max(...group.map((cell) => cell.readers))
  const hottest = group.find((cell) => most > 0 && cell.readers === most)
  return `${(hottest ?? group[0])?.start}-${(hottest ?? group.at(-1))?.end}`
}

function grouped(cells: readonly HeatCell[]): HeatCell[][] {
  const size = Math.max(1, Math.ceil(cells.length / stops))
  return Array.from({ length: Math.ceil(cells.length / size) }, (_, i) => cells.slice(i * size, (i + 1) * size))
}
