import { describe as group, expect, test } from 'vitest'
import { carryAnchors } from './carry'

const harbour = 'The harbour board met on Tuesday behind closed doors. Nobody from the press was admitted.'
const budget = 'A budget of nine million was approved after two hours. Opponents call the figure a fantasy.'
const ferry = 'The old ferry will sail until autumn. Its captain has been with the line for thirty years.'
const page = [harbour, budget, ferry].join('\n')

const 港口 = '港務局週二閉門開會，媒體一律不得進入。'
const 預算 = '兩小時後通過九百萬元預算，反對者說這個數字是幻想。'
const 渡輪 = '舊渡輪將行駛到秋天，船長在這條航線上服務了三十年。'
const 版面 = [港口, 預算, 渡輪].join('\n')

/** Carries the first occurrence of some words and answers what became of them. */
function carry(before: string, after: string, words: string) {
  const start = [...before.slice(0, before.indexOf(words))].length
  const [carried] = carryAnchors(before, after, [{ id: 'a', start, end: start + [...words].length }])
  return { state: carried!.state, quote: carried!.quote, start: carried!.start }
}

const forms = 'Nguyễn Văn Cường đến cà phê lúc 9 giờ. Cảng đóng cửa.\n부두 위원회는 화요일에 만났다. 각료는 없었다.\nGlossｶﾞ日本 １２：３０，full'
const korean = '부두 위원회는 화요일에'

group('a revision in another form', () => {
  test.each<[string, string, string]>([
    ['NFC to NFD', forms.normalize('NFC'), forms.normalize('NFD')],
    ['NFD to NFC', forms.normalize('NFD'), forms.normalize('NFC')],
    ['full width to half width', 'At １２：３０，ＡＢＣ left．', 'At 12:30,ABC left.'],
    ['half width to full width', 'At 12:30,ABC ｶﾞ left.', 'At １２：３０，ＡＢＣ ガ left．'],
  ])('%s carries every passage exactly', (_, before, after) => {
    const length = [...before].length
    const spans = Array.from({ length }, (_, start) => [start, Math.min(length, start + 7)] as const)
    const carried = carryAnchors(before, after, spans.map(([start, end]) => ({ id: `${start}`, start, end })))
    expect(new Set(carried.map(({ state }) => state))).toEqual(new Set(['exact']))
    for (const { quote, start, end } of carried) expect(quote).toBe([...after].slice(start, end).join(''))
    const whole = carryAnchors(before, after, [{ id: 'a', start: 0, end: length }])[0]
    expect(whole).toMatchObject({ state: 'exact', quote: after })
  })

  test('in which something else was edited loses nothing else, and a place that is told twice by its record only', () => {
    const before = forms.normalize('NFD')
    const after = forms.replace('Cảng', 'Bến cảng').normalize('NFC')
    expect(carry(before, after, korean.normalize('NFD'))).toMatchObject({ state: 'exact', quote: korean })
    expect(carry(before, after, 'Nguyễn Văn'.normalize('NFD'))).toMatchObject({ state: 'exact', quote: 'Nguyễn Văn', start: 0 })
    const twins = 'Cà phê. Cà phê.'.normalize('NFD')
    const [kept] = carryAnchors(twins, `Trà. ${twins}`, [{ id: 'a', start: 9, end: 15 }], [[0, 0, 5]])
    expect(kept).toMatchObject({ state: 'exact', start: 14 })
  })
})

group('a passage is exact', () => {
  test('when nothing changed', () => {
    expect(carry(page, page, 'nine million')).toEqual({
      state: 'exact',
      quote: 'nine million',
      start: page.indexOf('nine'),
    })
  })
  test('when something was put in before it', () => {
    const after = `An opening line.\n${page}`
    expect(carry(page, after, 'nine million')).toMatchObject({ state: 'exact', start: after.indexOf('nine million') })
  })
  test('when the words right beside it changed', () => {
    expect(carry(page, page.replace('A budget of', 'Some'), 'nine million')).toMatchObject({ state: 'exact' })
    expect(carry(版面, 版面.replace('兩小時後', '昨夜'), '通過九百萬元預算')).toMatchObject({ state: 'exact' })
  })
  test('when the sentence behind it was taken out, full stop and all', () => {
    const after = page.replace(' Nobody from the press was admitted.', '')
    expect(carry(page, after, 'met on Tuesday behind closed doors.')).toMatchObject({ state: 'exact' })
  })
  test('when the same sentence was put in again after it', () => {
    const after = page.replace(harbour, `${harbour} ${harbour}`)
    expect(carry(page, after, 'closed doors')).toMatchObject({ state: 'exact', start: page.indexOf('closed doors') })
  })
  test('when its paragraph was split, or joined to the next', () => {
    const split = page.replace('two hours. Opp', 'two hours.\nOpp')
    expect(carry(page, split, 'Opponents call the figure')).toMatchObject({ state: 'exact' })
    expect(carry(split, page, 'Opponents call the figure')).toMatchObject({ state: 'exact' })
  })
  test('across the end of a paragraph', () => {
    expect(carry(page, `New.\n${page}`, 'was admitted.\nA budget')).toMatchObject({
      state: 'exact',
      quote: 'was admitted.\nA budget',
    })
  })
  test('with characters outside the basic plane before it and in it', () => {
    const before = `👩‍👩‍👧 ${page} 🇹🇼 𠮷野家`
    const after = `👍🏽👩‍👩‍👧 ${page} 🇹🇼 𠮷野家`
    expect(carry(before, after, '🇹🇼 𠮷野')).toMatchObject({ state: 'exact', quote: '🇹🇼 𠮷野' })
  })
  test('even when it is nothing but space', () => {
    expect(carryAnchors(page, `Now: ${page}`, [{ id: 'a', start: 3, end: 4 }])).toMatchObject([
      { state: 'exact', start: 8, quote: ' ' },
    ])
  })
})

group('a passage is moved', () => {
  test('when its paragraph was put elsewhere', () => {
    const after = [ferry, harbour, budget].join('\n')
    expect(carry(page, after, 'captain has been')).toEqual({
      state: 'moved',
      quote: 'captain has been',
      start: after.indexOf('captain has been'),
    })
    expect(carry(page, after, 'nine million')).toMatchObject({ state: 'exact' })
    expect(carry(版面, [渡輪, 港口, 預算].join('\n'), '服務了三十年')).toMatchObject({ state: 'moved' })
  })
  test('when its sentence went into another paragraph', () => {
    const after = [
      harbour,
      budget.replace(' Opponents call the figure a fantasy.', ''),
      `${ferry} Opponents call the figure a fantasy.`,
    ].join('\n')
    expect(carry(page, after, 'the figure a fantasy')).toMatchObject({ state: 'moved', quote: 'the figure a fantasy' })
  })
})

group('a passage is changed', () => {
  test('when a word inside it was replaced, put in or taken out', () => {
    const words = 'budget of nine million was approved'
    expect(carry(page, page.replace('nine', 'ten'), words)).toMatchObject({
      state: 'changed',
      quote: 'budget of ten million was approved',
    })
    expect(carry(page, page.replace('nine', 'about nine'), words)).toMatchObject({
      quote: 'budget of about nine million was approved',
    })
    expect(carry(page, page.replace('nine ', ''), words)).toMatchObject({ quote: 'budget of million was approved' })
    expect(carry(版面, 版面.replace('九百萬', '八百萬'), '通過九百萬元預算')).toMatchObject({
      state: 'changed',
      quote: '通過八百萬元預算',
    })
  })
  test('when its last word was replaced, which then belongs to it', () => {
    expect(carry(page, page.replace('Tuesday', 'Wednesday'), 'board met on Tuesday')).toMatchObject({
      quote: 'board met on Wednesday',
    })
  })
  test('but takes in nothing that was put in beside it', () => {
    expect(carry(page, page.replace('board met', 'port board met'), 'board met on Tuesday')).toMatchObject({
      state: 'exact',
    })
  })
  test('when only its punctuation was', () => {
    expect(carry(page, page.replace('closed doors.', 'closed doors!'), 'behind closed doors.')).toMatchObject({
      state: 'changed',
      quote: 'behind closed doors!',
    })
  })
  test('when it was edited and its paragraph moved', () => {
    const after = [ferry.replace('thirty', 'forty'), harbour, budget].join('\n')
    expect(carry(page, after, 'the line for thirty years')).toMatchObject({
      state: 'changed',
      quote: 'the line for forty years',
    })
  })
  test('rather than exact when half a word of it is left', () => {
    const after = page.replace('Nobody from the press', 'Nobody from the pressroom')
    expect(carry(page, after, 'from the press')).toMatchObject({ state: 'changed', quote: 'from the pressroom' })
  })
})

group('a passage is orphaned, with the place and words it had', () => {
  test('when its paragraph was taken out', () => {
    expect(carry(page, [harbour, ferry].join('\n'), 'nine million')).toEqual({
      state: 'orphaned',
      quote: 'nine million',
      start: page.indexOf('nine million'),
    })
  })
  test('when another sentence with some of the same small words stands in its stead', () => {
    const after = page.replace('Nobody from the press was admitted.', 'A plan for the west of the town was shown.')
    expect(carry(page, after, 'Nobody from the press was admitted')).toMatchObject({ state: 'orphaned' })
    const 改 = 版面.replace('媒體一律不得進入', '有人在外面不停地叫')
    expect(carry(版面, 改, '媒體一律不得進入')).toMatchObject({ state: 'orphaned' })
  })
  test('when its own was taken out, though a near-copy of the paragraph stands elsewhere', () => {
    const copy = harbour.replace('Tuesday', 'Friday').replace('met', 'sat')
    const after = [harbour.replace(' Nobody from the press was admitted.', ''), budget, ferry, copy].join('\n')
    expect(carry(page, after, 'Nobody from the press was admitted')).toMatchObject({ state: 'orphaned' })
  })
  test('in Simplified characters where it was in Traditional ones', () => {
    expect(carry(版面, '港务局周二闭门开会，媒体一律不得进入。', '預算，反對者說')).toMatchObject({ state: 'orphaned' })
  })
  test('when nothing is left at all', () => {
    expect(carry(page, '', 'nine million')).toMatchObject({ state: 'orphaned' })
    expect(carry(page, 'x', 'nine million')).toMatchObject({ state: 'orphaned' })
  })
})

group('a near-copy elsewhere does not win', () => {
  const copy = budget.replace('approved', 'waved through')
  test('over the original, untouched or edited', () => {
    const after = [copy, harbour, budget, ferry].join('\n')
    expect(carry(page, after, 'nine million')).toMatchObject({
      state: 'exact',
      start: after.lastIndexOf('nine million'),
    })
    const edited = [copy, harbour, budget.replace('two hours', 'three days').replace('figure', 'sum'), ferry].join('\n')
    expect(carry(page, edited, 'nine million')).toMatchObject({
      state: 'exact',
      start: edited.lastIndexOf('nine million'),
    })
  })
})

group('an editor’s record of the edit', () => {
  const twice = 'Yes, he said. Yes, he said.'
  test('tells apart what no comparison can', () => {
    const after = 'Yes, he said.'
    const second = [{ id: 'a', start: 14, end: 27 }]
    expect(carryAnchors(twice, after, second, [[0, 14, 0]])).toMatchObject([{ state: 'exact', start: 0, end: 13 }])
    expect(carryAnchors(twice, after, second, [[13, 27, 0]])).toMatchObject([{ state: 'orphaned' }])
  })
  test('is counted in code points and still lets moved words be found', () => {
    const before = `𠮷${page}`
    const after = `𠮷${[ferry, harbour, budget].join('\n')}`
    const start = 1 + page.indexOf('captain has been')
    const replaced = [
      [1, 1, ferry.length + 1],
      [page.length - ferry.length, page.length + 1, 0],
    ] as const
    const [carried] = carryAnchors(before, after, [{ id: 'a', start, end: start + 16 }], replaced)
    expect(carried).toMatchObject({ state: 'moved', quote: 'captain has been' })
  })
  test('does not leave an anchor on a part of what is another word now', () => {
    const before = 'What he said was heard by everyone on the pier.'
    const at = before.indexOf('he')
    const after = `${before.slice(0, at + 2)}re${before.slice(at + 2)}`
    const [carried] = carryAnchors(before, after, [{ id: 'a', start: at, end: at + 2 }], [[at + 2, at + 2, 2]])
    expect(carried).not.toMatchObject({ state: 'exact' })
    const [beside] = carryAnchors(before, `${before.slice(0, at + 2)}, who ${before.slice(at + 3)}`, [{ id: 'a', start: at, end: at + 2 }], [[at + 2, at + 3, 6]])
    expect(beside).toMatchObject({ state: 'exact', start: at, quote: 'he' })
  })
  test('still knows a word that was respelt in it', () => {
    const before = 'The colour of the pier changed overnight.'
    const after = before.replace('colour', 'color')
    const [carried] = carryAnchors(before, after, [{ id: 'a', start: 4, end: 10 }], [[8, 9, 0]])
    expect(carried).toMatchObject({ state: 'changed', quote: 'color' })
  })
  test('is passed over where it does not fit the texts', () => {
    const start = page.indexOf('nine million')
    for (const replaced of [[[0, 5, 99]], [[9, 3, 0]], [[0, 0, 1]]] as const) {
      const [carried] = carryAnchors(page, `New. ${page}`, [{ id: 'a', start, end: start + 12 }], replaced)
      expect(carried).toMatchObject({ state: 'exact', start: start + 5 })
    }
  })
})

test('an anchor outside the text is a bug and throws', () => {
  expect(() => carryAnchors('short', 'shorter', [{ id: 'a', start: 2, end: 9 }])).toThrow(RangeError)
})
