import type { Codebook, LabelRef } from '../codebook/codebook'
import { findLabel } from '../codebook/registry'

/**
 * The published name of the technique that a framing label is, or null for a label of another list. It stands at the
 * head of the label's citation: `Loaded_Language` for loaded-language.
 */
export function techniqueOf(codebook: Codebook, ref: LabelRef): string | null {
  if (ref.dimension !== 'framing') return null
  return /^([A-Za-z][\w-]*), in Piskorski et al\. \(2023\)/.exec(findLabel(codebook, ref)?.source ?? '')?.[1] ?? null
}

/**
 * The framing label that a technique of SemEval-2023 Task 3, or of the Propaganda Techniques Corpus before it, is in this
 * codebook; null for any other. Case, and what stands between the words, do not count, since the corpora differ in them.
 */
export function labelOfTechnique(codebook: Codebook, technique: string): LabelRef | null {
  const words = plain(technique)
  const name = renamed[words] ?? words
  const found = codebook.labels.framing.find(({ id }) => plain(techniqueOf(codebook, { dimension: 'framing', label: id }) ?? '') === name)
  return found ? { dimension: 'framing', label: found.id } : null
}

const plain = (technique: string) => technique.toLowerCase().replace(/é/g, 'e').replace(/[\s_,/&-]+/g, ' ').trim()

/** Names of Da San Martino et al. (2019) for what SemEval-2023 calls otherwise. Its merged classes are none of them. */
const renamed: Readonly<Record<string, string>> = {
  'exaggeration minimization': 'exaggeration minimisation',
  'black and white fallacy': 'false dilemma no choice',
  'black and white fallacy dictatorship': 'false dilemma no choice',
  'thought terminating cliches': 'conversation killer',
  'thought terminating cliche': 'conversation killer',
  'reductio ad hitlerum': 'guilt by association',
  bandwagon: 'appeal to popularity',
  'obfuscation intentional vagueness confusion': 'obfuscation vagueness confusion',
  obfuscation: 'obfuscation vagueness confusion',
  'straw men': 'straw man',
  'name calling': 'name calling labeling',
}
