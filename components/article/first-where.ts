/** The first of 0..n-1 that fulfils a condition which, once true, stays true; n where none does. */
export function firstWhere(n: number, holds: (i: number) => boolean): number {
  let [low, high] = [0, n]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
