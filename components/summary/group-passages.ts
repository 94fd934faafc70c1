import type { Passage } from '@/lib/domain/summary/layer-summary'

/** Passages of different dimensions over the same words, to be shown under one quote: that of the first. */
export type PassageGroup = { id: string; passages: readonly [Passage, ...Passage[]] }

/** Puts passages that share at least half of the shorter one together; groups and their members keep their order. */
export function groupPassages(passages: readonly Passage[]): PassageGroup[] {
  const groups: [Passage, ...Passage[]][] = []
  for (const passage of passages) {
    const group = groups.find(([first]) => sharesHalf(first, passage))
    if (group) group.push(passage)
    else groups.push([passage])
  }
  return groups.map((members) => ({ id: `${members[0].start}-${members[0].dimension}`, passages: members }))
}

function sharesHalf(a: Passage, b: Passage): boolean {
  const shared = Math.min(a.end, b.end) - Math.max(a.start, b.start)
  return 2 * shared >= Math.min(a.end - a.start, b.end - b.start)
}
