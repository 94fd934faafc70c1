import type { Codebook, Dimension } from './codebook'
import { framing } from './framing'
import { sourcing } from './sourcing'
import { statement } from './statement'

/**
 * The built-in codebook: 12 sourcing labels, 8 statement types, 23 persuasion techniques. Version 1 is published:
 * annotations and addresses name it, so its ids, order and keys stay as they are and a change is a version 2.
 */
export const readingCodebook = {
  slug: 'reading',
  version: 1,
  labels: { sourcing, statement, framing },
} as const satisfies Codebook

/** The ids of one dimension, so that a language which lacks the words of a label does not compile. */
export type ReadingLabelId<D extends Dimension> = (typeof readingCodebook.labels)[D][number]['id']

/** The published groups; only framing has them. */
export type ReadingGroup = NonNullable<(typeof readingCodebook.labels)[Dimension][number]['group']>
