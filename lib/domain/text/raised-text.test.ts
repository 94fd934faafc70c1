import { expect, test } from 'vitest'
import { lowered, raised } from './raised-text'

test.each([
  ['6', '⁶'],
  ['-12', '⁻¹²'],
  ['−12', '⁻¹²'],
  ['６', '⁶'],
  ['n+1', 'n+1'],
  ['n', 'ⁿ'],
  ['e', 'ᵉ'],
  ['2n', '²ⁿ'],
  ['1/2', '^(1/2)'],
  ['2,5', '^(2,5)'],
  ['6千', '^(6千)'],
  ['th', 'th'],
  ['註1', '註1'],
  ['®', '®'],
  ['*', '*'],
  ['[1]', '[1]'],
  [' 2 ', ' ² '],
  ['$&', '$&'],
  ['', ''],
  [' ', ' '],
])('raised, %j is %j', (text, readable) => expect(raised(text)).toBe(readable))

test.each([
  ['2', '₂'],
  ['x', 'ₓ'],
  ['max', 'max'],
  ['2,5', '_(2,5)'],
  ['+', '₊'],
])('lowered, %j is %j', (text, readable) => expect(lowered(text)).toBe(readable))

test('a long text is looked at no further than its length', () => {
  const long = '1' + '\u0301'.repeat(400_000)
  expect(raised(long)).toBe(long)
})
