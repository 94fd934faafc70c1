import type { SpanLabels } from '../agreement/span-sweep'
import type { Flag } from './flag'

/** Flags as the kernel's agreement takes them: one span for each label. */
export function spanLabels(flags: readonly Flag[], annotators: readonly string[], textLength: number): SpanLabels {
  const spans = flags.flatMap(({ annotator, start, end, labels }) =>
    labels.map((label) => ({ annotator, start, end, label })),
  )
  return { textLength, annotators, spans }
}

/** Whether one sweep over the spans is within the steps: each boundary costs the labels that its reader holds there at most. */
export function canSweep({ spans }: SpanLabels, most: number): boolean {
  return spans.length * new Set(spans.map(({ label }) => label)).size <= most
}
