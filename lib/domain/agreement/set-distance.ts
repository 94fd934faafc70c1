/**
 * How far apart two sets of labels are, told by how many labels each has and how many they have in common: 0 for the
 * same, 1 for nothing in common. Both empty are the same.
 */
export type SetDistance = (a: number, b: number, common: number) => number

/**
 * One minus the share of common labels among all that either has (Jaccard, Étude comparative de la distribution florale,
 * 1901). {loaded} against {loaded, fear}: 0.5.
 */
export const jaccard: SetDistance = (a, b, common) => {
  const all = a + b - common
  return all === 0 ? 0 : 1 - common / all
}

/**
 * Jaccard's, weighed by how the sets lie: 1 for the same, 2/3 where one holds the other, 1/3 where they only overlap
 * (Passonneau, Measuring Agreement on Set-valued Items, LREC 2006). {loaded} against {loaded, fear}: 1 − 1/2 · 2/3 = 2/3.
 */
export const masi: SetDistance = (a, b, common) => {
  const all = a + b - common
  if (all === 0 || common === all) return 0
  const lying = common === Math.min(a, b) ? 2 / 3 : 1 / 3
  return 1 - (common / all) * (common === 0 ? 0 : lying)
}
