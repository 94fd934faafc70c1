import { useEffect, useMemo, useRef } from 'react'
import { scrollToSpan } from '@/components/article/place-on-screen'
import { createPainter, type Painted } from '@/components/article/paint'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import { findLabel } from '@/lib/domain/codebook/registry'
import type { Span } from '@/lib/domain/text/span'
import { labelsInSight, type Filter } from './filter'
import { useReading } from './reading-context'
import { findAnnotation } from './reading-state'

type Cache = { filter: Filter; painted: WeakMap<ReaderAnnotation, Painted> }

/** Keeps the paint over the text true: flags in sight, the selected passage, the chosen annotation, the reading cursor. */
export function usePainter(cursor: Span | null): void {
  const { map, inSight, codebook, state } = useReading()
  const { filter, passage, chosen, target } = state
  const painter = useMemo(() => map && createPainter(map), [map])
  const cache = useRef<Cache | null>(null)

  useEffect(() => () => painter?.clear(), [painter])

  useEffect(() => {
    if (!painter) return
    if (cache.current?.filter !== filter) cache.current = { filter, painted: new WeakMap() }
    const { painted } = cache.current
    // An annotation that did not change keeps its object, so that only changes are painted.
    const all = inSight.map((annotation) => {
      const known = painted.get(annotation)
      if (known) return known
      const marks = labelsInSight(annotation, filter).flatMap((ref) => findLabel(codebook, ref)?.mark ?? [])
      const { id, start, end } = annotation
      const fresh = { id, span: { start, end }, marks: [...new Set(marks)] }
      painted.set(annotation, fresh)
      return fresh
    })
    painter.show(all)
  }, [painter, inSight, filter, codebook])

  useEffect(() => painter?.sign('passage', passage ? [passage.span] : []), [painter, passage])
  useEffect(() => painter?.sign('cursor', cursor ? [cursor] : []), [painter, cursor])
  useEffect(() => {
    if (!painter || !map) return
    painter.sign('target', target && target.end <= map.index.length ? [target] : [])
    if (target) scrollToSpan(map, target, 72, window.innerHeight / 2)
  }, [painter, map, target])
  const shown = chosen && state.standing.has(chosen.id) ? findAnnotation(state, chosen.id) : undefined
  const [from, to] = [shown?.start, shown?.end]
  useEffect(() => {
    painter?.sign('chosen', from !== undefined && to !== undefined ? [{ start: from, end: to }] : [])
  }, [painter, from, to])
}
