import { normalForm } from './normal-form'

/**
 * A text in which what is written in two ways is written in one, and the way back. All indexes are UTF-16 units. A place
 * inside a character that was folded as a whole counts as its start or its end, by `side`.
 */
export type FoldedText = {
  readonly text: string
  toOriginal(at: number, side: Side): number
  toFolded(at: number, side: Side): number
  /** Whether a place of the folded text lies inside what was one character. */
  cuts(at: number): boolean
}
type Side = 'start' | 'end'

/**
 * Folds a text: `canonical` puts together what Unicode says is the same (an e and an accent, the parts of a Korean
 * syllable); `width` also makes full-width and half-width forms plain. Nothing else: '10²' never becomes '102'. Linear.
 * Example: 'e\u0301１' becomes 'é1' by width, whose index 1 is 2 in the original.
 */
export function foldText(text: string, fold: 'canonical' | 'width'): FoldedText {
  const changed: Stretch[] = []
  const parts: string[] = []
  let [read, written] = [0, 0]
  for (const match of text.matchAll(fold === 'width' ? byWidth : canonical)) {
    const [before, stretch] = [text.slice(read, match.index), match[0]]
    const folded = normalForm(fold === 'width' ? stretch.replace(widths, (each) => normalForm(each, 'NFKC')) : stretch, 'NFC')
    parts.push(before, folded)
    const [from, to] = [match.index, written + before.length]
    read = from + stretch.length
    written = to + folded.length
    // One unit for one needs no note: whatever stands behind it is as far along as before.
    if (stretch.length !== 1 || folded.length !== 1) changed.push({ original: { start: from, end: read }, folded: { start: to, end: written } })
  }
  parts.push(text.slice(read))
  return {
    text: parts.join(''),
    toOriginal: (at, side) => across(changed, at, side, 'folded', 'original'),
    toFolded: (at, side) => across(changed, at, side, 'original', 'folded'),
    cuts: (at) => {
      const stretch = lastFrom(changed, at, 'folded')
      return stretch !== undefined && at > stretch.folded.start && at < stretch.folded.end
    },
  }
}

type Range = { start: number; end: number }
type Stretch = { original: Range; folded: Range }

function across(changed: readonly Stretch[], at: number, side: Side, from: keyof Stretch, to: keyof Stretch): number {
  const stretch = lastFrom(changed, at, from)
  if (!stretch) return at
  if (at >= stretch[from].end) return stretch[to].end + at - stretch[from].end
  return at === stretch[from].start ? stretch[to].start : stretch[to][side]
}

/** The last stretch that begins at or before a place. */
function lastFrom(changed: readonly Stretch[], at: number, by: keyof Stretch): Stretch | undefined {
  let [low, high] = [0, changed.length]
  while (low < high) {
    const half = (low + high) >>> 1
    if (changed[half]![by].start <= at) low = half + 1
    else high = half
  }
  return changed[low - 1]
}

const marks = '[\\p{M}\\uFF9E\\uFF9F]'
/** The parts of a Korean syllable, which are no marks: a beginning with what follows, or a syllable with its end. */
const korean = '(?:[\\u1100-\\u115F\\uA960-\\uA97C][\\u1160-\\u11A7\\uD7B0-\\uD7C6]?[\\u11A8-\\u11FF\\uD7CB-\\uD7FB]?|[\\uAC00-\\uD7A3][\\u11A8-\\u11FF])'
/** Characters that are another one by themselves. */
const singles = '\\u0374\\u037E\\u0387\\u0958-\\u095F\\u09DC-\\u09DF\\u0A33-\\u0A5E\\u1F71-\\u1FFD\\u2000\\u2001\\u2126\\u212A\\u212B\\u2329\\u232A\\u2ADC\\uF900-\\uFAFF\\uFB1D-\\uFB4E\\u{2F800}-\\u{2FA1D}'
const widthForms = '\\u3000\\uFF01-\\uFF9D\\uFFA0-\\uFFEE'
const stretches = (also: string) => new RegExp(`${korean}${marks}*|.${marks}+|[${singles}${also}]|${marks}+`, 'gsu')
const canonical = stretches('')
const byWidth = stretches(widthForms)
const widths = /[\u3000\uFF01-\uFFEE]/gu
