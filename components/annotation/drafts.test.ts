import { expect, test } from 'vitest'
import { codePointIndex } from '@/lib/domain/text/code-points'
import { placeOfDraft } from './drafts'

const fields = { note: null, evidence: [], confidence: null, sourceName: '' }
const on = (text: string) => ({ text, index: codePointIndex(text) })

test.each([
  ['where it was', 'the bridge is safe', { start: 4, end: 10 }],
  ['where its words went, counted in code points', '𠮷 So the bridge is safe', { start: 9, end: 15 }],
  ['nowhere when its words are gone', 'the tunnel is safe', null],
  ['nowhere when its words stand twice', 'a bridge, another bridge', null],
  ['nowhere when the text has become shorter', 'the', null],
])('a draft is continued %s', (_, text, place) => {
  expect(placeOfDraft(on(text), { span: { start: 4, end: 10 }, quote: 'bridge', fields, base: null })).toEqual(place)
})
