import type { SpanLabels } from '../agreement/span-sweep'
import type { Flag } from './flag'

/** Flags as the kernel's agreement takes them: one span for each label. */
export function spanLabels(flags: readonly Flag[], annotators: readonly string[], textLength: number): SpanLabels {
  const spans = flags.flatMap(({ annotator, start, end, labels }) =>
    labels.map((label) => ({ annotator, start, end, label })),
  )
  return { textLength, annotators, spans }
}
