export type Box = { left: number; top: number; right: number; bottom: number }

const gap = 10
/** More room below than above: that is where the wavy line is. */
const gapBelow = 14
const edge = 8

/**
 * Where a sheet goes beside selected words, all in window coordinates: under them where there is room, else above them,
 * else at the bottom of the window; never over the window's edge, and over the text's column rather than its margins.
 * `words` is the box of the selection, `top` the height of what covers the window's top.
 */
export function placeSheet(
  words: Box,
  sheet: { width: number; height: number },
  view: { width: number; height: number; top: number },
  column: { left: number; right: number } = { left: edge, right: view.width - edge },
) {
  const middle = (words.left + words.right) / 2 - sheet.width / 2
  const [from, to] = [column.left, column.right - sheet.width]
  const within = from <= to ? clamp(middle, from, to) : (from + to) / 2
  const left = clamp(within, edge, Math.max(edge, view.width - sheet.width - edge))
  const below = words.bottom + gapBelow
  if (below + sheet.height <= view.height - edge) return { left, top: below }
  const above = words.top - gap - sheet.height
  if (above >= view.top + edge) return { left, top: above }
  // Neither side has room: as low as the window goes, so that the beginning of the words stays in sight.
  return { left, top: Math.max(view.top + edge, view.height - sheet.height - edge) }
}

const clamp = (value: number, least: number, most: number) => Math.max(least, Math.min(value, most))
