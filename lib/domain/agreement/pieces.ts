/** More pieces than this tell nothing more of an interval and cost as much each. */
export const mostPieces = 500

/**
 * The ends of the pieces that an interval draws from, for the rising ends of a text's sentences: the sentences themselves,
 * and in a text of more than 500 so many neighbouring ones together that there are at most 500. Neighbours drawn together
 * keep what they have to do with each other (Künsch, The Jackknife and the Bootstrap for General Stationary Observations,
 * Annals of Statistics 17, 1989), so that this costs nothing but fineness.
 */
export function piecesOf(ends: readonly number[], most = mostPieces): number[] {
  const together = Math.ceil(ends.length / most)
  return ends.filter((_, i) => (i + 1) % together === 0 || i === ends.length - 1)
}
