import type { Label } from '../codebook/codebook'
import type { SourceStanding } from './layer-summary'

/** The one label of those that name nobody which finds no fault with it. */
const needless = 'common-knowledge'

/**
 * What a sourcing label says of its source. The line it is drawn with tells (`codebook/sourcing.ts`): solid where the
 * source can be asked or opened, dashed where it stays hidden, dotted where there is none. A label the codebook does
 * not know counts as identified: nothing is held against a source on the word of an unknown label.
 */
export function standingOf(known: readonly Label[]): (label: string) => SourceStanding {
  const marks = new Map(known.map((label) => [label.id, label.mark]))
  return (label) => {
    if (label === needless) return 'needless'
    const mark = marks.get(label)
    return mark === 'underline-dashed' ? 'unnamed' : mark === 'underline-dotted' ? 'missing' : 'identified'
  }
}
