import type { StepMap } from '@tiptap/pm/transform'
import type { Replaced } from '@/lib/domain/anchoring/replaced'

/** What a step of an edit replaced, in positions of the document before it. */
export function stepRanges(map: StepMap): Replaced[] {
  const ranges: Replaced[] = []
  map.forEach((oldStart, oldEnd, newStart, newEnd) => ranges.push([oldStart, oldEnd, newEnd - newStart]))
  return ranges
}
