/**
 * Whether a text is an address that a browser would run instead of opening: `javascript:` and its like, and `data:`, which
 * holds a page of its own. As lenient as the most lenient reader: whatever the case, with spaces and controls within, with
 * signs written as HTML writes them (`javascript&colon;alert(1)`). 'data: what the figures say' is none.
 */
export function isRunningAddress(text: string): boolean {
  const start = text.slice(0, reach)
  const plain = (start.includes('&') ? decoded(start) : start).replace(/[\s\p{C}]+/gu, '').toLowerCase()
  return /^(?:(?:javascript|vbscript|livescript|mocha|jscript):|data:(?:[\w.+-]+\/|[,;]))/.test(plain)
}

/** As much of a text as can come before its scheme ends. */
const reach = 2_000

const decoded = (text: string) =>
  text.replace(/&(?:#x0*([0-9a-f]{1,6})|#0*([0-9]{1,7})|(colon|tab|newline));?/gi, (_, hex?: string, decimal?: string, name?: string) => {
    if (name) return name.toLowerCase() === 'colon' ? ':' : ''
    const code = hex ? parseInt(hex, 16) : Number(decimal)
    return code <= 0x10ffff ? String.fromCodePoint(code) : ''
  })
