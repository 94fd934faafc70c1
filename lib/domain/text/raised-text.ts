import { normalForm } from './normal-form'

/**
 * Raised and lowered text as characters of their own. The canonical text has no place for how a letter is set, and ten to
 * the sixth must not read as 106, in a quotation, an export or a search either.
 */

const digits = '0123456789+-=()'
const raisedForms: Record<string, string> = {
  ...paired(digits, '⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾'),
  ...paired('abcdefghijklmnoprstuvwxyz', 'ᵃᵇᶜᵈᵉᶠᵍʰⁱʲᵏˡᵐⁿᵒᵖʳˢᵗᵘᵛʷˣʸᶻ'),
}
const loweredForms: Record<string, string> = {
  ...paired(digits, '₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎'),
  ...paired('aehijklmnoprstuvx', 'ₐₑₕᵢⱼₖₗₘₙₒₚᵣₛₜᵤᵥₓ'),
}

/** `raised('6')` is `⁶`, `raised('-12')` is `⁻¹²`, `raised('1/2')` is `^(1/2)`, `raised('th')` and `raised('®')` stay. */
export const raised = (text: string): string => shifted(text, raisedForms, '^')

/** `lowered('2')` is `₂`, as in H₂O; `lowered('max')` stays, `lowered('2,5')` is `_(2,5)`. */
export const lowered = (text: string): string => shifted(text, loweredForms, '_')

/**
 * Digits and signs become their own forms; what has none is marked and bracketed where it could be read as going on the
 * number before it. Words (20th, Mme), symbols (®) and what stands in brackets already ([1]) cannot.
 */
function shifted(text: string, forms: Record<string, string>, mark: string): string {
  const plain = text.trim()
  const folded = Array.from(normalForm(plain.slice(0, longest), 'NFKC').replace(/[−–—]/g, '-'))
  if (folded.length === 0 || plain.length > longest) return text
  const inForms = folded.map((character) => forms[character])
  const countable = /[\p{N}+-]/u.test(folded[0] ?? '')
  if (!countable && folded.length > 1) return text
  if (inForms.every((form) => form !== undefined)) return text.replace(plain, () => inForms.join(''))
  return countable ? text.replace(plain, () => `${mark}(${plain})`) : text
}

/** In UTF-16 units: what is longer is no exponent and no number of a note. */
const longest = 40

function paired(from: string, to: string): Record<string, string> {
  const forms = [...to]
  return Object.fromEntries([...from].map((character, i) => [character, forms[i] ?? character]))
}
