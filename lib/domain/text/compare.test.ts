import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compareTexts, type Row } from './compare'
import type { PieceKind } from './compare-lines'

const short = (rows: Row[]) => rows.map(({ kind, pieces }) => `${kind}: ${pieces.map((piece) => sign[piece.kind] + piece.text.trim()).join(' ')}`)
const sign: Record<PieceKind, string> = { kept: '', removed: '-', added: '+', left: '<', arrived: '>', carried: '^', continued: '_' }

const ferry = 'The ferry to the northern islands stopped running on Monday morning.'
const blame = 'Officials of the harbour authority say that nobody is to blame for it.'
const fear = 'Residents fear a long winter without fresh vegetables or medicine.'
const snow = 'Heavy snowfall is expected along the eastern coast before the weekend.'

const cases: [what: string, before: string[], after: string[], rows: string[]][] = [
  ['nothing', [ferry, blame], [ferry, blame], [`same: ${ferry}`, `same: ${blame}`]],
  [
    'a word replaced',
    [ferry, blame],
    [ferry.replace('Monday', 'Tuesday'), blame],
    ['changed: The ferry to the northern islands stopped running on -Monday +Tuesday morning.', `same: ${blame}`],
  ],
  ['a paragraph taken out', [ferry, blame, fear], [ferry, fear], [`same: ${ferry}`, `removed: -${blame}`, `same: ${fear}`]],
  ['a paragraph put in', [ferry, fear], [ferry, snow, fear], [`same: ${ferry}`, `added: +${snow}`, `same: ${fear}`]],
  [
    'a paragraph moved',
    [ferry, blame, fear, snow],
    [blame, fear, snow, ferry],
    [`moved-from: <${ferry}`, `same: ${blame}`, `same: ${fear}`, `same: ${snow}`, `moved-to: ${ferry}`],
  ],
  ['a break put in', [`${ferry} ${blame}`, fear], [ferry, blame, fear], [`split: _${ferry}`, `same: ^${ferry} ${blame}`, `same: ${fear}`]],
  ['a break taken out', [ferry, blame, fear], [`${ferry} ${blame}`, fear], [`joined: ^${ferry}`, `same: _${ferry} ${blame}`, `same: ${fear}`]],
  [
    'Chinese, a word replaced',
    ['渡輪自週一起停駛，居民擔心冬天沒有新鮮蔬菜。'],
    ['渡輪自週二起停駛，居民擔心冬天沒有新鮮蔬菜。'],
    ['changed: 渡輪自週 -一 +二 起停駛，居民擔心冬天沒有新鮮蔬菜。'],
  ],
  ['everything', ['One two three.'], [snow], ['removed: -One two three.', `added: +${snow}`]],
]

describe('compareTexts shows', () => {
  test.each(cases)('%s', (_, before, after, rows) => {
    expect(short(compareTexts(before.join('\n'), after.join('\n')))).toEqual(rows)
  })
})

test('both texts can be read off the rows, whatever was edited', () => {
  const sentence = fc.constantFrom(ferry, blame, fear, snow, '渡輪停駛了，居民擔心。', 'x', 'The the the.', '😀 e\u0301')
  const text = fc.array(fc.array(sentence, { minLength: 1, maxLength: 4 }).map((all) => all.join(' ')), { minLength: 1, maxLength: 8 })
  const bare = (words: string) => words.replace(/\s+/g, '')
  fc.assert(
    fc.property(text, text, (before, after) => {
      const rows = compareTexts(before.join('\n'), after.join('\n'))
      const side = (kinds: PieceKind[], skip: Row['kind']) =>
        rows.filter(({ kind }) => kind !== skip).flatMap(({ pieces }) => pieces.filter(({ kind }) => kinds.includes(kind)))
      const words = (kinds: PieceKind[], skip: Row['kind']) => bare(side(kinds, skip).map(({ text }) => text).join(''))
      expect(words(['kept', 'added', 'arrived', 'continued'], 'moved-from')).toBe(bare(after.join('')))
      expect(words(['kept', 'removed', 'left', 'carried'], 'moved-to')).toBe(bare(before.join('')))
    }),
    { numRuns: 300 },
  )
})
