/** One element of a header that is a list: its value, and its parameters by their lower-case names. */
export type HeaderElement = { value: string; parameters: ReadonlyMap<string, string> }

/**
 * The elements of a header such as `Accept`, `Prefer` or `Content-Type`: separated by commas, their parameters by
 * semicolons, values bare or in quotation marks (RFC 9110, section 5.6). Of a parameter that is said twice the first
 * counts; empty elements are left out, as the RFC asks. `a;q=0.5, b;x="1,2"` has two elements. Never throws.
 */
export function headerList(header: string): HeaderElement[] {
  return split(header, ',').flatMap((element) => {
    const [value = '', ...rest] = split(element, ';')
    if (value === '') return []
    const parameters = new Map<string, string>()
    for (const each of rest) {
      const [name, content] = pairOf(each)
      if (name !== '' && !parameters.has(name)) parameters.set(name, content)
    }
    return [{ value, parameters }]
  })
}

/** `name=value` as a lower-case name and the value without its quotation marks; without `=` the value is empty. */
export function pairOf(text: string): [name: string, value: string] {
  const at = text.indexOf('=')
  if (at < 0) return [text.trim().toLowerCase(), '']
  return [text.slice(0, at).trim().toLowerCase(), unquoted(text.slice(at + 1).trim())]
}

/** Splits outside quotation marks; a mark that is never closed reaches to the end. */
function split(text: string, separator: ',' | ';'): string[] {
  const parts: string[] = []
  let from = 0
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at]
    if (quoted && character === '\\') at += 1
    else if (character === '"') quoted = !quoted
    else if (!quoted && character === separator) {
      parts.push(text.slice(from, at).trim())
      from = at + 1
    }
  }
  return [...parts, text.slice(from).trim()]
}

const unquoted = (text: string) => (/^".*"$/s.test(text) ? text.slice(1, -1).replace(/\\(.)/gs, '$1') : text)
