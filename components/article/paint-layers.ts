import type { Mark } from '@/lib/domain/codebook/codebook'

/** What flags are drawn with: the marks of labels, and `plain` where there is no label. */
export type PaintMark = Mark | 'plain'

/** Layers of paint by name, from the lowest to the highest; each has a rule in `app/reader.css`. The first is what a screen
 * reader is told of flags. */
export const layers = [
  'described',
  'tint-cool-1', 'tint-cool-2', 'tint-cool-3', 'tint-warm-1', 'tint-warm-2', 'tint-warm-3',
  'plain-1', 'wavy-1', 'underline-dotted-1', 'underline-dashed-1', 'underline-solid-1',
  'target', 'pointed', 'chosen', 'passage', 'cursor',
] as const
export type PaintLayer = (typeof layers)[number]
