import { describe, expect, it } from 'vitest'
import { assignmentIn, type AssignmentForm } from './assignment'
import { proposalOf } from './proposal'

const score = (f1: number) => ({ precision: f1, recall: f1, f1 })
const rubric = [
  { words: 'Framing', points: 10, measure: 'framing' as const }, { words: 'Done', points: 5, measure: 'requirement' as const },
  { words: 'Thought', points: 3, measure: 'by-hand' as const },
]

describe('what a rubric proposes', () => {
  const half = [{ of: null, wanted: 5, done: 5, met: true }, { of: 'framing' as const, wanted: 2, done: 1, met: false }]
  it('shares of each criterion', () => {
    const scores = { sourcing: score(0), statement: score(0), framing: score(0.375) }
    expect(proposalOf(rubric, scores, half)).toEqual({ criteria: [3.8, 2.5, null], points: 6.3, of: 18 })
  })
  it.each([['without a line', []], ['of lines judged by hand', rubric.slice(2)], ['of a key that is not there', rubric.slice(0, 1)]])('no points %s', (_name, lines) =>
    expect(proposalOf(lines, null, half)).toBeNull())
  it('nothing against a key that is not there', () => expect(proposalOf(rubric, null, [])).toEqual({ criteria: [null, 5, null], points: 5, of: 18 }))
})

describe('an exercise as it is set', () => {
  const form: AssignmentForm = {
    title: 'Who says so?', instructions: null, labels: [], opens: '2026-11-23T08:00', due: '2026-11-27T18:00', lateUntil: null, groupSize: null,
    points: 18, requirement: { flags: 5, dimensions: { sourcing: 0, statement: 0, framing: 2 } }, gate: 'due', gateFlags: 0,
    pseudonyms: true, rubric, gradesAt: null,
  }
  const read = (more: Partial<AssignmentForm>) => assignmentIn('Asia/Taipei').safeParse({ ...form, ...more })

  it('has its moments on the class’s clock', () => {
    expect(read({}).data?.moments).toEqual({ opens: Date.parse('2026-11-23T00:00Z'), due: Date.parse('2026-11-27T10:00Z'), lateUntil: null, gradesAt: null })
  })

  it.each<[string, Partial<AssignmentForm>, string, string]>([
    ['due before it opens', { due: '2026-11-22T18:00' }, 'due', 'datesDisorder'],
    ['late time without a due date', { due: null, gate: 'open', lateUntil: '2026-11-28T18:00' }, 'lateUntil', 'datesDisorder'],
    ['a date that is none', { opens: '2026-02-30T08:00' }, 'opens', 'dateInvalid'],
    ['a gate at a date that is missing', { due: null }, 'due', 'required'],
    ['a gate at no flags', { gate: 'own-flags' }, 'gateFlags', 'required'],
    ['no title', { title: ' ' }, 'title', 'required'],
  ])('refused: %s', (_name, more, path, code) => {
    const { error } = read(more)
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toContainEqual([path, code])
  })
})
