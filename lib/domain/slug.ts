import { normalForm } from './text/normal-form'

/**
 * The part of an article's address made from its title: letters and digits of any script, in lower case and NFC, with
 * hyphens between; at most 60 code points, cut at a hyphen where one is near. Chinese stays Chinese, which browsers show
 * readably. 'Who said so? A night in Lyon' gives 'who-said-so-a-night-in-lyon'. Never empty.
 */
export function slugOf(title: string): string {
  const words = normalForm(title, 'NFC').toLowerCase().replace(/['’]/g, '').match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  const characters = [...words.join('-')]
  if (characters.length <= longest) return characters.join('') || 'article'
  const cut = characters.slice(0, longest)
  const hyphen = characters[longest] === '-' ? longest : cut.lastIndexOf('-')
  return cut.slice(0, hyphen > longest / 2 ? hyphen : longest).join('')
}

/** `slug` for the first of a name, `slug-2`, `slug-3` … for the next ones. `new` is the address of the form, so nobody's. */
export function numberedSlug(slug: string, number: number): string {
  if (reserved.has(slug)) return numberedSlug(`${slug}-article`, number)
  return number === 1 ? slug : `${slug}-${number}`
}

/**
 * The slug of an article that others do not see: with a mark drawn by lot (`suffix`) behind the title's words instead of a
 * number, so that neither it nor the number of the next public one of that title tells that it is there.
 */
export const privateSlug = (slug: string, suffix: string): string => `${slug}-${suffix}`

/** The slug that a segment of an address names: routers hand out what is not ASCII percent-encoded. */
export function slugFromSegment(segment: string): string {
  return segment.length <= longestSegment && !/%(?![0-9a-f]{2})/i.test(segment) ? decode(segment) : segment
}

const longest = 60
/** Characters of a segment that can be a slug: 60 of four bytes, each three characters, and a number. */
const longestSegment = 1_000
const reserved = new Set(['new'])

function decode(segment: string): string {
  try {
    return normalForm(decodeURIComponent(segment), 'NFC')
  } catch (error) {
    if (error instanceof URIError) return segment
    throw error
  }
}
