import { coefficients } from '@/lib/domain/agreement/registry'
import { labelAlphas, labelAlphasWithIntervals } from '@/lib/domain/agreement/label-alpha'
import { piecesOf } from '@/lib/domain/agreement/pieces'
import { seededRandom } from '@/lib/domain/agreement/seeded-random'
import { readSpans } from '@/lib/domain/agreement/span-reading'
import type { SpanLabels } from '@/lib/domain/agreement/span-sweep'
import { median, report, type Table } from '../report'

/**
 * What each measure of agreement costs on a text of 200,000 characters, as the spans grow fourfold, beside the least that
 * could be done with them: sorting their boundaries once.
 */
const textLength = 200_000
const labels = Array.from({ length: 23 }, (_, i) => `label-${i}`)
const sizes: [annotators: number, spans: number][] = [[200, 2_500], [200, 10_000], [200, 40_000]]
/** Gamma aligns units one by one and is meant for a few annotators of one article. */
const few: [annotators: number, spans: number][] = [[2, 100], [3, 60], [5, 60]]

/** Annotators who see the same passages, each with boundaries and, one time in four, a label of their own. */
function reading([annotators, spans]: [number, number]): SpanLabels {
  const random = seededRandom(1)
  const passages = Array.from({ length: Math.max(1, spans / annotators) * 2 }, () => ({
    start: random.below(textLength - 400), length: 20 + random.below(300), label: random.below(labels.length),
  }))
  const names = Array.from({ length: annotators }, (_, i) => `a${i}`)
  return {
    textLength,
    annotators: names,
    spans: Array.from({ length: spans }, (_, i) => {
      const { start, length, label } = passages[random.below(passages.length)]!
      const from = start + random.below(20)
      return { annotator: names[i % annotators]!, start: from, end: from + length, label: labels[random.below(4) ? label : random.below(23)]! }
    }),
  }
}

const timeOf = (run: () => unknown) => {
  const times = Array.from({ length: 5 }, () => {
    const before = performance.now()
    run()
    return performance.now() - before
  })
  return median(times)
}

const sorted = ({ spans }: SpanLabels) => spans.flatMap(({ start, end }) => [start, end]).sort((a, b) => a - b)

/** The text's sentences, some forty characters each, in the pieces that an interval draws from. */
const cuts = piecesOf(Array.from({ length: textLength / 40 }, (_, i) => (i + 1) * 40))

const measures = [
  ...Object.entries(coefficients).flatMap(([name, entry]) =>
    entry.takes === 'spans' && name !== 'gamma' ? [{ name, of: entry.of, interval: (data: SpanLabels) => entry.interval(data, cuts) as unknown }] : [],
  ),
  { name: 'alpha of each label', of: labelAlphas, interval: (data: SpanLabels): unknown => labelAlphasWithIntervals(readSpans(data, cuts)) },
]

function linear(): Table {
  const data = sizes.map(reading)
  const floors = data.map((each) => timeOf(() => sorted(each)))
  const rows = measures.map(({ name, of }) => {
    const times = data.map((each) => timeOf(() => of(each)))
    return [name, ...times.map((time, i) => `${time.toFixed(1)} (${(time / floors[i]!).toFixed(0)}×)`), (times[2]! / times[1]!).toFixed(1)]
  })
  return {
    heading: '200 annotators, 200,000 characters, 23 labels: ms (times sorting the boundaries once)',
    columns: ['measure', ...sizes.map(([, spans]) => `${spans.toLocaleString('en')} spans`), 'growth for 4× the spans'],
    rows: [['sorting alone', ...floors.map((time) => time.toFixed(1)), (floors[2]! / floors[1]!).toFixed(1)], ...rows],
  }
}

/** What an interval costs in all, the sweep for it included; in a summary all share sweeps and draws. */
function intervals(): Table {
  const data = sizes.map(reading)
  return {
    heading: `95 % intervals over ${cuts.length} pieces of the same texts, 1,000 draws or a jackknife: ms`,
    columns: ['measure', ...sizes.map(([, spans]) => `${spans.toLocaleString('en')} spans`), 'growth for 4× the spans'],
    rows: measures.map(({ name, interval }) => {
      const times = data.map((each) => timeOf(() => interval(each)))
      return [name, ...times.map((time) => time.toFixed(0)), (times[2]! / times[1]!).toFixed(1)]
    }),
  }
}

function exact(): Table {
  return {
    heading: 'Gamma: exact best alignment and 100 texts by chance',
    columns: ['annotators', 'spans', 'ms', 'gamma', '95 % interval', 'ms with it'],
    rows: few.map((size) => {
      const data = reading(size)
      const before = performance.now()
      const { value, undefinedBecause } = coefficients.gamma.of(data)
      const between = performance.now()
      const interval = coefficients.gamma.interval(data, [])
      const range = interval ? `${interval.low.toFixed(3)} to ${interval.high.toFixed(3)}` : 'none'
      return [...size, (between - before).toFixed(0), value?.toFixed(3) ?? String(undefinedBecause), range, (performance.now() - before).toFixed(0)]
    }),
  }
}

report('agreement', [linear(), intervals(), exact()])
