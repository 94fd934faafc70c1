/** What a keyboard event must tell. */
export type KeyPress = Pick<KeyboardEvent, 'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey'> & { capsLock: boolean }

/**
 * The character a label's key is compared with: lower case without Shift, upper case with it, whatever Caps Lock says.
 * While a Chinese input method is on, the browser hides the character (`Process`), and the place of the key on the
 * keyboard says it instead. Null where the press means something else.
 */
export function keyOf(press: KeyPress): string | null {
  if (press.ctrlKey || press.metaKey || press.altKey) return null
  const { key } = press
  if (key === 'Process' || key === 'Unidentified') return keyOfPlace(press)
  if ([...key].length !== 1) return null
  if (/^[\x20-\x7e]$/.test(key)) return press.capsLock && /[a-z]/i.test(key) ? swapCase(key) : key
  // A layout of another script, or an input method that shows its own sign (，。？ for , . ?).
  return keyOfPlace(press)
}

function keyOfPlace({ code, shiftKey }: KeyPress): string | null {
  const letter = /^Key([A-Z])$/.exec(code)?.[1]
  if (letter) return shiftKey ? letter : letter.toLowerCase()
  if (code === 'Slash') return shiftKey ? '?' : '/'
  const sign = ({ Period: '.', Comma: ',' } as Record<string, string | undefined>)[code] ?? /^Digit(\d)$/.exec(code)?.[1]
  return shiftKey ? null : (sign ?? null)
}

const swapCase = (key: string) => (key === key.toLowerCase() ? key.toUpperCase() : key.toLowerCase())

export const pressOf = (event: KeyboardEvent): KeyPress => ({
  key: event.key,
  code: event.code,
  shiftKey: event.shiftKey,
  ctrlKey: event.ctrlKey,
  metaKey: event.metaKey,
  altKey: event.altKey,
  capsLock: event.getModifierState('CapsLock'),
})
