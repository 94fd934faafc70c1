import { expect, test } from 'vitest'
import { isTelling, isVisible } from './visible'

test.each(['', ' ', '\n\t', '\u3000', '\u00A0\u2003', '\u200B', '\u2060\uFEFF', '\u200D', '\u00AD', '\u3164', '\u115F\u1160', '\uFFA0', '\u2800', '\uFE0F', '\u0000\u001B', '\u2028'])('%j shows nothing', (text) => {
  expect([isVisible(text), isTelling(text)]).toEqual([false, false])
})
test.each(['a', '。', ' x ', '👨‍👩‍👧', '字', '—'])('%j shows something', (text) => expect([isVisible(text), isTelling(text)]).toEqual([true, true]))
test('a mark alone is seen, and tells nothing', () => expect([isVisible('\u0301'), isTelling('\u0301')]).toEqual([true, false]))
