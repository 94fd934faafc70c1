/**
 * Tops for cards that each want to stand beside their passage and must not overlap: each goes where it wants or under the
 * one before it. The chosen card stands exactly where it wants, those before it give way upwards as far as `first`.
 */
export function stackCards(wanted: readonly number[], heights: readonly number[], gap: number, first: number, chosen = -1): number[] {
  const tops = down(wanted, heights, gap, first)
  if (chosen < 0) return tops
  const pinned = [...wanted]
  let floor = Math.max(wanted[chosen] ?? 0, first)
  pinned[chosen] = floor
  for (let i = chosen - 1; i >= 0; i -= 1) {
    floor = Math.min(tops[i]!, floor - gap - heights[i]!)
    pinned[i] = floor
  }
  return down(pinned, heights, gap, first)
}

function down(wanted: readonly number[], heights: readonly number[], gap: number, first: number): number[] {
  let free = first
  return wanted.map((want, i) => {
    const top = Math.max(want, free)
    free = top + heights[i]! + gap
    return top
  })
}
