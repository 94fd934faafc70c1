import { characterAlpha, type CharacterAgreement } from './character-alpha'
import type { SpanLabels } from './span-sweep'

/**
 * Alpha of each label by itself, at character level: did they put this label here, yes or no? Says which label the
 * annotators do not mean the same by, and takes stacked labels as they are. In the order in which labels first occur.
 */
export function labelAlphas(data: SpanLabels): Map<string, CharacterAgreement> {
  const byLabel = new Map<string, SpanLabels['spans'][number][]>()
  for (const span of data.spans) {
    const spans = byLabel.get(span.label)
    if (spans) spans.push(span)
    else byLabel.set(span.label, [span])
  }
  return new Map([...byLabel].map(([label, spans]) => [label, characterAlpha({ ...data, spans })]))
}
