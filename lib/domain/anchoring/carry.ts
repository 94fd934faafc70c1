import type { AnchorState } from '../annotation'
import { codePointIndex, type CodePointIndex } from '../text/code-points'
import type { Span } from '../text/span'
import { align } from './align'
import { describe, type Quote } from './describe'
import { keptStretches, untouched, type Kept } from './kept-stretches'
import type { Replaced } from './replaced'
import { settler } from './settle'

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
  const alignment = align(before, after, kept)
  const settle = settler(alignment)
  const stayed = untouched(alignment, kept)

  return anchors.map(({ id, start, end }) => {
    const passage = { start: old.toUtf16(start), end: old.toUtf16(end) }
    const there = stayed(passage)
    const found = there ? { ...there, state: 'exact' as const } : settle(passage)
    if (!found) return place(id, old, { start, end }, 'orphaned')
    return place(id, next, { start: next.toCodePoint(found.start), end: next.toCodePoint(found.end) }, found.state)
  })
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
