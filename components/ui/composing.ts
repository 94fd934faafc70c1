import type { KeyboardEvent as ReactKeyboardEvent } from 'react'
import { takesText } from './takes-text'

/** What a browser calls every key that an input method has taken. */
const taken = 229

/**
 * Whether a key belongs to an input method that is composing (Zhuyin, Pinyin, Kana, dead keys): nobody else acts on it.
 * Every handler of keys asks this first. Safari tells of the Enter or Escape that ended a composition only after its end,
 * so that `isComposing` is false again; the code is still that of a taken key. Outside of fields nothing can be composed:
 * there a key whose character an input method hides (`Process`) is a key like any other.
 */
export function isComposing(event: KeyboardEvent | ReactKeyboardEvent): boolean {
  const { isComposing: composing, keyCode, key, target } = 'nativeEvent' in event ? event.nativeEvent : event
  return composing || (keyCode === taken && (key !== 'Process' || takesText(target)))
}
