import type { Judged, KeyPassage, StudentPassage } from './key-score'

/** No label: the key has nothing there, or the student left it. */
export const none = 'none'

/** How often students gave `given` where the key says `wanted`; `none` for an extra and for a missed passage. */
export type Confusion = { wanted: string; given: string; times: number }

/**
 * The confusion matrix of one dimension as its filled cells, most frequent first. A student's passage that met a key
 * passage counts once with the label both have, else with its first one against the key's first.
 */
export function confusionOf(
  works: readonly { judged: readonly Judged[]; passages: readonly StudentPassage[] }[],
  key: readonly KeyPassage[],
): Confusion[] {
  const byKey = new Map(key.map((passage) => [passage.id, passage]))
  const cells = new Map<string, Confusion>()
  const count = (wanted: string, given: string) => {
    const name = `${wanted}\n${given}`
    const cell = cells.get(name) ?? { wanted, given, times: 0 }
    cells.set(name, { ...cell, times: cell.times + 1 })
  }
  for (const { judged, passages } of works) {
    const own = new Map(passages.map((passage) => [passage.id, passage]))
    for (const { student, key: keyId } of judged) {
      const given = (student !== null && own.get(student)?.labels) || []
      const wanted = (keyId !== null && byKey.get(keyId)?.labels) || []
      const both = given.find((label) => wanted.includes(label))
      count(both ?? wanted[0] ?? none, both ?? given[0] ?? none)
    }
  }
  return [...cells.values()].sort((a, b) => b.times - a.times || (a.wanted + a.given < b.wanted + b.given ? -1 : 1))
}
