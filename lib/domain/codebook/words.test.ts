import { describe, expect, it } from 'vitest'
import { codebook as en } from '../../i18n/en/codebook'
import type { LabelWords } from '../../i18n/label-words'
import type { Words } from '../../i18n/words'
import { codebook as zhHans } from '../../i18n/zh-Hans/codebook'
import { codebook as zhHant } from '../../i18n/zh-Hant/codebook'
import { dimensions, type Dimension } from './codebook'
import { readingCodebook } from './reading'
import { labelRefsOf, labelsOf } from './registry'

const languages = [
  { tag: 'en', words: en, longestName: 24, sentenceEnd: /[.!?](?=\s|$)/g },
  { tag: 'zh-Hant', words: zhHant, longestName: 8, sentenceEnd: /[。！？]/g },
  { tag: 'zh-Hans', words: zhHans, longestName: 8, sentenceEnd: /[。！？]/g },
]

const wordsOf = (words: Words<typeof en>, dimension: Dimension) =>
  new Map<string, LabelWords>(Object.entries(words.labels[dimension]))

describe.each(languages)('the words of the codebook in $tag', ({ words, longestName, sentenceEnd }) => {
  it('cover every label, and no label that is not there', () => {
    for (const dimension of dimensions) {
      const ids = labelsOf(readingCodebook, dimension).map(({ id }) => id)
      expect([...wordsOf(words, dimension).keys()]).toEqual(ids)
    }
  })

  it.each(labelRefsOf(readingCodebook))('explain $label in one sentence and two phrases', ({ dimension, label }) => {
    const { name, definition, example, counterExample } = wordsOf(words, dimension).get(label) as LabelWords
    for (const text of [name, definition, example, counterExample]) expect(text.trim()).not.toBe('')
    expect([...name].length).toBeLessThanOrEqual(longestName)
    expect(definition.match(sentenceEnd)).toHaveLength(1)
    expect(definition).toMatch(/[.。]$/)
    expect(example).not.toBe(counterExample)
  })

  it('give no name twice within a dimension', () => {
    for (const dimension of dimensions) {
      const names = [...wordsOf(words, dimension).values()].map(({ name }) => name)
      expect(new Set(names).size).toBe(names.length)
    }
  })

  it('name every dimension, group and mark', () => {
    const marks = new Set(dimensions.flatMap((d) => labelsOf(readingCodebook, d)).map(({ mark }) => mark))
    expect(Object.keys(words.dimensions)).toEqual([...dimensions])
    expect(new Set(Object.keys(words.groups))).toEqual(new Set(labelsOf(readingCodebook, 'framing').map(({ group }) => group)))
    expect(new Set(Object.keys(words.marks))).toEqual(marks)
  })

  it('hold nothing that ICU MessageFormat would read as syntax', () => {
    for (const text of stringsIn(words)) expect(text).not.toMatch(/[{}<>'|#]/)
  })
})

describe('the two Chinese sets', () => {
  const hant = new Set(stringsIn(zhHant))
  const same = stringsIn(zhHans).filter((text) => hant.has(text))

  it('are written apart: only a few short names look alike', () => {
    expect(same.filter((text) => text.length > 4)).toEqual([])
  })

  it('quote and punctuate as each is printed', () => {
    expect(stringsIn(zhHant).filter((text) => /[“”‘’,;:!?]/.test(text.replace(/\d,\d/g, '')))).toEqual([])
    expect(stringsIn(zhHans).filter((text) => /[「」『』,;:!?]/.test(text))).toEqual([])
  })
})

function stringsIn(node: unknown): string[] {
  if (typeof node === 'string') return [node]
  return node !== null && typeof node === 'object' ? Object.values(node).flatMap(stringsIn) : []
}
