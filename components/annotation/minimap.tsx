import { useFormatter, useTranslations } from 'next-intl'
import { memo, useDeferredValue, useEffect, useMemo, useState, type KeyboardEvent, type PointerEvent } from 'react'
import { codePointNear, scrollToSpan } from '@/components/article/place-on-screen'
import { isComposing } from '@/components/ui/composing'
import { dimensions, type Dimension } from '@/lib/domain/codebook/codebook'
import { densityOf } from './density'
import { useLabelWords } from './label-words'
import { useReading } from './reading-context'
import { whileScrolling } from './while-scrolling'

const cells = 160
/** Of what is seen, less than a pixel of the strip is not told. */
const steps = 1000
const lane = 5
const fill: Record<Dimension, string> = { sourcing: 'fill-sourcing', statement: 'fill-opinion', framing: 'fill-framing' }
const opacity = [0, 0.35, 0.65, 1] as const

/** A strip of the whole text beside it: where flags of each dimension are dense, and where one is. It moves there, too. */
export function Minimap() {
  const t = useTranslations('reader')
  const words = useLabelWords()
  const format = useFormatter()
  const { map, ...reading } = useReading()
  const inSight = useDeferredValue(reading.inSight)
  const length = map?.index.length ?? 0
  const density = useMemo(() => (length > 0 ? densityOf(inSight, length, cells) : null), [inSight, length])
  const seen = useSeen()

  const go = (share: number) => {
    if (!map) return
    const at = Math.max(0, Math.min(length - 1, Math.round(share * length)))
    scrollToSpan(map, { start: at, end: at + 1 }, window.innerHeight / 3, window.innerHeight / 3)
  }
  const point = (event: PointerEvent<SVGSVGElement>) => {
    if (event.type === 'pointermove' && event.buttons !== 1) return
    const box = event.currentTarget.getBoundingClientRect()
    go((event.clientY - box.top) / box.height)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    const by = { ArrowDown: 0.04, ArrowUp: -0.04, PageDown: 0.2, PageUp: -0.2, Home: -1, End: 1 }[event.key]
    if (by === undefined || isComposing(event)) return
    event.preventDefault()
    go(Math.max(0, Math.min(1, seen.top + by)))
  }
  const here = density ? Math.min(cells - 1, Math.floor(seen.top * cells)) : 0
  const flags = density ? Math.max(...dimensions.map((dimension) => density[dimension][here]!)) : 0
  return (
    <div
      role="slider"
      tabIndex={0}
      aria-label={t('minimap.name')}
      title={t('minimap.lanes', { lanes: format.list(dimensions.map((dimension) => words.dimension(dimension).name)) })}
      aria-orientation="vertical"
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(seen.top * 100)}
      aria-valuetext={t('minimap.value', { share: Math.round(seen.top * 100) / 100, flags })}
      onKeyDown={onKeyDown}
      className="reader-minimap"
    >
      <svg viewBox={`0 0 ${dimensions.length * lane} ${cells}`} preserveAspectRatio="none" aria-hidden="true" onPointerDown={point} onPointerMove={point}>
        {density && <Bars density={density} />}
        <rect className="reader-minimap-seen" x="0" width={dimensions.length * lane} y={seen.top * cells} height={Math.max(2, (seen.bottom - seen.top) * cells)} />
      </svg>
    </div>
  )
}

/** They stay as they are while somebody scrolls. */
const Bars = memo(function Bars({ density }: { density: Record<Dimension, number[]> }) {
  return dimensions.map((dimension, i) =>
    [1, 2, 3].map((level) => (
      <path key={`${dimension}${level}`} className={fill[dimension]} opacity={opacity[level]} d={bars(density[dimension], i * lane, level)} />
    )),
  )
})

/** One path for all cells of one darkness: a strip of a long text stays a handful of elements. */
function bars(counts: readonly number[], x: number, level: number): string {
  return counts.map((count, i) => (Math.min(count, 3) === level ? `M${x} ${i}h${lane - 1}v1h${1 - lane}z` : '')).join('')
}

/** The part of the text that the window shows, in shares of the whole. */
function useSeen(): { top: number; bottom: number } {
  const { map } = useReading()
  const [seen, setSeen] = useState({ top: 0, bottom: 0 })
  useEffect(() => {
    if (!map || map.index.length === 0) return
    const look = () => {
      const share = (y: number) => Math.round((codePointNear(map, y) / map.index.length) * steps) / steps
      const now = { top: share(60), bottom: share(window.innerHeight - 20) }
      setSeen((old) => (old.top === now.top && old.bottom === now.bottom ? old : now))
    }
    const frame = requestAnimationFrame(look)
    const unwatch = whileScrolling(look)
    return () => {
      cancelAnimationFrame(frame)
      unwatch()
    }
  }, [map])
  return seen
}
