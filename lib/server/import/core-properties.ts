import 'server-only'
import { lowered, raised } from '@/lib/domain/text/raised-text'

/** Core properties of an honest document take some hundred characters. */
const longest = 100_000

/**
 * What a Word file's `docProps/core.xml` says of a property (`dc:title`), as plain words; empty where it says nothing. Takes
 * time in proportion to the text, whatever it is made of: no tag is looked for twice.
 */
export function coreProperty(core: string, name: string): string {
  const xml = core.slice(0, longest)
  const opening = `<${name}`
  for (let at = xml.indexOf(opening); at >= 0; at = xml.indexOf(opening, at + opening.length)) {
    if (!/[\s>]/.test(xml.charAt(at + opening.length))) continue
    const begin = xml.indexOf('>', at) + 1
    const end = xml.indexOf('<', begin)
    return begin > 0 && end >= 0 && xml.startsWith(`</${name}>`, end) ? wordsOf(xml.slice(begin, end)) : ''
  }
  return ''
}

/** The words of a piece of XML or of the simple HTML of a Word file's reader, without tags; raised and lowered ones stay so. */
export function wordsOf(markup: string): string {
  // A tag has no `<` inside, so that none is begun anew from every `<` that is never closed.
  const text = markup
    .replace(/<(sup|sub)>([^<]*)<\/\1>/g, (_, tag: string, words: string) => (tag === 'sup' ? raised(words) : lowered(words)))
    .replace(/<[^<>]*>/g, '')
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', "'").replaceAll('&amp;', '&')
}

/** The first element that begins with `opening` and ends with the next `closing`, whole; null where there is none. */
export function firstElement(markup: string, opening: string, closing: string): string | null {
  const at = markup.indexOf(opening)
  const end = at < 0 ? -1 : markup.indexOf(closing, at)
  return end < 0 ? null : markup.slice(at, end + closing.length)
}
