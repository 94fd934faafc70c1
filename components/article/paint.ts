import type { Mark } from '@/lib/domain/codebook/codebook'
import type { Span } from '@/lib/domain/text/span'
import { coverage } from './coverage'
import { highlightBrush } from './paint-highlights'
import type { PaintLayer } from './paint-layers'
import { markBrush } from './paint-marks'
import type { TextMap } from './text-map'

/** An annotation as the painter needs it. An annotation that changed must come as a new object. */
export type Painted = { id: string; span: Span; marks: readonly Mark[] }

/** What is drawn besides flags: the passage being flagged, the reading cursor, the chosen and the pointed-at annotation. */
export const signs = ['passage', 'cursor', 'chosen', 'pointed', 'target'] as const
export type Sign = (typeof signs)[number]

/** Two ways to draw: the browser's highlights where it has them, else `<mark>` elements. */
export type Brush<Stroke> = {
  put: (layer: PaintLayer, span: Span) => Stroke
  drop: (stroke: Stroke) => void
  /** Called once after a batch of changes. */
  flush: () => void
}

export type Painter = {
  /** Draws these annotations and no others; only what differs from the last call is touched. */
  show: (annotations: readonly Painted[]) => void
  sign: (sign: Sign, spans: readonly Span[]) => void
  /** Takes all paint off the page. */
  clear: () => void
}

export function createPainter(map: TextMap): Painter {
  return typeof CSS !== 'undefined' && 'highlights' in CSS && CSS.highlights
    ? painterWith(highlightBrush(map))
    : painterWith(markBrush(map))
}

/** Above this many changes one sweep over everything is faster than change by change. */
const sweepAbove = 200

function painterWith<Stroke>(brush: Brush<Stroke>): Painter {
  const channel = (mark: Mark, levels: number) =>
    coverage<Stroke>(levels, { put: (span, level) => brush.put(`${mark}-${level}` as PaintLayer, span), drop: brush.drop })
  const channels = {
    'tint-cool': channel('tint-cool', 3),
    'tint-warm': channel('tint-warm', 3),
    'underline-solid': channel('underline-solid', 1),
    'underline-dashed': channel('underline-dashed', 1),
    'underline-dotted': channel('underline-dotted', 1),
    wavy: channel('wavy', 1),
  } satisfies Record<Mark, unknown>
  const signed = new Map<Sign, Stroke[]>()
  const shown = new Map<string, Painted>()

  const show = (annotations: readonly Painted[]) => {
    const come = annotations.filter((annotation) => shown.get(annotation.id) !== annotation)
    const gone = come.flatMap(({ id }) => shown.get(id) ?? [])
    for (const annotation of come) shown.set(annotation.id, annotation)
    if (shown.size > annotations.length) {
      const kept = new Set(annotations.map(({ id }) => id))
      for (const [id, annotation] of shown) {
        if (kept.has(id)) continue
        gone.push(annotation)
        shown.delete(id)
      }
    }
    if (gone.length + come.length === 0) return
    if (gone.length + come.length > sweepAbove) {
      for (const mark of Object.keys(channels) as Mark[]) {
        channels[mark].replace(annotations.flatMap(({ marks, span }) => (marks.includes(mark) ? [span] : [])))
      }
    } else {
      for (const { marks, span } of gone) for (const mark of marks) channels[mark].remove(span)
      for (const { marks, span } of come) for (const mark of marks) channels[mark].add(span)
    }
    brush.flush()
  }
  const sign = (name: Sign, spans: readonly Span[]) => {
    const before = signed.get(name) ?? []
    if (before.length + spans.length === 0) return
    for (const stroke of before) brush.drop(stroke)
    signed.set(name, spans.map((span) => brush.put(name, span)))
    brush.flush()
  }
  const clear = () => {
    show([])
    for (const name of signs) sign(name, [])
  }
  return { show, sign, clear }
}
