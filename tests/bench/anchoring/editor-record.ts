import type { Replaced } from '@/lib/domain/anchoring/replaced'
import { codePointIndex } from '@/lib/domain/text/code-points'
import type { Piece } from './pieces'

/**
 * The same edit as our editor would have recorded it: what was cut and pasted is taken out there and put in here. In code
 * points of the old text.
 */
export function editorRecord(before: string, after: readonly Piece[]): Replaced[] {
  const { toCodePoint } = codePointIndex(before)
  const record: Replaced[] = []
  let [at, put] = [0, 0]
  const upTo = (origin: number) => {
    if (origin > at || put > 0) record.push([toCodePoint(at), toCodePoint(origin), put])
    put = 0
  }
  for (const { text, origin, moved } of after) {
    const kept = origin >= at && !moved
    // A break between paragraphs that still has the same neighbour before it was not touched.
    const isBreak = text === '\n' && put === 0 && before[at] === '\n'
    if (kept || isBreak) {
      if (kept) upTo(origin)
      at = (kept ? origin : at) + text.length
    } else put += [...text].length
  }
  upTo(before.length)
  return record
}
