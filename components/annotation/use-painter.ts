import { useEffect, useMemo, useRef } from 'react'
import { changedPart } from '@/components/article/changed-part'
import { createPainter, type Painted } from '@/components/article/paint'
import type { PaintMark } from '@/components/article/paint-layers'
import { scrollToSpan } from '@/components/article/place-on-screen'
import type { ReaderAnnotation } from '@/lib/domain/annotation'
import type { Codebook, Dimension, Mark } from '@/lib/domain/codebook/codebook'
import type { Span } from '@/lib/domain/text/span'
import { labelsInSight, type Filter } from './filter'
import { usePreferences } from './preferences'
import { useReading } from './reading-context'
import { findAnnotation } from './reading-wish'
import { useDescribed } from './use-described'

type Shown = { filter: Filter; annotations: readonly ReaderAnnotation[]; painted: readonly Painted[] }

/** Keeps the paint over the text true: flags in sight, the selected passage, the chosen annotation, the reading cursor. */
export function usePainter(cursor: Span | null): void {
  const { map, inSight, codebook, state } = useReading()
  const { filter, passage, chosen, target } = state
  const { read } = usePreferences()
  const painter = useMemo(() => map && createPainter(map, read ? 'elements' : 'highlights'), [map, read])
  const describe = useDescribed()
  const last = useRef<Shown | null>(null)

  useEffect(
    () => () => {
      painter?.clear()
      last.current = null
    },
    [painter],
  )

  useEffect(() => {
    if (!painter) return
    // An annotation that did not change keeps its object, so that only changes are painted.
    const old = last.current?.filter === filter ? last.current : { annotations: [], painted: [] }
    const { first, oldEnd, nextEnd } = changedPart(old.annotations, inSight)
    const marksOf = marksIn(codebook)
    const known = new Map(old.annotations.slice(first, oldEnd).map((annotation, i) => [annotation, old.painted[first + i]]))
    const fresh = inSight.slice(first, nextEnd).map((annotation) => known.get(annotation) ?? toPainted(annotation, filter, marksOf))
    const painted = [...old.painted.slice(0, first), ...fresh, ...old.painted.slice(oldEnd)]
    last.current = { filter, annotations: inSight, painted }
    painter.show(painted)
  }, [painter, inSight, filter, codebook])

  useEffect(() => {
    if (read) painter?.describe(describe(inSight))
  }, [painter, read, inSight, describe])

  useEffect(() => painter?.sign('passage', passage ? [passage.span] : []), [painter, passage])
  useEffect(() => {
    if (!map || !passage) return
    // The browser's own selection is not drawn there. Told of these blocks alone: a rule for the whole text would have
    // the browser look up the style of each of its elements anew.
    const { first, last } = map.blocksOver(passage.span)
    const blocks = map.blocks.slice(first, last).map(({ element }) => element)
    for (const block of blocks) block.dataset.picked = ''
    return () => {
      for (const block of blocks) delete block.dataset.picked
    }
  }, [map, passage])
  useEffect(() => painter?.sign('cursor', cursor ? [cursor] : []), [painter, cursor])
  useEffect(() => {
    if (!painter || !map) return
    painter.sign('target', target && target.end <= map.index.length ? [target] : [])
    if (target) scrollToSpan(map, target, 72, window.innerHeight / 2)
  }, [painter, map, target])
  const shown = chosen && state.standing.has(chosen.id) ? findAnnotation(state, chosen.id) : undefined
  const [from, to] = [shown?.start, shown?.end]
  useEffect(() => {
    painter?.sign('chosen', from !== undefined && to !== undefined && from < to ? [{ start: from, end: to }] : [])
  }, [painter, from, to])
}

function toPainted(annotation: ReaderAnnotation, filter: Filter, marksOf: Marks): Painted {
  const { id, start, end } = annotation
  const marks = new Set<PaintMark>()
  for (const { dimension, label } of labelsInSight(annotation, filter)) marks.add(marksOf[dimension].get(label) ?? 'plain')
  return { id, span: { start, end }, marks: marks.size > 0 ? [...marks] : ['plain'] }
}

/** What each label is drawn with. */
type Marks = Record<Dimension, ReadonlyMap<string, Mark>>

function marksIn({ labels }: Codebook): Marks {
  const of = (dimension: Dimension) => new Map(labels[dimension].map(({ id, mark }) => [id, mark]))
  return { sourcing: of('sourcing'), statement: of('statement'), framing: of('framing') }
}
