import { describe, expect, it } from 'vitest'
import { changedPart } from './changed-part'

describe('changedPart', () => {
  it.each([
    ['abc', 'abc', '', ''],
    ['abc', 'abxc', '', 'x'],
    ['abxc', 'abc', 'x', ''],
    ['abc', 'axc', 'b', 'x'],
    ['', 'ab', '', 'ab'],
    ['ab', '', 'ab', ''],
    ['aa', 'aaa', '', 'a'],
    ['abcde', 'axcye', 'bcd', 'xcy'],
  ])('of %s and %s', (old, next, gone, come) => {
    const { first, oldEnd, nextEnd } = changedPart([...old], [...next])
    expect([old.slice(first, oldEnd), next.slice(first, nextEnd)]).toEqual([gone, come])
  })
})
