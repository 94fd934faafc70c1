import { tolerances } from './key-score'
import { passagesIn, type MarkedPassage } from './work-result'
import { dimensions } from '../codebook/codebook'

/** How many people put one of a place's labels there, and how many put others there only. */
export type ClassShare = { same: number; other: number }

/**
 * What the people behind `works` made of a place. They marked it where a passage of theirs meets it as in scoring, in a
 * dimension in which the place has a label; one of its labels is enough to have said the same. Code points.
 */
export function classShare(place: MarkedPassage, works: Iterable<readonly MarkedPassage[]>): ClassShare {
  const share = { same: 0, other: 0 }
  const wanted = dimensions.flatMap((dimension) => passagesIn([place], dimension).map(({ labels }) => ({ dimension, labels })))
  for (const work of works) {
    const there = work.filter((passage) => meets(passage, place))
    const found = wanted.map(({ dimension, labels }) => passagesIn(there, dimension).map((passage) => passage.labels.some((label) => labels.includes(label))))
    if (found.some((said) => said.includes(true))) share.same += 1
    else if (found.some((said) => said.length > 0)) share.other += 1
  }
  return share
}

function meets(a: MarkedPassage, b: MarkedPassage): boolean {
  const common = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return common > 0 && common / Math.min(a.end - a.start, b.end - b.start) >= tolerances.meet
}
