import type { Alignment } from '../anchoring/alignment'
import { risingChain } from '../anchoring/rising-chain'
import type { Tokens } from '../anchoring/tokens'

/**
 * What became of some words: `kept` in their paragraph; `removed` and `added`; `left` for another place and `arrived`
 * from one (cut and pasted); `carried`, on the old side, and `continued`, on the new one: they kept their order, but a
 * paragraph break was put before them or taken out.
 */
export type PieceKind = 'kept' | 'removed' | 'added' | 'left' | 'arrived' | 'carried' | 'continued'
export type Piece = { kind: PieceKind; text: string }

type Side = 'old' | 'next'

/**
 * Cuts paragraphs into pieces for `compareTexts`. `staying` says of each old token whether it kept its order in the whole
 * text. White space goes with the word before it.
 */
export function linePieces(alignment: Alignment, staying: Uint8Array) {
  const { old, next, to, from } = alignment
  const texts = { old: lineReader(old), next: lineReader(next) }

  const oldKind = (i: number): PieceKind => (to[i]! < 0 ? 'removed' : staying[i] ? 'carried' : 'left')
  const newKind = (j: number): PieceKind => (from[j]! < 0 ? 'added' : staying[from[j]!] ? 'continued' : 'arrived')

  /** A paragraph and its successor, merged: what was taken out stands before what came for it. */
  function pair(o: number, n: number): Piece[] {
    const merged = gatherer()
    let [i, j] = [old.line[o]!, next.line[n]!]
    const upTo = (oldEnd: number, newEnd: number) => {
      for (; i < oldEnd; i += 1) merged.before(inPlace(i, n) ? 'left' : oldKind(i), texts.old.token(i))
      for (; j < newEnd; j += 1) merged.after(inPlaceNew(j, o) ? 'arrived' : newKind(j), texts.next.token(j))
    }
    for (const [a, b] of keptInside(o, n)) {
      upTo(a, b)
      if (old.id[a] === next.id[b]) merged.kept(longer(texts.old.token(a), texts.next.token(b)))
      else {
        merged.before('removed', texts.old.token(a))
        merged.after('added', texts.next.token(b))
      }
      i = a + 1
      j = b + 1
    }
    upTo(old.line[o + 1]!, next.line[n + 1]!)
    return merged.pieces()
  }

  const inPlace = (i: number, n: number) => to[i]! >= 0 && next.lineOf[to[i]!] === n
  const inPlaceNew = (j: number, o: number) => from[j]! >= 0 && old.lineOf[from[j]!] === o

  /** Links between the two lines that keep their order there. */
  function keptInside(o: number, n: number): [number, number][] {
    const links: [number, number][] = []
    for (let i = old.line[o]!; i < old.line[o + 1]!; i += 1) if (inPlace(i, n)) links.push([i, to[i]!])
    const first = next.line[n]!
    const kept = risingChain(links.map(([, j]) => j - first), links.map(() => 1), next.line[n + 1]! - first)
    return links.filter((_, k) => kept[k])
  }

  function alone(side: Side, line: number): Piece[] {
    const tokens = side === 'old' ? old : next
    const merged = gatherer()
    for (let k = tokens.line[line]!; k < tokens.line[line + 1]!; k += 1) {
      if (side === 'old') merged.before(oldKind(k), texts.old.token(k))
      else merged.after(newKind(k), texts.next.token(k))
    }
    return merged.pieces()
  }

  const whole = (side: Side, line: number, kind: PieceKind): Piece[] => [{ kind, text: texts[side].line(line) }]
  return { pair, alone, whole }
}

/** Of two that differ only in the space behind them: a paragraph's last word has none where a break was put in. */
const longer = (a: string, b: string) => (a.length > b.length ? a : b)

/** The text of a line, and of a token with the space behind it (and, for a line's first, before it). */
function lineReader(tokens: Tokens) {
  const starts = [0]
  for (let at = tokens.text.indexOf('\n'); at >= 0; at = tokens.text.indexOf('\n', at + 1)) starts.push(at + 1)
  const endOf = (line: number) => (line + 1 < starts.length ? starts[line + 1]! - 1 : tokens.text.length)
  return {
    line: (line: number) => tokens.text.slice(starts[line]!, endOf(line)),
    token(i: number) {
      const line = tokens.lineOf[i]!
      const from = i === tokens.line[line] ? starts[line]! : tokens.start[i]!
      const last = i + 1 === tokens.line[line + 1]
      return tokens.text.slice(from, last ? endOf(line) : tokens.start[i + 1]!)
    },
  }
}

/** Joins neighbours of one kind, and puts what was taken out before what came between two kept pieces. */
function gatherer() {
  const done: Piece[] = []
  let gone: Piece[] = []
  let came: Piece[] = []
  const add = (list: Piece[], kind: PieceKind, text: string) => {
    const last = list.at(-1)
    if (last?.kind === kind) last.text += text
    else list.push({ kind, text })
  }
  const flush = () => {
    done.push(...gone, ...came)
    gone = []
    came = []
  }
  return {
    before: (kind: PieceKind, text: string) => add(gone, kind, text),
    after: (kind: PieceKind, text: string) => add(came, kind, text),
    kept(text: string) {
      flush()
      add(done, 'kept', text)
    },
    pieces() {
      flush()
      return done
    },
  }
}
