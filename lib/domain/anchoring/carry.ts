import type { AnchorState } from '../annotation'
import type { Utf16Range } from '../text/blocks'
import { codePointIndex, type CodePointIndex } from '../text/code-points'
import { foldText, type FoldedText } from '../text/folded-text'
import { normalForm } from '../text/normal-form'
import type { Span } from '../text/span'
import { align } from './align'
import { describe, type Quote } from './describe'
import { keptStretches, untouched, type Kept } from './kept-stretches'
import type { Replaced } from './replaced'
import { settler, type Settled } from './settle'

/** An anchor before an edit; `id` is only handed through. */
export type Anchor = Span & { id: string }
/** What became of it: its place and words in the new text, or, when orphaned, the last ones it had. */
export type CarriedAnchor = Anchor & Quote & { state: AnchorState }

/**
 * Carries anchors from one revision's canonical text to the next. The one place where that is decided.
 *
 * `exact`: the same words, at their place among the others. `moved`: the same words, cut and pasted elsewhere.
 * `changed`: still that passage, edited inside or at its edges; the quote is the new one. `orphaned`: gone; place and
 * words are the old ones. The answer to an anchor whose words cannot be told from their twins is `orphaned`, never a
 * guess.
 *
 * Offsets are code points. The texts are compared once, at a cost near linear in their length; each anchor then costs
 * what it is long. Throws a RangeError for an anchor outside the old text.
 *
 * `replaced` is an editor's own record of the edit, as [oldStart, oldEnd, newLength] in code points of the old text,
 * rising: ProseMirror's step maps composed. An anchor on words that it says stayed is exact, with no comparison; what it
 * says was replaced is compared, since cut and pasted words are to be found again. A record that does not fit the texts
 * (something outside its stretches is not the same in both) is passed over.
 *
 * A revision that only writes the same in another normal form, or in letters of another width, carries everything exactly.
 */
export function carryAnchors(
  before: string,
  after: string,
  anchors: readonly Anchor[],
  replaced?: readonly Replaced[],
): CarriedAnchor[] {
  const old = codePointIndex(before)
  if (before === after) return anchors.map(({ id, start, end }) => place(id, old, { start, end }, 'exact'))
  const next = codePointIndex(after)
  const kept = keptBy(replaced, old, next, before, after)
  const find = sameButForm(before, after, kept) ?? compared(before, after, kept)

  return anchors.map(({ id, start, end }) => {
    const found = find({ start: old.toUtf16(start), end: old.toUtf16(end) })
    if (!found) return place(id, old, { start, end }, 'orphaned')
    return place(id, next, { start: next.toCodePoint(found.start), end: next.toCodePoint(found.end) }, found.state)
  })
}

type Find = (passage: Utf16Range) => Settled | null

function compared(before: string, after: string, kept: readonly Kept[]): Find {
  const alignment = align(before, after, kept)
  const settle = settler(alignment)
  const stayed = untouched(alignment, kept)
  return (passage) => {
    const there = stayed(passage)
    return there ? { ...there, state: 'exact' } : settle(passage)
  }
}

/**
 * Where one of the texts is not in NFC, or they differ in nothing but the width of their letters, words that Unicode calls
 * the same are the same words: the texts are compared in one form, and places are told in their own. Null where both are
 * written in the usual way.
 */
function sameButForm(before: string, after: string, kept: readonly Kept[]): Find | null {
  const fold = sameButWidth(before, after) ? 'width' : 'canonical'
  if (fold === 'canonical' && [before, after].every((text) => normalForm(text, 'NFC') === text)) return null
  const [old, next] = [foldText(before, fold), foldText(after, fold)]
  const find: Find = old.text === next.text ? (passage) => ({ ...passage, state: 'exact' }) : compared(old.text, next.text, keptFolded(kept, old, next))
  return ({ start, end }) => {
    const found = find({ start: old.toFolded(start, 'start'), end: old.toFolded(end, 'end') })
    return found && { start: next.toOriginal(found.start, 'start'), end: next.toOriginal(found.end, 'end'), state: found.state }
  }
}

/** The first character that differs tells nearly always. */
function sameButWidth(before: string, after: string): boolean {
  let at = 0
  while (at < before.length && before[at] === after[at]) at += 1
  const [one, other] = [before, after].map((text) => normalForm(text.slice(at, at + 8), 'NFKC').charAt(0))
  return one === other && normalForm(before, 'NFKC') === normalForm(after, 'NFKC')
}

/** What an edit left alone, in the folded texts; nothing where it cut a character that is folded as a whole. */
function keptFolded(kept: readonly Kept[], old: FoldedText, next: FoldedText): Kept[] {
  const all = kept.map(({ start, end, at }) => ({ start: old.toFolded(start, 'end'), end: old.toFolded(end, 'start'), at: next.toFolded(at, 'end') }))
  const fits = all.every(({ start, end, at }) => start <= end && old.text.slice(start, end) === next.text.slice(at, at + end - start))
  return fits ? all : []
}

function place(id: string, text: CodePointIndex, span: Span, state: AnchorState): CarriedAnchor {
  return { id, start: span.start, end: span.end, ...describe(text, span), state }
}

/** What a record left alone, in UTF-16; nothing where there is no record or it does not fit the texts. */
function keptBy(
  replaced: readonly Replaced[] | undefined,
  old: CodePointIndex,
  next: CodePointIndex,
  before: string,
  after: string,
): Kept[] {
  if (!replaced) return []
  const units: Replaced[] = []
  let shift = 0
  for (const [start, end, length] of replaced) {
    const at = start + shift
    if (start < 0 || end < start || end > old.length || length < 0 || at < 0 || at + length > next.length) return []
    units.push([old.toUtf16(start), old.toUtf16(end), next.toUtf16(at + length) - next.toUtf16(at)])
    shift += length - (end - start)
  }
  return keptStretches(before, after, units) ?? []
}
