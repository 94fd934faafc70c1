import { seededRandom } from '../agreement/seeded-random'

/**
 * Numbers 0 to n−1 in an order that depends on the seed alone: who gets which name in an assignment, so that names tell
 * nothing about the class list (Fisher and Yates, after Durstenfeld 1964).
 */
export function shuffled(n: number, seed: number): number[] {
  const random = seededRandom(seed)
  const numbers = Array.from({ length: n }, (_, i) => i)
  for (let i = n - 1; i > 0; i -= 1) {
    const j = random.below(i + 1)
    ;[numbers[i], numbers[j]] = [numbers[j]!, numbers[i]!]
  }
  return numbers
}

/** The readable name of a number: the next round of the list begins again with a 2. Number 61 of 60 names is `Heron 2`. */
export function pseudonymOf(number: number, names: readonly string[]): string {
  const round = Math.floor(number / names.length)
  const name = names[number % names.length] ?? `${number + 1}`
  return round === 0 ? name : `${name} ${round + 1}`
}

/**
 * Splits people into groups of `size`, by chance of the seed. Nobody is left alone: what is over is spread, so that sizes
 * differ by one at most. 7 in groups of 3: 4 and 3.
 */
export function groupsOf<T>(people: readonly T[], size: number, seed: number): T[][] {
  const count = Math.max(1, Math.floor(people.length / Math.max(1, size)))
  const groups: T[][] = Array.from({ length: people.length === 0 ? 0 : count }, () => [])
  shuffled(people.length, seed).forEach((person, i) => groups[i % count]!.push(people[person]!))
  return groups
}
