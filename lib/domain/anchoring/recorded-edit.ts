import { canonicalText } from '../text/canonical-text'
import { codePointIndex } from '../text/code-points'
import type { ArticleDocument } from '../text/document'
import { placedText } from '../text/placed-text'
import { storedDocument } from '../text/stored-document'
import { composed, reversed, type Replaced } from './replaced'

/**
 * What our editor recorded of an edit, as stretches of text that `carryAnchors` takes: from the revision that is, or would
 * be, made of the document `before` to the one made of `after`, in code points.
 *
 * `steps` are ProseMirror's step maps from `before` to `after`, composed, in its positions. What storing a document leaves
 * out (blank blocks, spaces at their ends) is part of the record. Cost: linear in the documents.
 */
export function recordedEdit(before: ArticleDocument, after: ArticleDocument, steps: readonly Replaced[]): Replaced[] {
  const [old, next] = [placedText(before), placedText(after)]
  const [stored, made] = [canonicalText(storedDocument(before)), canonicalText(storedDocument(after))]
  const edit = joined(inText(steps, old.placeOf, next.placeOf))
  const whole = composed(composed(reversed(leftOut(old.text, stored)), edit), leftOut(next.text, made))
  return inCodePoints(whole, stored, made)
}

type Change = { start: number; end: number; at: number; stop: number }
type PlaceOf = (position: number, side: 'before' | 'after') => number

function inText(steps: readonly Replaced[], oldPlace: PlaceOf, newPlace: PlaceOf): Change[] {
  let shift = 0
  return steps.map(([from, to, length]) => {
    const at = from + shift
    shift += length - (to - from)
    // The break beside a changed block may be another one now.
    return {
      start: oldPlace(from, 'before'),
      end: oldPlace(to, 'after'),
      at: newPlace(at, 'before'),
      stop: newPlace(at + length, 'after'),
    }
  })
}

/** Changes that share a break between blocks become one. */
function joined(changes: readonly Change[]): Replaced[] {
  const apart: Change[] = []
  for (const change of changes) {
    const last = apart.at(-1)
    if (last && (change.start <= last.end || change.at <= last.stop)) {
      last.end = Math.max(last.end, change.end)
      last.stop = Math.max(last.stop, change.stop)
    } else apart.push({ ...change })
  }
  return apart.map(({ start, end, at, stop }) => [start, end, stop - at])
}

/** What has to be taken out of a text to leave the other, each character as early as it can be found. */
function leftOut(text: string, rest: string): Replaced[] {
  const gone: Replaced[] = []
  let at = 0
  for (let i = 0; i <= rest.length; i += 1) {
    const from = at
    while (at < text.length && (i === rest.length || text[at] !== rest[i])) at += 1
    if (at > from) gone.push([from, at, 0])
    at += 1
  }
  return gone
}

/** Cut at whole characters, without what was replaced by itself. */
function inCodePoints(replaced: readonly Replaced[], before: string, after: string): Replaced[] {
  const [old, next] = [codePointIndex(before), codePointIndex(after)]
  let shift = 0
  const found: Replaced[] = []
  for (const [start, end, length] of replaced) {
    const at = start + shift
    shift += length - (end - start)
    if (before.slice(start, end) === after.slice(at, at + length)) continue
    const upTo = (text: string, place: number) => (isInsidePair(text, place) ? place + 1 : place)
    const from = next.toCodePoint(at)
    found.push([old.toCodePoint(start), old.toCodePoint(upTo(before, end)), next.toCodePoint(upTo(after, at + length)) - from])
  }
  return found
}

const isInsidePair = (text: string, at: number) => (text.codePointAt(at - 1) ?? 0) > 0xffff
