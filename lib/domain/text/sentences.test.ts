import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { codePointIndex } from './code-points'
import { sentencesOf } from './sentences'

const cut = (text: string, language: string | null = 'zh-Hant') => {
  const index = codePointIndex(text)
  return sentencesOf(text, language).map(index.slice)
}

describe('sentencesOf', () => {
  it.each<[string, string[]]>([
    ['他走了。她說好！真的？', ['他走了。', '她說好！', '真的？']],
    ['他走了。「你好！」她想。', ['他走了。', '「你好！」', '她想。']],
    ['他說：『走。』“好。”（完。）再來。', ['他說：『走。』', '“好。”', '（完。）', '再來。']],
    ['一是錢；二是人；三是命。', ['一是錢；', '二是人；', '三是命。']],
    ['我想……算了。', ['我想……', '算了。']],
    ['他問「為什麼……」，沒人答。', ['他問「為什麼……」，沒人答。']],
    ['……他走了。', ['……他走了。']],
    ['他說:"走吧。""好。"她答。', ['他說:"走吧。"', '"好。"', '她答。']],
    ['《甲》。《乙》。', ['《甲》。', '《乙》。']],
    ['標題沒有句號\n第一句。第二句', ['標題沒有句號\n', '第一句。', '第二句']],
    ['甲。\n\n \n乙。', ['甲。\n\n \n', '乙。']],
    ['漲了3.5%。他笑了。', ['漲了3.5%。', '他笑了。']],
    ['真的嗎？！不會吧。', ['真的嗎？！', '不會吧。']],
    ['𠮷野家漲價。👨\u200d👩\u200d👧不滿。', ['𠮷野家漲價。', '👨\u200d👩\u200d👧不滿。']],
    ['', []],
    ['\n\n', ['\n\n']],
  ])('cuts %j', (text, sentences) => expect(cut(text)).toEqual(sentences))

  it('leaves English to the platform: decimals, lower case after a stop, quotation marks, a Latin ellipsis', () => {
    expect(cut('Rates, i.e. costs, rose 3.5 percent. “Really?” she asked. Well… it did.', 'en')).toEqual([
      'Rates, i.e. costs, rose 3.5 percent. ',
      '“Really?” ',
      'she asked. ',
      'Well… it did.',
    ])
  })

  it('tiles any text', () => {
    const marks = fc.constantFrom('他說', '。', '」', '「', '"', '；', '…', '\n', ' ', 'So. ', '𠮷', '!', '，')
    const mixed = fc.array(marks, { maxLength: 60 })
    fc.assert(
      fc.property(mixed, (parts) => {
        const text = parts.join('')
        expect(cut(text).join('')).toBe(text)
        for (const sentence of cut(text)) expect(sentence).not.toBe('')
        for (const sentence of cut(text)) expect(sentence.trim()).not.toMatch(/\n/)
      }),
    )
  })

  it('reads 200,000 characters in well under a second, with or without paragraphs', () => {
    const paragraphs = ('這一句有點長，說的是物價。'.repeat(20) + '\n').repeat(770)
    const wall = '沒有任何標點也沒有換行的一面牆'.repeat(13_400)
    for (const text of [paragraphs, wall]) {
      const before = performance.now()
      const sentences = sentencesOf(text, 'zh-Hant')
      expect(performance.now() - before).toBeLessThan(1_500)
      expect(sentences.at(-1)?.end).toBe(text.length)
    }
  })
})
