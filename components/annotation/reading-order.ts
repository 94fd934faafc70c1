import { firstWhere } from '@/components/article/first-where'
import type { ReaderAnnotation } from '@/lib/domain/annotation'

/** By place, the longer of two that begin together first, then by age: the order in which one meets them. */
export const inReadingOrder = (a: ReaderAnnotation, b: ReaderAnnotation) =>
  a.start - b.start || b.end - a.end || (a.createdAt < b.createdAt ? -1 : 1)

/** Where an annotation stands in a list in reading order, in some twenty looks at most; -1 where it is not there. */
export function placeInOrder(list: readonly ReaderAnnotation[], annotation: ReaderAnnotation | undefined): number {
  if (!annotation) return -1
  const { id, start, end } = annotation
  const first = firstWhere(list.length, (i) => list[i]!.start > start || (list[i]!.start === start && list[i]!.end <= end))
  for (let i = first; i < list.length && list[i]!.start === start && list[i]!.end === end; i += 1) {
    if (list[i]!.id === id) return i
  }
  return -1
}

/** The first annotation of a list in reading order that reaches beyond a code point; the list's length where none does. */
export function firstBeyond(list: readonly ReaderAnnotation[], codePoint: number): number {
  const below = firstWhere(list.length, (i) => list[i]!.start >= codePoint)
  // Long ones that begin far above are left behind: only what is close before may still be going on.
  const above = list.slice(Math.max(0, below - nearby), below)
  const going = above.findIndex(({ end }) => end > codePoint)
  return going < 0 ? below : below - above.length + going
}

const nearby = 12

/** What a list in reading order has on the article as a whole, and the rest of it, which is the list itself where that is all. */
export function parted(list: readonly ReaderAnnotation[]): [whole: readonly ReaderAnnotation[], passages: readonly ReaderAnnotation[]] {
  const atStart = list.slice(0, firstWhere(list.length, (i) => list[i]!.start > 0))
  const whole = atStart.filter(isAboutWhole)
  return whole.length === 0 ? [whole, list] : [whole, [...atStart.filter((each) => !isAboutWhole(each)), ...list.slice(atStart.length)]]
}

/** An annotation on the article as a whole stands on no words. */
export const isAboutWhole = ({ start, end }: { start: number; end: number }) => start === 0 && end === 0
