import { align, isGivenUp } from '../anchoring/align'
import type { Alignment } from '../anchoring/alignment'
import { linkedRuns } from '../anchoring/linked-runs'
import { risingChain } from '../anchoring/rising-chain'
import { linePieces, type Piece, type PieceKind } from './compare-lines'

/**
 * What became of a paragraph. `removed`, `joined` (to another one) and `moved-from` stand on the old side only, `added`,
 * `split` (off another one) and `moved-to` on the new side only; a moved paragraph has one row of each kind.
 */
export type RowKind = 'same' | 'changed' | 'removed' | 'added' | 'joined' | 'split' | 'moved-from' | 'moved-to'

/** A row of a comparison; `old` and `next` number the paragraphs of the two texts from 0, null where there is none. */
export type Row = { kind: RowKind; old: number | null; next: number | null; pieces: Piece[] }

/**
 * What changed between two texts, paragraph by paragraph and word by word, to be shown: in the order of the new text,
 * with what was taken out at the place it had. It reads the alignment that anchors are carried by, so that picture and
 * anchors agree (but for words said twice, where an editor's record knows which of them went). Cost: that of `align`,
 * near linear; where that was given up, equal paragraphs are found and the others stand as removed and added.
 *
 * Example: "A b c.\nD e f." and "D e f.\nA b x." have D in place and A moved and changed (c for x).
 */
export function compareTexts(before: string, after: string): Row[] {
  return compare(before, after).rows
}

/** A comparison as it is kept: its rows, and whether the texts were too different to be compared word by word. */
export type Comparison = { rows: Row[]; linesOnly: boolean }

/** The same, telling whether it was given up. */
export function compare(before: string, after: string): Comparison {
  if (before === after) return { rows: before.split('\n').map((text, i) => sameRow(text, i)), linesOnly: false }
  const alignment = align(before, after)
  const pairs = linePairs(alignment)
  const stayed = risingChain(
    pairs.map(({ next }) => next),
    pairs.map(({ weight }) => weight),
    alignment.next.line.length - 1,
  )
  const partner = {
    old: new Map(pairs.map((pair) => [pair.old, pair])),
    next: new Map(pairs.map((pair) => [pair.next, pair])),
  }
  const pieces = linePieces(alignment, stayingTokens(alignment))
  const rows: Row[] = []
  let [o, n] = [0, 0]

  const upTo = (oldEnd: number, nextEnd: number) => {
    for (; o < oldEnd; o += 1) {
      const pair = partner.old.get(o)
      rows.push(pair ? movedFrom(pair) : alone('old', o))
    }
    for (; n < nextEnd; n += 1) {
      const pair = partner.next.get(n)
      rows.push(pair ? { ...pairRow(pair), kind: 'moved-to' } : alone('next', n))
    }
  }
  const pairRow = ({ old, next }: Pair): Row => {
    const inside = pieces.pair(old, next)
    return { kind: inside.every(({ kind }) => wentOn(kind)) ? 'same' : 'changed', old, next, pieces: inside }
  }
  const movedFrom = ({ old, next }: Pair): Row => ({ kind: 'moved-from', old, next, pieces: pieces.whole('old', old, 'left') })
  const alone = (side: 'old' | 'next', line: number): Row => {
    const inside = pieces.alone(side, line)
    const went = inside.filter(({ kind }) => kind === 'carried' || kind === 'continued')
    const mostly = 2 * lengthOf(went) > lengthOf(inside)
    return side === 'old'
      ? { kind: mostly ? 'joined' : 'removed', old: line, next: null, pieces: inside }
      : { kind: mostly ? 'split' : 'added', old: null, next: line, pieces: inside }
  }

  pairs.forEach((pair, i) => {
    if (!stayed[i]) return
    upTo(pair.old, pair.next)
    rows.push(pairRow(pair))
    o = pair.old + 1
    n = pair.next + 1
  })
  upTo(alignment.old.line.length - 1, alignment.next.line.length - 1)
  const shown = rows.filter((row) => row.kind === 'same' || row.pieces.some(({ text }) => text.trim() !== ''))
  return { rows: shown, linesOnly: isGivenUp(alignment) }
}

type Pair = { old: number; next: number; weight: number }

/** Its words stand in the new text in their order, if only behind another paragraph break. */
const wentOn = (kind: PieceKind) => kind === 'kept' || kind === 'carried' || kind === 'continued'
const sameRow = (text: string, line: number): Row => ({ kind: 'same', old: line, next: line, pieces: [{ kind: 'kept', text }] })
const lengthOf = (pieces: readonly Piece[]) => pieces.reduce((sum, { text }) => sum + text.length, 0)

/** Which old tokens went on without losing their order among the rest. */
function stayingTokens(alignment: Alignment): Uint8Array {
  const staying = new Uint8Array(alignment.old.count)
  for (const { a, length, stayed } of linkedRuns(alignment)) if (stayed) staying.fill(1, a, a + length)
  return staying
}

/** Lines of which each holds most of what went on of the other, weighed by what their words say; in the old order. */
function linePairs({ old, next, bits, to }: Alignment): Pair[] {
  const weights = new Map<number, Map<number, number>>()
  for (let i = 0; i < old.count; i += 1) {
    const j = to[i]!
    if (j < 0) continue
    const row = weights.get(old.lineOf[i]!) ?? new Map<number, number>()
    weights.set(old.lineOf[i]!, row)
    const line = next.lineOf[j]!
    row.set(line, (row.get(line) ?? 0) + bits[old.id[i]!]!)
  }
  const best = new Map<number, Pair>()
  const chosen: Pair[] = []
  for (const [line, row] of weights) {
    let pair: Pair | null = null
    for (const [other, weight] of row) if (!pair || weight > pair.weight) pair = { old: line, next: other, weight }
    if (!pair) continue
    chosen.push(pair)
    const rival = best.get(pair.next)
    if (!rival || pair.weight > rival.weight) best.set(pair.next, pair)
  }
  return chosen.filter((pair) => best.get(pair.next) === pair).sort((x, y) => x.old - y.old)
}
