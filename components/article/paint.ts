import type { Span } from '@/lib/domain/text/span'
import { changedPart } from './changed-part'
import { coverage } from './coverage'
import { highlightBrush } from './paint-highlights'
import type { PaintLayer, PaintMark } from './paint-layers'
import { markBrush } from './paint-marks'
import type { TextMap } from './text-map'

/** An annotation as the painter needs it. An annotation that changed must come as a new object. */
export type Painted = { id: string; span: Span; marks: readonly PaintMark[] }

/** What is drawn besides flags: the passage being flagged, the reading cursor, the chosen and the pointed-at annotation. */
export const signs = ['passage', 'cursor', 'chosen', 'pointed', 'target'] as const
export type Sign = (typeof signs)[number]

/** Words for a screen reader at the beginning and the end of a passage, and the id of the element that says more. */
export type Described = { span: Span; begins: string; ends: string; details: string }

/** Two ways to draw: the browser's highlights where it has them, else `<mark>` elements. */
export type Brush<Stroke> = {
  put: (layer: PaintLayer, span: Span, described?: Described) => Stroke
  drop: (stroke: Stroke) => void
  /** Called once after a batch of changes. */
  flush: () => void
}

export type Painter = {
  /** Draws these annotations and no others; only what differs from the last call is touched. */
  show: (annotations: readonly Painted[]) => void
  sign: (sign: Sign, spans: readonly Span[]) => void
  /** Puts these passages and no others into the page as elements that say what they are; only for `elements`. */
  describe: (passages: readonly Described[]) => void
  /** Takes all paint off the page. */
  clear: () => void
}

/** `elements` also where the browser has highlights: those are not in what a screen reader reads. */
export function createPainter(map: TextMap, by: 'highlights' | 'elements' = 'highlights'): Painter {
  return by === 'highlights' && typeof CSS !== 'undefined' && 'highlights' in CSS && CSS.highlights
    ? painterWith(highlightBrush(map))
    : painterWith(markBrush(map))
}

/** Above this many changes one sweep over everything is faster than change by change. */
const sweepAbove = 200

function painterWith<Stroke>(brush: Brush<Stroke>): Painter {
  const channel = (mark: PaintMark, levels: number) =>
    coverage<Stroke>(levels, { put: (span, level) => brush.put(`${mark}-${level}` as PaintLayer, span), drop: brush.drop })
  const channels = {
    'tint-cool': channel('tint-cool', 3),
    'tint-warm': channel('tint-warm', 3),
    'underline-solid': channel('underline-solid', 1),
    'underline-dashed': channel('underline-dashed', 1),
    'underline-dotted': channel('underline-dotted', 1),
    wavy: channel('wavy', 1),
    plain: channel('plain', 1),
  } satisfies Record<PaintMark, unknown>
  const signed = new Map<Sign, Stroke[]>()
  let shown: readonly Painted[] = []

  const show = (annotations: readonly Painted[]) => {
    const { first, oldEnd, nextEnd } = changedPart(shown, annotations)
    const [before, after] = [shown.slice(first, oldEnd), annotations.slice(first, nextEnd)]
    const [old, next] = [new Set(before), new Set(after)]
    const gone = before.filter((annotation) => !next.has(annotation))
    const come = after.filter((annotation) => !old.has(annotation))
    shown = annotations
    if (gone.length + come.length === 0) return
    if (gone.length + come.length > sweepAbove) {
      for (const mark of Object.keys(channels) as PaintMark[]) {
        channels[mark].replace(annotations.filter(({ marks }) => marks.includes(mark)).map(({ span }) => span))
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
  let described: Stroke[] = []
  const describe = (passages: readonly Described[]) => {
    for (const stroke of described) brush.drop(stroke)
    described = passages.map((passage) => brush.put('described', passage.span, passage))
    brush.flush()
  }
  const clear = () => {
    show([])
    describe([])
    for (const name of signs) sign(name, [])
  }
  return { show, sign, describe, clear }
}
