import { describe, expect, it } from 'vitest'
import { directionOf } from './use-undo-keys'

const bare = { ctrlKey: false, metaKey: false, altKey: false, shiftKey: false }

describe('the keys of undoing', () => {
  it.each([
    ['Ctrl+Z', { key: 'z', ctrlKey: true }, 'undo'],
    ['Cmd+Z', { key: 'z', metaKey: true }, 'undo'],
    ['Ctrl+Z under Caps Lock', { key: 'Z', ctrlKey: true }, 'undo'],
    ['Ctrl+Shift+Z', { key: 'Z', ctrlKey: true, shiftKey: true }, 'redo'],
    ['Cmd+Shift+Z', { key: 'z', metaKey: true, shiftKey: true }, 'redo'],
    ['Ctrl+Y', { key: 'y', ctrlKey: true }, 'redo'],
    ['Z alone', { key: 'z' }, null],
    ['Ctrl+Alt+Z', { key: 'z', ctrlKey: true, altKey: true }, null],
    ['Ctrl+X', { key: 'x', ctrlKey: true }, null],
  ])('%s', (_, press, direction) => expect(directionOf({ ...bare, ...press })).toBe(direction))
})
