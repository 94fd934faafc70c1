import { describe, expect, test } from 'vitest'
import { problemsOf } from '../problem'
import { nameLine } from './line'
import { storedText } from './storable'

const first = (schema: ReturnType<typeof nameLine>, text: string) => {
  const parsed = schema.safeParse(text)
  return parsed.success ? parsed.data : problemsOf(parsed.error)[0]?.code
}
const marks = (count: number) => '\u0301\u0323'.repeat(count).slice(0, count)

describe('a name', () => {
  test.each([
    ['Vietnamese', 'Nguye\u0302\u0303n', 'Nguyễn'],
    ['Hebrew with points and accents', 'בְּרֵאשִׁ֖ית', 'בְּרֵאשִׁ֖ית'.normalize('NFC')],
    ['Arabic with vowels', 'مُحَمَّدٌ', 'مُحَمَّدٌ'.normalize('NFC')],
    ['Burmese', 'မြွှေ့', 'မြွှေ့'.normalize('NFC')],
    ['Tibetan of seven signs', 'ཧྐྵྨླྺྼྻ', 'ཧྐྵྨླྺྼྻ'.normalize('NFC')],
    ['Devanagari', 'क्षत्रिय', 'क्षत्रिय'],
    ['a family', '👩‍👩‍👧 und ❤️', '👩‍👩‍👧 und ❤️'],
    ['eighty signs of two units', '🐢'.repeat(80), '🐢'.repeat(80)],
    ['eighty letters with accents of their own', 'e\u0301'.repeat(80), 'é'.repeat(80)],
  ])('of any script passes: %s', (_, given, kept) => expect(first(nameLine(80), given)).toBe(kept))

  test.each([
    ['seventy marks on one letter', `A${marks(70)}`],
    ['nine marks on one letter', `A${marks(9)}`],
    ['six accents on each of three letters', `A${marks(6)}b${marks(6)}c${marks(6)}`],
    ['marks with something invisible between them', `A${'\u0301\u200D'.repeat(9)}`],
    ['marks with a joiner of graphemes between them', `A${'\u0301\u034F'.repeat(9)}`],
    ['rings around a letter', `A${'\u20DD'.repeat(6)}`],
    ['marks before any letter', `${marks(31)}A`],
  ])('with %s is refused', (_, given) => expect(first(nameLine(80), given)).toBe('tooManyMarks'))

  test.each(['\u3164', '\u2800 \u2800', '\u115F\u1160', '\uFFA0', '\u200B\u2060', '\uFE0F', '\u00AD'])('of nothing that can be seen is none: %j', (given) => {
    expect(first(nameLine(80), given)).toBe('required')
  })

  test('has its length looked at before anything else', () => {
    expect(first(nameLine(80), marks(321))).toBe('tooLong')
    expect(first(nameLine(80), ' '.repeat(5_000_000))).toBe('tooLong')
    expect(first(nameLine(80), '🐢'.repeat(81))).toBe('tooLong')
  })
})

describe('a block of text', () => {
  test('keeps its lines, and up to thirty marks in a row', () => {
    expect(storedText(100).parse(` one\ntwo${marks(30)} `)).toBe(`one\ntwo${marks(30)}`)
  })
  test.each([
    [`x${marks(31)}`, 'tooManyMarks'], ['ﾞ'.repeat(31), 'tooManyMarks'], ['a\0', 'unstorable'], ['a\uD800', 'unstorable'],
    ['x'.repeat(101), 'tooLong'], ['\u0301'.repeat(400_000), 'tooLong'], ['\uFDFA'.repeat(401), 'tooLong'],
  ])('refuses %#', (given, code) => expect(problemsOf(storedText(100).safeParse(given).error!)[0]?.code).toBe(code))
})
