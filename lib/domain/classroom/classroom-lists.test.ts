import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { spanScore } from '../agreement/span-score'
import { codeFrom, codeLengths, printedCode, readCode } from './code'
import { confusionOf } from './confusion'
import { judge, keyScore, type KeyPassage, type StudentPassage } from './key-score'
import { groupsOf, pseudonymOf, shuffled } from './pseudonym'
import { parseRoster } from './roster'

describe('a code', () => {
  it.each([
    ['k7qm-3xhp', 'K7QM3XHP'], [' K7QM 3XHP ', 'K7QM3XHP'], ['ｋ７ｑｍ－３ｘｈｐ', 'K7QM3XHP'], ['O1IL0000', '01110000'],
    ['K7QM–3XHP', 'K7QM3XHP'], ['K7QM3XH', null], ['K7QM3XHU', null], ['', null], ['K7QM3XH\u0000', null],
  ])('%j is %j', (typed, code) => expect(readCode(typed, 8)).toBe(code))

  it('comes back from paper', () => {
    fc.assert(fc.property(fc.uint8Array({ minLength: codeLengths.signIn, maxLength: codeLengths.signIn }), (bytes) => {
      expect(readCode(printedCode(codeFrom(bytes)).toLowerCase(), codeLengths.signIn)).toBe(codeFrom(bytes))
    }))
  })
})

describe('a class list', () => {
  it.each<[string, string, [number, string, string | null, string | null][]]>([
    ['names alone', 'Ada\nBo\n\nChen Mei\n', [[1, 'Ada', null, null], [2, 'Bo', null, null], [4, 'Chen Mei', null, null]]],
    ['headings in any order', 'Email,Section,Name\na@b.org,1A,Ada\n,1B,Bo', [[2, 'Ada', 'a@b.org', '1A'], [3, 'Bo', null, '1B']]],
    ['Chinese headings, tabs, a byte order mark', '\uFEFF姓名\t班級\n王小明\t三年二班\n', [[2, '王小明', null, '三年二班']]],
    ['quoted, with a comma', 'name\r\n"Ada, Countess"\r\n', [[2, 'Ada, Countess', null, null]]],
    ['what we made inert ourselves', 'name\n\'=Ada\n', [[2, '=Ada', null, null]]],
    ['the same name under two addresses', 'name,email\nBo,a@b.org\nBo,c@b.org', [[2, 'Bo', 'a@b.org', null], [3, 'Bo', 'c@b.org', null]]],
  ])('%s', (_name, text, people) => {
    expect(parseRoster(text)).toEqual({ ok: true, value: people.map(([line, name, email, section]) => ({ line, name, email, section })) })
  })

  it.each<[string, string, [string, string][]]>([
    ['empty', '', [['required', '']]], ['headings alone', 'name,email\n', [['required', '']]],
    ['a bad address and no name', 'name,email\nAda,nobody\n,x@y.org', [['emailInvalid', 'line 2.email'], ['required', 'line 3.name']]],
    ['somebody twice', 'Ada\nBo\nAda', [['rosterTwice', 'line 3']]],
    ['an open quotation mark', 'name\n"Ada', [['quoteOpen', 'line 2']]],
    ['too many', Array.from({ length: 1_001 }, (_, i) => `P${i}`).join('\n'), [['tooMany', '']]],
    ['signs that cannot be seen', 'Ada\u202E', [['nameUnprintable', 'line 1.name']]],
  ])('refused whole: %s', (_name, text, problems) => {
    const read = parseRoster(text)
    expect(read.ok ? [] : read.problems.map(({ code, path }) => [code, path])).toEqual(problems)
  })
})

describe('names for the others', () => {
  it('every number once, and the same for the same seed', () => {
    fc.assert(fc.property(fc.nat(200), fc.integer(), (n, seed) => {
      expect(shuffled(n, seed).toSorted((a, b) => a - b)).toEqual(Array.from({ length: n }, (_, i) => i))
      expect(shuffled(n, seed)).toEqual(shuffled(n, seed))
    }))
  })
  it('runs through the names again', () => expect([0, 1, 2, 5].map((n) => pseudonymOf(n, ['Heron', 'Wren']))).toEqual(['Heron', 'Wren', 'Heron 2', 'Wren 3']))
  it('groups differ by one at most and leave nobody alone', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 120 }), fc.integer({ min: 2, max: 9 }), fc.integer(), (n, size, seed) => {
      const people = Array.from({ length: n }, (_, i) => i)
      const sizes = groupsOf(people, size, seed).map(({ length }) => length)
      expect(groupsOf(people, size, seed).flat().toSorted((a, b) => a - b)).toEqual(people)
      if (n > 0) expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1)
      if (n >= 2) expect(Math.min(...sizes)).toBeGreaterThanOrEqual(2)
    }))
  })
})

const passages = (...all: [number, number, ...string[]][]): StudentPassage[] => all.map(([start, end, ...labels], i) => ({ id: `${i}`, start, end, labels }))
const key: KeyPassage[] = passages([0, 10, 'L'], [20, 40, 'D', 'E'], [50, 60, 'N'])

describe('work against the key', () => {
  it.each<[string, [number, number, ...string[]], string]>([
    ['the passage itself', [20, 40, 'D'], 'found'], ['the other right label', [20, 40, 'E'], 'found'],
    ['nearly the passage', [21, 41, 'D'], 'found'], ['another label', [20, 40, 'L'], 'other-label'],
    ['half of it', [20, 30, 'D'], 'too-short'], ['much more', [10, 50, 'D'], 'too-long'],
    ['next to it', [41, 48, 'D'], 'extra'], ['only its edge', [8, 25, 'D'], 'extra'],
  ])('%s', (_name, passage, verdict) => expect(judge(passages(passage), key)[0]!.verdict).toBe(verdict))

  it('names what was missed, and each passage once', () => {
    const judged = judge(passages([20, 40, 'D'], [70, 80, 'N']), key)
    expect(judged.map(({ verdict, student, key: of }) => [verdict, student, of])).toEqual([
      ['found', '0', '1'], ['extra', '1', null], ['missed', null, '0'], ['missed', null, '2'],
    ])
  })

  it('a neighbour does not take the match of the right one', () => {
    const judged = judge(passages([18, 36, 'L'], [22, 40, 'D']), key)
    expect(judged.slice(0, 2).map(({ verdict }) => verdict)).toEqual(['extra', 'found'])
  })

  it('with one label each it is the published score', () => {
    const unit = fc.tuple(fc.nat(60), fc.integer({ min: 1, max: 12 }), fc.constantFrom('L', 'D')).map(([start, length, label]) => ({ start, end: start + length, label }))
    const apart = fc.array(unit, { maxLength: 6 }).map((all) => all.filter((one, i) => !all.slice(0, i).some((other) => other.start < one.end && one.start < other.end)))
    const with_ = (all: { start: number; end: number; label: string }[]) => all.map(({ label, ...span }, i) => ({ ...span, id: `${i}`, labels: [label] }))
    fc.assert(fc.property(apart, apart, (answer, wanted) => {
      const [published, ours] = [spanScore(answer, wanted), keyScore(with_(answer), with_(wanted))]
      for (const part of ['precision', 'recall', 'f1'] as const) expect(ours[part]).toBeCloseTo(published[part], 9)
    }))
  })

  it('either of two right labels counts in full, and both do not count twice', () => {
    expect(keyScore(passages([0, 10, 'L'], [20, 40, 'E'], [50, 60, 'N']), key)).toEqual({ precision: 1, recall: 1, f1: 1 })
    expect(keyScore(passages([20, 40, 'D', 'E']), key)).toMatchObject({ precision: 1, recall: 1 / 3 })
  })

  it('what is confused with what', () => {
    const works = [passages([20, 40, 'L'], [50, 60, 'N']), passages([20, 40, 'L'], [70, 80, 'D'])]
    const cells = confusionOf(works.map((own) => ({ judged: judge(own, key), passages: own })), key)
    expect(cells).toEqual([
      { wanted: 'D', given: 'L', times: 2 }, { wanted: 'L', given: 'none', times: 2 }, { wanted: 'N', given: 'N', times: 1 },
      { wanted: 'N', given: 'none', times: 1 }, { wanted: 'none', given: 'D', times: 1 },
    ])
  })
})
