import { describe, expect, it } from 'vitest'
import { keyOf, type KeyPress } from './palette-keys'

const press = (key: string, more: Partial<KeyPress> = {}): KeyPress => ({
  key, code: '', shiftKey: false, ctrlKey: false, metaKey: false, altKey: false, capsLock: false, ...more,
})

describe('keyOf', () => {
  it.each<[string, KeyPress, string | null]>([
    ['a plain key', press('q'), 'q'],
    ['Shift', press('A', { shiftKey: true }), 'A'],
    ['Caps Lock alone', press('A', { capsLock: true }), 'a'],
    ['Caps Lock and Shift', press('a', { capsLock: true, shiftKey: true }), 'A'],
    ['a copy shortcut', press('c', { ctrlKey: true }), null],
    ['an arrow', press('ArrowDown', { code: 'ArrowDown' }), null],
    ['a Chinese input method', press('Process', { code: 'KeyW' }), 'w'],
    ['a Chinese input method and Shift', press('Process', { code: 'KeyW', shiftKey: true }), 'W'],
    ['a figure under an input method', press('Process', { code: 'Digit3' }), '3'],
    ['a Russian layout', press('й', { code: 'KeyQ' }), 'q'],
    ['a full-width question mark', press('？', { code: 'Slash', shiftKey: true }), '?'],
    ['a Chinese full stop', press('。', { code: 'Period' }), '.'],
  ])('reads %s', (_, event, expected) => expect(keyOf(event)).toBe(expected))
})
