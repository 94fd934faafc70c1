/** A place that differs from the words sought by `errors` characters put in, left out or replaced; UTF-16 units. */
export type NearMatch = { start: number; end: number; errors: number }

/**
 * Every place in a text within `mostErrors` of some words, the best of those that overlap. Sellers' dynamic programme
 * (1980) with Ukkonen's cut-off (1985): about text length times `mostErrors`, so 200,000 characters with 20 errors take
 * some 20 ms. Where a place could begin earlier or later with as many errors, the longer one is answered.
 *
 * `effort` is how many characters may be compared, and is counted down: none is found where finding them would take more.
 */
export function nearMatches(text: string, words: string, mostErrors: number, effort = { left: Infinity }): NearMatch[] {
  const ends = nearEnds(text, words, mostErrors, effort)
  effort.left -= ends.length * words.length ** 2
  if (effort.left < 0) return []
  const found: NearMatch[] = []
  for (const { at: end, errors } of ends) {
    const last = found.at(-1)
    const start = startOf(text, words, end, errors)
    if (last && start < last.end) {
      const longer = errors === last.errors && start <= last.start
      if (errors < last.errors || longer) found[found.length - 1] = { start, end, errors }
    } else {
      found.push({ start, end, errors })
    }
  }
  return found
}

/** Where the words may end, the best of each run of neighbouring places. */
function nearEnds(text: string, words: string, mostErrors: number, effort: { left: number }): { at: number; errors: number }[] {
  const column = Int32Array.from({ length: words.length + 1 }, (_, i) => i)
  const ends: { at: number; errors: number }[] = []
  let active = Math.min(mostErrors, words.length)
  for (let at = 0; at < text.length && effort.left >= 0; at += 1) {
    const stop = Math.min(active + 1, words.length)
    // Little in most texts; in one that repeats itself nearly the whole length of the words.
    effort.left -= stop
    advance(column, words, text.charCodeAt(at), stop, active)
    active = stop
    while (column[active]! > mostErrors) active -= 1
    if (active < words.length) continue
    const errors = column[words.length]!
    const last = ends.at(-1)
    if (last && last.at === at) {
      if (errors <= last.errors) ends[ends.length - 1] = { at: at + 1, errors }
    } else {
      ends.push({ at: at + 1, errors })
    }
  }
  return ends
}

/** One more character of the text: the cells up to `stop`, of which those above `known` hold no value yet. */
function advance(column: Int32Array, words: string, unit: number, stop: number, known: number): void {
  let diagonal = column[0]!
  for (let i = 1; i <= stop; i += 1) {
    const left = i <= known ? column[i]! : column.length
    const value = Math.min(diagonal + (words.charCodeAt(i - 1) === unit ? 0 : 1), column[i - 1]! + 1, left + 1)
    diagonal = left
    column[i] = value
  }
}

/** The earliest place at which the words begin that end at `end` with so many errors. */
function startOf(text: string, words: string, end: number, errors: number): number {
  const reversed = Array.from({ length: words.length }, (_, i) => words[words.length - 1 - i]).join('')
  const column = Int32Array.from({ length: words.length + 1 }, (_, i) => i)
  let start = end
  for (let at = end - 1; at >= Math.max(0, end - words.length - errors); at -= 1) {
    advance(column, reversed, text.charCodeAt(at), words.length, words.length)
    column[0] = end - at
    if (column[words.length]! <= errors) start = at
  }
  return start
}
