import { EditorState } from '@tiptap/pm/state'
import { expect, test } from 'vitest'
import { articleSchema } from '@/lib/document/article-schema'
import type { ArticleDocument } from '@/lib/domain/text/document'
import { editRecord } from './edit-record'

/** An editor without a screen: words typed at a position, everything taken down. */
function editor(text: string, begun: Parameters<typeof editRecord>[0]) {
  const record = editRecord(begun)
  const doc = articleSchema.nodeFromJSON({ type: 'doc', content: [{ type: 'paragraph', content: [{ type: 'text', text }] }] })
  let state = EditorState.create({ doc })
  const json = () => state.doc.toJSON() as ArticleDocument
  return {
    record,
    type(words: string, at: number) {
      const transaction = state.tr.insertText(words, at)
      record.note(transaction.mapping.maps, () => transaction.before.toJSON() as ArticleDocument)
      state = state.apply(transaction)
    },
    read: () => record.read(json()),
  }
}

test('a draft continued is recorded from where the draft began', () => {
  const { type, read } = editor('New. The pier is closed.', [[0, 0, 5]])
  expect(read()).toEqual([[0, 0, 5]])
  type(' today', 24)
  expect(read()).toEqual([[0, 0, 5], [18, 18, 6]])
})

test('a draft of which nothing is known stays so', () => {
  const { type, read } = editor('The pier is closed.', null)
  type('x', 1)
  expect(read()).toBeNull()
})

test('after a save only what was written since it was sent counts, also what was written meanwhile', () => {
  const { record, type, read } = editor('The pier is closed.', [])
  type('Today: ', 1)
  record.sent()
  type('!', 27)
  expect(read()).toEqual([[0, 0, 7], [19, 19, 1]])
  record.saved()
  expect(read()).toEqual([[26, 26, 1]])
})

test('a save that failed changes nothing', () => {
  const { record, type, read } = editor('The pier is closed.', [])
  type('Today: ', 1)
  record.sent()
  type('!', 27)
  record.sent()
  expect(read()).toEqual([[0, 0, 7], [19, 19, 1]])
})

test('on top of another revision nothing is known until the next save', () => {
  const { record, type, read } = editor('The pier is closed.', [])
  record.rebased()
  type('x', 1)
  expect(read()).toBeNull()
  record.sent()
  record.saved()
  type('y', 1)
  expect(read()).toEqual([[0, 0, 1]])
})
