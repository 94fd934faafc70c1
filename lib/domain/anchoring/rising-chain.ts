/**
 * Which of some links, given in rising order on one side, keep their order on the other: the heaviest rising chain
 * (longest increasing subsequence with weights, by a Fenwick tree of best sums; Fenwick 1994). What is not in it was
 * moved. `to` are distinct places in 0..size-1. O(n log size).
 *
 * Example: paragraphs 1 2 3 of equal weight now stand as 2 3 1: 2 and 3 stayed, 1 was moved.
 */
export function risingChain(to: readonly number[], weight: readonly number[], size: number): boolean[] {
  const best = new Float64Array(to.length)
  const before = new Int32Array(to.length).fill(-1)
  const tree = new Int32Array(size + 1).fill(-1)
  const better = (i: number, j: number) => (i < 0 || (j >= 0 && best[j]! > best[i]!) ? j : i)

  let last = -1
  for (let i = 0; i < to.length; i += 1) {
    let head = -1
    for (let at = to[i]!; at > 0; at -= at & -at) head = better(head, tree[at]!)
    before[i] = head
    best[i] = weight[i]! + (head < 0 ? 0 : best[head]!)
    for (let at = to[i]! + 1; at <= size; at += at & -at) tree[at] = better(tree[at]!, i)
    last = better(last, i)
  }
  const stayed = to.map(() => false)
  for (let i = last; i >= 0; i = before[i]!) stayed[i] = true
  return stayed
}
