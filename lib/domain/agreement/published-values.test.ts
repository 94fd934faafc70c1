import { describe, expect, it } from 'vitest'
import { cohenKappa } from './cohen-kappa'
import type { ReliabilityData } from './coefficient'
import { interval, nominal, ordinal, ratio, type Distance } from './distance'
import { fleissKappa } from './fleiss-kappa'
import { krippendorffAlpha } from './krippendorff-alpha'
import { agreementOfItem, observedAgreement } from './observed-agreement'

type Rows = ReliabilityData<string | number>
const _ = null

/** Krippendorff 2004, p. 230: 12 units, 4 observers; the last unit is judged once and must not matter. */
const krippendorff2004: ReliabilityData<number> = [
  [1, 1, _, 1], [2, 2, 3, 2], [3, 3, 3, 3], [3, 3, 3, 3], [2, 2, 2, 2], [1, 2, 3, 4], [4, 4, 4, 4], [1, 1, 2, 1],
  [2, 2, 2, 2], [_, 5, 5, 5], [_, _, 1, 1], [_, _, 3, _],
]

describe("Krippendorff's alpha, the canonical reliability data", () => {
  it.each<[string, Distance<number>, number, number, number, number]>([
    ['nominal', nominal, 0.743, 0.7434211, 0.2, 0.7794872],
    ['ordinal', ordinal, 0.815, 0.8153875, 47.275, 256.0769231],
    ['interval', interval, 0.849, 0.8491071, 0.4333333, 2.8717949],
    ['ratio', ratio, 0.797, 0.7974028, 0.0224327, 0.1107257],
  ])('%s', (_name, distance, published, value, observed, expected) => {
    const alpha = krippendorffAlpha(krippendorff2004, distance)
    expect(alpha.value).toBeCloseTo(published, 3)
    expect(alpha.value).toBeCloseTo(value, 7)
    expect(alpha.observedDisagreement).toBeCloseTo(observed, 7)
    expect(alpha.expectedDisagreement).toBeCloseTo(expected, 7)
    expect([alpha.items, alpha.dropped]).toEqual([11, 1])
  })

  it('is the same without the unit judged once, and with it given to another observer', () => {
    const without = krippendorffAlpha(krippendorff2004.slice(0, -1), ordinal).value
    expect(krippendorffAlpha(krippendorff2004, ordinal).value).toBe(without)
    expect(krippendorffAlpha([...krippendorff2004.slice(0, -1), [_, 3, _, _]], ordinal).value).toBe(without)
  })

  it('nominal to twelve places', () => {
    expect(krippendorffAlpha(krippendorff2004, nominal).value).toBeCloseTo(0.743421052632, 12)
  })
})

describe("Krippendorff's alpha, small examples", () => {
  it('p. 224: 10 units, 2 observers, two values', () => {
    const rows = [[1, 0], [1, 1], [0, 1], [0, 0], [0, 0], [0, 1], [0, 0], [0, 1], [0, 0], [0, 0]]
    const alpha = krippendorffAlpha(rows, nominal)
    expect(alpha.value).toBeCloseTo(0.0952381, 7)
    expect(alpha.observedDisagreement).toBeCloseTo(0.4, 7)
    expect(alpha.expectedDisagreement).toBeCloseTo(0.4421053, 7)
    expect(observedAgreement(rows).value).toBeCloseTo(0.6, 12)
  })

  it('p. 227: 12 units, 2 observers, three values', () => {
    const rows = ['aa', 'ab', 'bb', 'bb', 'bb', 'bb', 'bc', 'cc', 'cc', 'cc', 'cc', 'cc'].map((pair) => pair.split(''))
    const alpha = krippendorffAlpha(rows, nominal)
    expect(alpha.value).toBeCloseTo(0.734104, 7)
    expect(alpha.observedDisagreement).toBeCloseTo(0.1666667, 7)
    expect(alpha.expectedDisagreement).toBeCloseTo(0.6268116, 7)
  })
})

describe("Fleiss's kappa: 10 subjects, 14 raters, 5 categories", () => {
  const counts = [
    [0, 0, 0, 0, 14], [0, 2, 6, 4, 2], [0, 0, 3, 5, 6], [0, 3, 9, 2, 0], [2, 2, 8, 1, 1], [7, 7, 0, 0, 0],
    [3, 2, 6, 3, 0], [2, 5, 3, 2, 2], [6, 5, 2, 1, 0], [0, 2, 2, 3, 7],
  ]
  const rows = counts.map((row) => row.flatMap((times, category) => Array<number>(times).fill(category)))

  it('kappa, observed and expected', () => {
    const kappa = fleissKappa(rows)
    expect(kappa.value).toBeCloseTo(0.2099307, 7)
    expect(kappa.observed).toBeCloseTo(0.378022, 7)
    expect(kappa.expected).toBeCloseTo(0.2127551, 7)
    expect(observedAgreement(rows).value).toBeCloseTo(0.378022, 7)
  })

  it('agreement of each subject', () => {
    const published = [1, 0.253, 0.308, 0.44, 0.33, 0.462, 0.242, 0.176, 0.286, 0.286]
    rows.forEach((row, i) => expect(agreementOfItem(row)).toBeCloseTo(published[i]!, 3))
  })

  it('alpha of the same data', () => {
    expect(krippendorffAlpha(rows, nominal).value).toBeCloseTo(0.2155741, 7)
  })
})

describe('what must not come out as 1', () => {
  const measures: [string, (data: Rows) => { value: number | null; undefinedBecause: string | null }][] = [
    ['alpha', (data) => krippendorffAlpha(data, nominal)],
    ['Fleiss', fleissKappa],
    ['Cohen', cohenKappa],
  ]

  it.each(measures)('%s where everyone used one label, though observed agreement is 1', (_name, of) => {
    const rows = [['x', 'x'], ['x', 'x'], ['x', 'x']]
    expect(of(rows)).toMatchObject({ value: null, undefinedBecause: 'one-category-only' })
    expect(observedAgreement(rows).value).toBe(1)
  })

  it.each(measures)('%s where no item has two values', (_name, of) => {
    expect(of([[1, _], [_, 2]])).toMatchObject({ value: null, undefinedBecause: 'fewer-than-two-annotators' })
    expect(of([['a'], ['b']])).toMatchObject({ value: null, undefinedBecause: 'fewer-than-two-annotators' })
  })

  it.each(measures)('%s where there is no data', (_name, of) => {
    for (const nothing of [[], [[]], [[_, _], [_, _]]]) {
      expect(of(nothing)).toMatchObject({ value: null, undefinedBecause: 'no-annotations' })
      expect(observedAgreement(nothing)).toMatchObject({ value: null, undefinedBecause: 'no-annotations' })
    }
  })
})

describe('missing and lopsided data', () => {
  it('rows of unequal length', () => {
    expect(krippendorffAlpha([['Y', 'N', 'N'], ['Y', 'N'], ['N']], nominal).value).toBeCloseTo(-0.3333333, 7)
  })

  it('missing is not a label', () => {
    const rows = [[1, 1, _], [1, 1, 1], [2, _, 2]]
    expect(krippendorffAlpha(rows, nominal).value).toBe(1)
    const none = rows.map((row) => row.map((value) => value ?? 'none'))
    expect(krippendorffAlpha(none, nominal).value).toBeCloseTo(0.3333333, 7)
  })

  it('one label nearly everywhere', () => {
    const rows: Rows = [...Array.from({ length: 11 }, () => [1, 1]), [1, 2], [1, 3]]
    expect(krippendorffAlpha(rows, nominal).value).toBeCloseTo(-0.0204082, 7)
    expect(cohenKappa(rows).value).toBeCloseTo(0, 12)
  })

  it('labels that are words', () => {
    const rows = [['pos', 'pos', 'pos'], ['neg', 'neg', 'neg'], ['neu', 'neu', 'pos'], [_, 'pos', 'pos']]
    expect(krippendorffAlpha(rows, nominal).value).toBeCloseTo(0.7222222, 7)
    expect(fleissKappa(rows)).toMatchObject({ items: 3, dropped: 1 })
  })

  it('a distance of one’s own', () => {
    expect(krippendorffAlpha([[1, 1], [2, 2], [3, 4]], () => (a, b) => Math.abs(a - b)).value).toBeCloseTo(0.7619048, 7)
  })

  it('the ratio distance with zeros', () => {
    expect(krippendorffAlpha([[0, 0], [1, 1], [2, 2]], ratio).value).toBe(1)
  })

  it("Cohen's kappa refuses a third annotator", () => {
    expect(() => cohenKappa([[1, 1, 1]])).toThrow(RangeError)
  })
})
