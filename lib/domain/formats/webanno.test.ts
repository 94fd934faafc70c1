import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { anySet, setOf } from '@/tests/support/any-annotation-set'
import type { LabelRef } from '../codebook/codebook'
import { codePointIndex } from '../text/code-points'
import type { ExportedAnnotation } from './exchange'
import { webanno } from './webanno'

const write = (set: Parameters<typeof webanno.serialize>[0]) => [...webanno.serialize(set)].join('')

function annotation(start: number, end: number, ...labels: LabelRef[]): ExportedAnnotation {
  const author = { id: '6f9619ff-8b86-4d01-b42d-00cf4fc964ff', name: 'Ann' }
  const when = { createdAt: '2026-11-23T00:00:00.000Z', updatedAt: '2026-11-23T00:00:00.000Z' }
  const content = { labels, note: null, evidence: [], confidence: null, sourceName: null }
  return { id: `${start}-${end}`, author, start, end, quote: '', prefix: '', suffix: '', version: 1, revision: 2, foreign: null, ...when, ...content }
}
const named: LabelRef = { dimension: 'sourcing', label: 'named-person' }
const opinion: LabelRef = { dimension: 'statement', label: 'opinion' }
const doubt: LabelRef = { dimension: 'framing', label: 'doubt' }
const slogans: LabelRef = { dimension: 'framing', label: 'slogans' }
const head = '#FORMAT=WebAnno TSV 3.3\n#T_SP=webanno.custom.Gloss|sourcing|statement|framing\n\n\n'
const none = '_\t_\t_\t\n'

describe('known files', () => {
  const cases: [string, string, ExportedAnnotation[], string][] = [
    ['no annotations', 'I see.\nWell?', [], `#Text=I see.\n1-1\t0-1\tI\t${none}1-2\t2-5\tsee\t${none}1-3\t5-6\t.\t${none}\n#Text=Well?\n2-1\t7-11\tWell\t${none}2-2\t11-12\t?\t${none}`],
    ['one token, one label: no id', 'I see.', [annotation(2, 5, doubt)], `#Text=I see.\n1-1\t0-1\tI\t${none}1-2\t2-5\tsee\t*\t*\tdoubt\t\n1-3\t5-6\t.\t${none}`],
    [
      'several tokens over two sentences: one id, and the space at its ends does not count',
      'Oh. No',
      [annotation(0, 6, named, doubt)],
      '#Text=Oh.\n1-1\t0-2\tOh\tnamed-person[1]\t*[1]\tdoubt[1]\t\n1-2\t2-3\t.\tnamed-person[1]\t*[1]\tdoubt[1]\t\n\n' +
        '#Text=No\n2-1\t4-6\tNo\tnamed-person[1]\t*[1]\tdoubt[1]\t\n',
    ],
    [
      'stacked spans have ids, in one order in every column',
      'Oh',
      [annotation(0, 2, opinion), annotation(0, 2, doubt)],
      '#Text=Oh\n1-1\t0-2\tOh\t*[1]|*[2]\topinion[1]|*[2]\t*[1]|doubt[2]\t\n',
    ],
    [
      'two labels of one dimension are two spans',
      'Oh',
      [annotation(0, 2, doubt, slogans, opinion)],
      '#Text=Oh\n1-1\t0-2\tOh\t*[1]|*[2]\topinion[1]|*[2]\tdoubt[1]|slogans[2]\t\n',
    ],
    [
      'parts of tokens are rows below them, longest first',
      'aaaaaa bbbbbb',
      [annotation(3, 10, doubt), annotation(7, 11, opinion), annotation(9, 11, slogans)],
      `#Text=aaaaaa bbbbbb\n1-1\t0-6\taaaaaa\t${none}1-1.1\t3-6\taaa\t*[1]\t*[1]\tdoubt[1]\t\n` +
        `1-2\t7-13\tbbbbbb\t${none}1-2.1\t7-11\tbbbb\t*\topinion\t*\t\n1-2.2\t7-10\tbbb\t*[1]\t*[1]\tdoubt[1]\t\n1-2.3\t9-11\tbb\t*\t*\tslogans\t\n`,
    ],
    ['offsets count UTF-16 units', 'A 😊 b', [annotation(2, 3, doubt)], `#Text=A 😊 b\n1-1\t0-1\tA\t${none}1-2\t2-4\t😊\t*\t*\tdoubt\t\n1-3\t5-6\tb\t${none}`],
    ['no label at all', 'Oh', [annotation(0, 2)], '#Text=Oh\n1-1\t0-2\tOh\t*\t*\t*\t\n'],
    ['Chinese words', '記者說。', [annotation(0, 2, named)], `#Text=記者說。\n1-1\t0-2\t記者\tnamed-person\t*\t*\t\n1-2\t2-3\t說\t${none}1-3\t3-4\t。\t${none}`],
    [
      'reserved characters',
      'a_b [c] \\ *',
      [],
      `#Text=a_b [c] \\\\ *\n1-1\t0-3\ta\\_b\t${none}1-2\t4-5\t\\[\t${none}1-3\t5-6\tc\t${none}1-4\t6-7\t\\]\t${none}1-5\t8-9\t\\\\\t${none}1-6\t10-11\t\\*\t${none}`,
    ],
    ['a tab inside a sentence', 'a\tb', [], `#Text=a\\tb\n1-1\t0-1\ta\t${none}1-2\t2-3\tb\t${none}`],
    ['the whole article has no row', 'Oh', [annotation(0, 0, doubt)], `#Text=Oh\n1-1\t0-2\tOh\t${none}`],
    ['what is gone has no row', 'Oh', [{ ...annotation(0, 2, doubt), revision: 1 }], `#Text=Oh\n1-1\t0-2\tOh\t${none}`],
  ]
  test.each(cases)('%s', (_, text, annotations, body) => expect(write(setOf(text, annotations))).toBe(head + body))
})

test('whoever reads the file by its description finds every standing annotation at its place, and the text', () => {
  fc.assert(
    fc.property(anySet, (set) => {
      const { text, revision } = set.article
      const index = codePointIndex(text)
      const { sentences, spans } = read(write(set))
      for (const { begin, words } of sentences) expect(text.slice(begin, begin + words.length)).toBe(words)
      const expected = set.annotations.flatMap(({ start, end, labels, revision: at }) => {
        const words = start < end && at === revision ? text.slice(index.toUtf16(start), index.toUtf16(end)) : ''
        if (words.trim() === '') return []
        const begin = index.toUtf16(start) + words.length - words.trimStart().length
        const where = `${begin}-${begin + words.trim().length}`
        return labels.length === 0 ? [`${where} `] : labels.map(({ label }) => `${where} ${label}`)
      })
      const found = spans.flatMap(({ begin, end, values }) => {
        const labels = values.filter((value) => value !== '*')
        return labels.length === 0 ? [`${begin}-${end} `] : labels.map((label) => `${begin}-${end} ${label}`)
      })
      expect(found.sort()).toEqual(expected.sort())
    }),
  )
})

/** A reader of the format, made from its description alone. */
function read(file: string) {
  const sentences: { begin: number; words: string }[] = []
  const spans: { begin: number; end: number; values: string[] }[] = []
  const byId = new Map<string, (typeof spans)[number]>()
  let words = ''
  for (const line of file.split('\n').slice(2)) {
    if (line.startsWith('#Text=')) words = line.slice(6).replace(/\\(.)/g, (_, sign: string) => ({ t: '\t', n: '\n', r: '\r', f: '\f', b: '\b' })[sign] ?? sign)
    if (line === '' || line.startsWith('#')) continue
    const [id = '', offsets = '', , ...columns] = line.split('\t')
    const [begin = 0, end = 0] = offsets.split('-').map(Number)
    if (id.endsWith('-1')) sentences.push({ begin, words })
    if (columns[0] === '_') continue
    const stacks = columns.slice(0, 3).map((column) => column.split('|'))
    stacks[0]?.forEach((_, i) => {
      const cells = stacks.map((stack) => stack[i] ?? '')
      const number = /\[(\d+)\]$/.exec(cells[0] ?? '')?.[1]
      const known = number === undefined ? undefined : byId.get(number)
      if (known) return void (known.end = Math.max(known.end, end))
      const span = { begin, end, values: cells.map((cell) => cell.replace(/\[\d+\]$/, '')) }
      spans.push(span)
      if (number !== undefined) byId.set(number, span)
    })
  }
  return { sentences, spans }
}
