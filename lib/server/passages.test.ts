import { expect, it } from 'vitest'
import { codePointIndex } from '@/lib/domain/text/code-points'
import { findPassages, passageAtPosition } from './passages'

const text = '市長說：「明天動工。」居民說：「明天動工。」 Nobody asked 👩‍👩‍👧 them.'
const on = { text, index: codePointIndex(text) }
const at = (exact: string) => {
  const start = [...text.slice(0, text.indexOf(exact))].length
  return { start, end: start + [...exact].length }
}

it('tells by its position alone a passage that stands there', () => {
  expect(passageAtPosition(on, { quote: { exact: '動工' }, position: at('動工') })).toEqual(at('動工'))
  expect(passageAtPosition(on, { quote: null, position: { start: 0, end: 2 } })).toEqual({ start: 0, end: 2 })
})

it('looks for words that stand elsewhere than their position says', () => {
  const moved = { quote: { exact: 'Nobody asked' }, position: { start: 0, end: 12 } }
  expect(passageAtPosition(on, moved)).toBeNull()
  expect(findPassages(text, [moved])).toEqual([at('Nobody asked')])
})

it.each([
  ['a position beyond the text', { quote: null, position: { start: 0, end: 10_000 } }, 'passageOutside'],
  ['no words at all', { quote: { exact: ' \n' }, position: null }, 'passageEmpty'],
  ['nothing that can be seen', { quote: null, position: at(' Nobody').start ? { start: at(' Nobody').start, end: at(' Nobody').start + 1 } : null }, 'passageEmpty'],
  ['half a family', { quote: null, position: { start: at('👩‍👩‍👧').start, end: at('👩‍👩‍👧').start + 1 } }, 'passageCutsCharacter'],
  ['words that stand twice', { quote: { exact: '明天動工' }, position: null }, 'passageUnclear'],
  ['words that are not there', { quote: { exact: 'entirely different words' }, position: null }, 'passageNotFound'],
] as const)('says what is wrong with %s', (_, passage, code) => {
  expect(findPassages(text, [passage])).toEqual([code])
})

