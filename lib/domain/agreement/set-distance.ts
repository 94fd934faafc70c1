/** How far apart two sets of labels are: 0 for the same, 1 for nothing in common. Both empty are the same. */
export type SetDistance = (a: ReadonlySet<string>, b: ReadonlySet<string>) => number

/**
 * One minus the share of common labels among all that either has (Jaccard, Étude comparative de la distribution florale,
 * 1901). {loaded} against {loaded, fear}: 0.5.
 */
export const jaccard: SetDistance = (a, b) => {
  const common = commonOf(a, b)
  const all = a.size + b.size - common
  return all === 0 ? 0 : 1 - common / all
}

/**
 * Jaccard's, weighed by how the sets lie: 1 for the same, 2/3 where one holds the other, 1/3 where they only overlap
 * (Passonneau, Measuring Agreement on Set-valued Items, LREC 2006). {loaded} against {loaded, fear}: 1 − 1/2 · 2/3 = 2/3.
 */
export const masi: SetDistance = (a, b) => {
  const common = commonOf(a, b)
  const all = a.size + b.size - common
  if (all === 0 || common === all) return 0
  const lying = common === Math.min(a.size, b.size) ? 2 / 3 : 1 / 3
  return 1 - (common / all) * (common === 0 ? 0 : lying)
}

function commonOf(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let common = 0
  for (const label of a) if (b.has(label)) common += 1
  return common
}
