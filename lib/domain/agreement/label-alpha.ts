import { alphaByJackknife, judgementsOfSets } from './alpha-jackknife'
import { agreementOfSweep, type CharacterAgreement } from './character-alpha'
import { countSweep } from './count-sweep'
import type { Interval } from './interval'
import type { Unit } from './sections'
import { readSpans, type SpanReading } from './span-reading'
import type { SpanLabels } from './span-sweep'

/**
 * Alpha of each label by itself, at character level: did they put this label here, yes or no? Says which label the
 * annotators do not mean the same by, and takes stacked labels as they are.
 */
export function labelAlphas(data: SpanLabels): Map<string, CharacterAgreement> {
  return new Map([...labelAlphasWithIntervals(readSpans(data))].map(([label, { value }]) => [label, value]))
}

/** The same, each with its interval over the pieces of the text, by jackknife: a codebook has many labels. */
export function labelAlphasWithIntervals({ data, cuts, units }: SpanReading): Map<string, { value: CharacterAgreement; interval: Interval | null }> {
  const byLabel = new Map<string, Unit[]>()
  for (const unit of units().flat()) {
    const own = byLabel.get(unit.label)
    if (own) own.push(unit)
    else byLabel.set(unit.label, [unit])
  }
  return new Map([...byLabel].map(([label, own]) => {
    const sweep = countSweep(own, label, data.annotators.length, cuts)
    return [label, { value: agreementOfSweep(sweep), interval: alphaByJackknife(sweep, { observed: sweep.differing, nearness: judgementsOfSets(sweep) }).interval }]
  }))
}
