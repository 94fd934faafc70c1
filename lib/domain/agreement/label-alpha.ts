import { agreementOfSweep, type CharacterAgreement } from './character-alpha'
import { sweepSpans, type SpanLabels, type SpanSweep } from './span-sweep'

/**
 * Alpha of each label by itself, at character level: did they put this label here, yes or no? Says which label the
 * annotators do not mean the same by, and takes stacked labels as they are. In the order in which labels first occur.
 */
export function labelAlphas(data: SpanLabels): Map<string, CharacterAgreement> {
  return new Map([...labelSweeps(data, [data.textLength])].map(([label, sweep]) => [label, agreementOfSweep(sweep)]))
}

/** A sweep for each label over the same pieces: alpha of each and its interval, which is that of alpha by characters. */
export function labelSweeps(data: SpanLabels, cuts: readonly number[]): Map<string, SpanSweep> {
  const byLabel = new Map<string, SpanLabels['spans'][number][]>()
  for (const span of data.spans) {
    const spans = byLabel.get(span.label)
    if (spans) spans.push(span)
    else byLabel.set(span.label, [span])
  }
  return new Map([...byLabel].map(([label, spans]) => [label, sweepSpans({ ...data, spans }, cuts)]))
}
