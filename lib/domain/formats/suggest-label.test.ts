import { expect, test } from 'vitest'
import { readingCodebook } from '../codebook/reading'
import type { LabelRef } from '../codebook/codebook'
import { suggestLabel } from './suggest-label'

const names: Record<string, string[]> = { 'loaded-language': ['Loaded language', '情緒用語'], opinion: ['Opinion', '意見'], doubt: ['意見'] }
const namesOf = ({ label }: LabelRef) => names[label] ?? []

const cases: [string, string | null][] = [
  ['loaded_language', 'framing:loaded-language'],
  ['LOADED LANGUAGE', 'framing:loaded-language'],
  ['framing: Loaded language', 'framing:loaded-language'],
  ['Technique/Loaded-Language', 'framing:loaded-language'],
  ['情緒用語', 'framing:loaded-language'],
  ['Ｏｐｉｎｉｏｎ', 'statement:opinion'],
  ['Bandwagon', 'framing:appeal-to-popularity'],
  ['意見', null],
  ['my own tag', null],
  ['', null],
  ['!!', null],
]
test.each(cases)('%s', (name, expected) => {
  const ref = suggestLabel(name, readingCodebook, namesOf)
  expect(ref && `${ref.dimension}:${ref.label}`).toBe(expected)
})
