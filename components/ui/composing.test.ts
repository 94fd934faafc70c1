// @vitest-environment jsdom
import { afterEach, describe, expect, it } from 'vitest'
import { isComposing } from './composing'

const fields = ['<input>', '<textarea></textarea>', '<div contenteditable="true"></div>']

/** What the guard says of a key pressed in an element of that HTML. */
function pressedIn(html: string, init: KeyboardEventInit & { keyCode?: number }): boolean | null {
  document.body.innerHTML = html
  let said: boolean | null = null
  document.addEventListener('keydown', (event) => (said = isComposing(event)), { once: true })
  document.body.firstElementChild?.dispatchEvent(new KeyboardEvent('keydown', { bubbles: true, ...init }))
  return said
}
afterEach(() => document.body.replaceChildren())

describe('a key of an input method', () => {
  it.each(fields)('is none of ours while something is composed in %s', (html) => {
    expect(pressedIn(html, { key: 'Escape', isComposing: true, keyCode: 27 })).toBe(true)
    expect(pressedIn(html, { key: 'Process', isComposing: true, keyCode: 229 })).toBe(true)
  })
  it.each(fields)('is none of ours when Safari tells of it after the composition in %s', (html) => {
    expect(pressedIn(html, { key: 'Enter', isComposing: false, keyCode: 229 })).toBe(true)
    expect(pressedIn(html, { key: 'Escape', isComposing: false, keyCode: 229 })).toBe(true)
  })
  it('is one where nothing can be composed and the input method only hides the character', () => {
    expect(pressedIn('<article></article>', { key: 'Process', code: 'KeyQ', keyCode: 229 })).toBe(false)
  })
})

describe('a key of the keyboard', () => {
  it.each([...fields, '<article></article>'])('is ours in %s', (html) => {
    expect(pressedIn(html, { key: 'q', keyCode: 81 })).toBe(false)
    expect(pressedIn(html, { key: 'Escape', keyCode: 27 })).toBe(false)
  })
})
