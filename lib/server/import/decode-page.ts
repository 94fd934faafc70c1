import 'server-only'

/**
 * The text of a page's bytes. A byte order mark decides; then, since no other encoding looks like it by chance, UTF-8
 * where the bytes are valid; then the labels of the header and of the page, the first that fits without a fault. A label
 * of one byte a character fits everything, so that before it whichever old encoding of East Asia reads as words is taken.
 */
export function decodePage(bytes: Uint8Array, contentType: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : null
  if (marked) return new TextDecoder(marked).decode(bytes)
  const labels = [labelOf(contentType), labelOf(latin(bytes.subarray(0, 4_096)))].filter((label) => label !== null)
  const utf8 = strictly('utf-8', bytes)
  // Escape sequences are all ASCII; there the label is asked first.
  if (utf8 !== null && !labels.some((label) => label.startsWith('iso-2022'))) return utf8
  const read = (fit: (label: string) => boolean) => labels.filter(fit).map((label) => strictly(label, bytes)).find((text) => text !== null)
  return read((label) => !fitsAll(label)) ?? utf8 ?? guess(bytes) ?? read(fitsAll) ?? nearly(labels, bytes) ?? latin(bytes)
}

const fitsAll = (label: string) => /^(windows-|iso-8859|koi8|ibm|macintosh|x-mac|x-user)/.test(label)

/** The encoding that a header or the start of a page names, in the name that decoders know it by. */
function labelOf(source: string): string | null {
  const named = /charset\s*=\s*["']?\s*([a-z0-9_.:-]+)/i.exec(source)?.[1] ?? /^<\?xml[^>]*encoding\s*=\s*["']([a-z0-9_.:-]+)/i.exec(source)?.[1]
  try {
    return named === undefined ? null : new TextDecoder(named).encoding
  } catch (error) {
    if (error instanceof RangeError) return null
    throw error
  }
}

function strictly(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}

/** A label that fits but for one character in two thousand: a page with a broken byte or two. */
function nearly(labels: string[], bytes: Uint8Array): string | null {
  const texts = ['utf-8', ...labels].map((label) => new TextDecoder(label).decode(bytes))
  return texts.find((text) => (text.match(/\ufffd/g)?.length ?? 0) < text.length / 2_000) ?? null
}

function guess(bytes: Uint8Array): string | null {
  const read = ['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr'].flatMap((label) => strictly(label, bytes) ?? [])
  const counted = read.map((text) => ({ text, words: text.match(frequent)?.length ?? 0 })).sort((a, b) => b.words - a.words)
  const best = counted[0]
  return best && best.words * 12 > (best.text.match(/[^\0-\x7f]/g)?.length ?? 0) ? best.text : null
}

/** What hardly a sentence of Chinese, Japanese or Korean is without. */
const frequent = /[的一是在不了有和人這这中大為为上個个國国我以要他のはをにがでるた이다는을의에]/g
const latin = (bytes: Uint8Array) => new TextDecoder('windows-1252').decode(bytes)
