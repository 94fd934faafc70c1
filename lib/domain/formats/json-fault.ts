type Expected = 'value' | 'first value' | 'key' | 'first key' | 'colon' | 'comma'

const token = /"[^"\\\x00-\x1f]*(?:\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})[^"\\\x00-\x1f]*)*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[[\]{},:]/y

/**
 * Where a text stops being JSON, as a UTF-16 index: the first character that no JSON text could have there, or its end.
 * For texts that `JSON.parse` refuses, whose own message names no place that can be relied on.
 */
export function jsonFault(text: string): number {
  const open: ('[' | '{')[] = []
  let expected: Expected = 'value'
  let at = 0
  while (at < text.length) {
    while (' \t\r\n'.includes(text[at] ?? '.')) at += 1
    token.lastIndex = at
    const sign = token.exec(text)?.[0]
    const next: Expected | null = sign === undefined ? null : step(expected, sign, open)
    if (sign === undefined || next === null) return at
    expected = next
    at += sign.length
  }
  return at
}

/** What may follow a token, or null where it should not be there; `open` is what brackets are open. */
function step(expected: Expected, sign: string, open: ('[' | '{')[]): Expected | null {
  if (expected === 'colon') return sign === ':' ? 'value' : null
  if (sign === ']' || sign === '}') {
    const [first, bracket] = sign === ']' ? (['first value', '['] as const) : (['first key', '{'] as const)
    return (expected === first || expected === 'comma') && open.pop() === bracket ? 'comma' : null
  }
  if (expected === 'comma') return sign !== ',' || open.length === 0 ? null : open.at(-1) === '[' ? 'value' : 'key'
  if (expected === 'key' || expected === 'first key') return sign.startsWith('"') ? 'colon' : null
  if (sign === '[' || sign === '{') {
    open.push(sign)
    return sign === '[' ? 'first value' : 'first key'
  }
  return sign === ',' || sign === ':' ? null : 'comma'
}
