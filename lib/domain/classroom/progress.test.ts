import { describe, expect, it } from 'vitest'
import type { LabelRef } from '../codebook/codebook'
import { digestOf, type AssignmentDigest } from './digest'
import { median, progressOf, type ProgressAssignment, type ProgressStudent } from './progress'
import type { MarkedPassage } from './work-result'

type Mark = [start: number, end: number, ...labels: `${LabelRef['dimension']}:${string}`[]]
const marked = (...all: Mark[]): MarkedPassage[] =>
  all.map(([start, end, ...labels], i) => ({
    id: `${start}-${end}-${i}`, start, end,
    labels: labels.map((name) => ({ dimension: name.split(':')[0] as LabelRef['dimension'], label: name.split(':')[1]! })),
  }))
const text = 'Ten chars. '.repeat(10).trim()
const key = marked([0, 10, 'framing:doubt'], [33, 43, 'framing:fear'], [55, 65, 'sourcing:unnamed', 'sourcing:expert'])

describe('the digest of an assignment', () => {
  const works = new Map([
    ['ada', marked([0, 10, 'framing:doubt'], [55, 65, 'sourcing:expert'])],
    ['bo', marked([0, 5, 'framing:doubt'], [77, 87, 'statement:opinion'])],
    ['cy', []],
  ])
  const digest = digestOf({ text, language: 'en', works, key })

  it('holds everybody’s score in the dimensions that the key has', () => {
    expect(digest.scores).toEqual({
      ada: { sourcing: { precision: 1, recall: 1, f1: 1 }, statement: null, framing: { precision: 1, recall: 0.5, f1: 0.6667 } },
      bo: { sourcing: { precision: 0, recall: 0, f1: 0 }, statement: null, framing: { precision: 1, recall: 0.25, f1: 0.4 } },
      cy: { sourcing: { precision: 0, recall: 0, f1: 0 }, statement: null, framing: { precision: 0, recall: 0, f1: 0 } },
    })
  })

  it('counts what of the key nobody met, the most missed first', () => {
    expect(digest.missed).toEqual([
      { dimension: 'framing', label: 'fear', wanted: 3, missed: 3 },
      { dimension: 'sourcing', label: 'unnamed', wanted: 3, missed: 2 },
      { dimension: 'framing', label: 'doubt', wanted: 3, missed: 1 },
    ])
  })

  it('has the class’s agreement with its interval, those who marked nothing included', () => {
    const { framing, sourcing } = digest.agreement
    // Ten and five of 109 characters by three readers: five where two mark and one does not, five where one alone does.
    const [n, differ, sum] = [3 * 109, 5 * 4 + 5 * 4, 15]
    expect(framing.alpha).toBeCloseTo(1 - ((n - 1) * differ) / (2 * 2 * sum * (n - sum)), 4)
    // Two sentences are too few for an interval; eight are not.
    expect(framing.interval).toBeNull()
    const more = (cut: number) => marked(...Array.from({ length: 8 }, (_, i): Mark => [i * 11, i * 11 + 10 - (i % 4) * cut, 'framing:doubt']))
    const often = digestOf({ text, language: 'en', works: new Map([['ada', more(0)], ['bo', more(2)]]), key }).agreement.framing
    expect(often.interval!.low).toBeLessThan(often.alpha!)
    expect(often.interval!.high).toBeGreaterThan(often.alpha!)
    expect(sourcing.alpha).toBeLessThan(0)
    expect(digestOf({ text, language: 'en', works: new Map([['cy', []]]), key }).agreement.framing).toEqual({ alpha: null, undefined: 'fewer-than-two-annotators', interval: null })
  })

  it('without a key has no scores and nothing missed', () => {
    const bare = digestOf({ text, language: 'en', works, key: [] })
    expect(bare.scores.ada).toEqual({ sourcing: null, statement: null, framing: null })
    expect(bare.missed).toEqual([])
    expect(bare.agreement).toEqual(digest.agreement)
  })
})

describe('progress over the term', () => {
  const none = { sourcing: null, statement: null, framing: null }
  const f1 = (value: number) => ({ ...none, framing: { precision: 1, recall: value, f1: value } })
  const nothing = { alpha: null, undefined: 'no-annotations' as const, interval: null }
  const digest = (scores: AssignmentDigest['scores']): AssignmentDigest => ({ scores, agreement: { sourcing: nothing, statement: nothing, framing: nothing }, missed: [] })
  const assignment = (id: string, over: Partial<ProgressAssignment> = {}): ProgressAssignment =>
    ({ id, title: id, created: 0, opens: null, due: null, lateUntil: null, digest: digest({}), ...over })
  const student = (id: string, parts: ProgressStudent['parts']): ProgressStudent => ({ id, name: id, section: null, parts })
  const [began, inTime, late] = [{ started: 1, submitted: null }, { started: 1, submitted: 50 }, { started: 1, submitted: 150 }]

  it('goes by due date, else opening, else making, and leaves out what has not opened', () => {
    const all = [assignment('due', { due: 300 }), assignment('opened', { opens: 200 }), assignment('made', { created: 100 }), assignment('later', { opens: 1_001, due: 50 })]
    expect(progressOf(all, [], 1_000).points.map(({ id, at }) => [id, at])).toEqual([['made', 100], ['opened', 200], ['due', 300]])
  })

  it('counts students of now, and takes the median over those who handed in', () => {
    const scores = { a: f1(0.2), b: f1(0.5), c: f1(0.9), gone: f1(1), taken: f1(1) }
    const students = [student('a', { x: inTime }), student('b', { x: late }), student('c', { x: inTime }), student('taken', { x: began }), student('idle', {})]
    const [point] = progressOf([assignment('x', { due: 100, digest: digest(scores) })], students, 1_000).points
    expect(point).toMatchObject({ students: 5, worked: 4, handedIn: 3, late: 1, counted: true })
    expect(point!.scores).toEqual({ ...none, framing: { precision: 1, recall: 0.5, f1: 0.5 } })
  })

  it('has a line for each student, with what became of each assignment', () => {
    const all = [assignment('x', { due: 100, digest: digest({ a: { ...f1(0.5), sourcing: { precision: 0, recall: 0, f1: 0 } } }) }), assignment('y', { due: 200, digest: null })]
    const { lines } = progressOf(all, [student('a', { x: inTime, y: inTime }), student('b', { x: began })], 1_000)
    expect(lines).toEqual([
      { id: 'a', name: 'a', section: null, handedIn: 2, f1: 0.25, marks: [{ state: 'submitted', f1: 0.25 }, { state: 'submitted', f1: null }] },
      { id: 'b', name: 'b', section: null, handedIn: 0, f1: null, marks: [{ state: 'started', f1: null }, { state: 'not-started', f1: null }] },
    ])
  })

  it('of a class without assignments or students is empty', () => {
    expect(progressOf([], [], 0)).toEqual({ points: [], lines: [] })
    expect(progressOf([assignment('x', { digest: null })], [], 0).points).toMatchObject([{ students: 0, handedIn: 0, counted: false, scores: none, missed: [] }])
  })

  it.each([[[3], 3], [[1, 2], 1.5], [[9, 1, 5], 5], [[4, 1, 3, 2], 2.5]])('the median of %j is %d', (values, middle) => expect(median(values)).toBe(middle))
})
