import type { Codebook, LabelRef } from '../codebook/codebook'
import { labelRefsOf } from '../codebook/registry'
import { normalForm } from '../text/normal-form'
import { labelOfTechnique } from './techniques'

/**
 * The label that a file's own name for one probably means: the same words as an id of the codebook, as a published
 * technique, or as one of the names (in any language) that `namesOf` gives. Case, spaces and signs do not count, nor does
 * what stands before a colon. Null where nothing is the same or two labels are. 'Loaded language' is loaded-language.
 */
export function suggestLabel(name: string, codebook: Codebook, namesOf: (ref: LabelRef) => readonly string[]): LabelRef | null {
  if (name.length > longestName) return null
  const forms = new Set([name, name.split(/[:：/]/).at(-1) ?? ''].map(plain).filter(Boolean))
  const same = labelRefsOf(codebook).filter((ref) => [ref.label, ...namesOf(ref)].some((each) => forms.has(plain(each))))
  return same.length === 1 ? (same[0] ?? null) : same.length > 1 ? null : labelOfTechnique(codebook, name)
}

/** UTF-16 units of the longest name that an import takes, before it was normalised. */
const longestName = 1_200
const plain = (name: string) => normalForm(name, 'NFKC').toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '')
