import { expect, test } from 'vitest'
import type { Row } from '@/lib/domain/text/compare'
import { foldRows } from './fold-rows'

const rowsOf = (signs: string): Row[] =>
  [...signs].map((sign, i) => ({ kind: sign === '=' ? 'same' : 'changed', old: i, next: i, pieces: [] }))
const shown = (signs: string) => foldRows(rowsOf(signs)).map((entry) => ('row' in entry ? (entry.row.kind === 'same' ? '=' : 'x') : entry.folded.length)).join('')

test.each([
  ['xx', 'xx'],
  ['x==x', 'x==x'],
  ['x====x', 'x====x'],
  ['x=====x', 'x=3=x'],
  ['=====x', '4=x'],
  ['x=====', 'x=4'],
  ['x=', 'x='],
  ['=', '='],
  ['======', '6'],
])('%s is shown as %s', (signs, expected) => {
  expect(shown(signs)).toBe(expected)
})
