import { describe, expect, it } from 'vitest'
import { withoutRepeatedTitle } from './repeated-title'

describe('withoutRepeatedTitle', () => {
  it.each([
    ['# The pier\n\nIt fell.', 'The pier', 'It fell.'],
    ['\r\n#  The *pier* ##\r\nIt fell.', 'The pier', 'It fell.'],
    ['The pier\n===\n\nIt fell.', 'The pier', 'It fell.'],
    ['# 老碼頭\n\n它倒了。', '老碼頭', '它倒了。'],
    ['# Another\n\nIt fell.', 'The pier', '# Another\n\nIt fell.'],
    ['## The pier\n\nIt fell.', 'The pier', '## The pier\n\nIt fell.'],
    ['It fell.\n\n# The pier', 'The pier', 'It fell.\n\n# The pier'],
    ['# The pier', 'The pier', '# The pier'],
  ])('reads %j', (markdown, title, expected) => expect(withoutRepeatedTitle(markdown, title)).toBe(expected))
})
