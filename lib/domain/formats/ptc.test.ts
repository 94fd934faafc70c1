import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySet } from '@/tests/support/any-annotation-set'
import { readingCodebook } from '../codebook/reading'
import { mostIncoming } from './exchange'
import { ptc } from './ptc'
import { labelOfTechnique, techniqueOf } from './techniques'

const context = { base: 'https://gloss.example', codebook: readingCodebook }
const parse = (text: string) => ptc.parse(text, context)

test('every framing label of the reading codebook has a published name, and comes back by it', () => {
  for (const { id } of readingCodebook.labels.framing) {
    const ref = { dimension: 'framing' as const, label: id }
    const technique = techniqueOf(readingCodebook, ref)
    expect(technique).toMatch(/^[A-Z]/)
    expect(labelOfTechnique(readingCodebook, technique ?? '')).toEqual(ref)
  }
  expect(techniqueOf(readingCodebook, { dimension: 'sourcing', label: 'named-person' })).toBeNull()
})

describe('techniques as the corpora spell them', () => {
  const cases: [string, string | null][] = [
    ['Loaded_Language', 'loaded-language'],
    ['Name_Calling,Labeling', 'name-calling-labeling'],
    ['Exaggeration,Minimization', 'exaggeration-minimisation'],
    ['Appeal_to_fear-prejudice', 'appeal-to-fear-prejudice'],
    ['Flag-Waving', 'flag-waving'],
    ['Black-and-White_Fallacy', 'false-dilemma-no-choice'],
    ['Thought-terminating_Clichés', 'conversation-killer'],
    ['Reductio_ad_hitlerum', 'guilt-by-association'],
    ['Bandwagon', 'appeal-to-popularity'],
    ['Obfuscation,Intentional_Vagueness,Confusion', 'obfuscation-vagueness-confusion'],
    ['Straw_Men', 'straw-man'],
    ['Whataboutism,Straw_Men,Red_Herring', null],
    ['Appeal_to_Pity', null],
    ['', null],
  ]
  test.each(cases)('%s', (technique, label) => {
    expect(labelOfTechnique(readingCodebook, technique)).toEqual(label && { dimension: 'framing', label })
  })
})

test('what the format can hold comes back: each technique and where it is', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const held = set.annotations.flatMap(({ start, end, revision, labels }) =>
        end > start && revision === set.article.revision
          ? labels.filter(({ dimension }) => dimension === 'framing').map(({ label }) => [{ name: `framing:${label}` }, { start, end }])
          : [],
      )
      const file = [...ptc.serialize(set)].join('')
      fc.pre(held.length > 0)
      const back = parse(file)
      if (!back.ok) throw new Error(JSON.stringify(back.problems))
      expect(back.value.refused).toEqual([])
      expect(back.value.annotations.map(({ labels, place }) => [labels[0], place?.position])).toEqual(held)
    }),
  )
})

test('a file of the corpus', () => {
  const parsed = parse('111111111\tLoaded_Language\t265\t323\r\n111111111\tAppeal_to_Pity\t1\t2\n')
  expect(parsed).toMatchObject({
    ok: true,
    value: {
      refused: [],
      annotations: [
        { index: 0, at: 'line 1', labels: [{ name: 'framing:loaded-language' }], place: { quote: null, position: { start: 265, end: 323 } } },
        { index: 1, at: 'line 2', labels: [{ name: 'Appeal_to_Pity' }] },
      ],
    },
  })
})

describe('what is wrong is said', () => {
  const whole: [string, string, string, string][] = [
    ['an empty file', ' \n\uFEFF', 'fileEmpty', ''],
    ['a binary file', '\u0000\u0001PK', 'fileFormat', 'line 1'],
    ['a table with commas', '\n1,Doubt,3,4', 'fileFormat', 'line 2'],
    ['a line of six megabytes', 'x'.repeat(6_000_000), 'fileFormat', 'line 1'],
    ['lines on two articles', '1\tDoubt\t3\t4\n2\tDoubt\t3\t4', 'severalArticles', ''],
    ['too many lines', '1\tDoubt\t3\t4\n'.repeat(mostIncoming + 1), 'tooMany', ''],
  ]
  test.each(whole)('%s', (_, text, code, path) => expect(parse(text)).toMatchObject({ ok: false, problems: [{ code, path }] }))

  const lines: [string, string, string][] = [
    ['reversed offsets', '1\tDoubt\t9\t4', 'offsetsInvalid'],
    ['an empty span', '1\tDoubt\t4\t4', 'offsetsInvalid'],
    ['words for offsets', '1\tDoubt\tx\ty', 'offsetsInvalid'],
    ['a technique with a null character', '1\tDo\u0000ubt\t3\t4', 'unstorable'],
    ['half a surrogate pair', '1\tDoubt\udc00!\t3\t4', 'unstorable'],
    ['no technique', '1\t\t3\t4', 'tooShort'],
    ['too few cells', '1\tDoubt\t3', 'fileFormat'],
  ]
  test.each(lines)('%s', (_, line, code) => {
    const parsed = parse(`1\tDoubt\t1\t2\n${line}`)
    expect(parsed).toMatchObject({ ok: true, value: { annotations: [{ index: 0 }], refused: [{ index: 1, problems: [{ code }] }] } })
  })
})
