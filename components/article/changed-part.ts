/** Where two lists differ, between what begins and what ends both: `old` from `first` to `oldEnd` became `next` from `first` to `nextEnd`. */
export function changedPart<T>(old: readonly T[], next: readonly T[]): { first: number; oldEnd: number; nextEnd: number } {
  const most = Math.min(old.length, next.length)
  let first = 0
  while (first < most && old[first] === next[first]) first += 1
  let [oldEnd, nextEnd] = [old.length, next.length]
  while (oldEnd > first && nextEnd > first && old[oldEnd - 1] === next[nextEnd - 1]) {
    oldEnd -= 1
    nextEnd -= 1
  }
  return { first, oldEnd, nextEnd }
}
