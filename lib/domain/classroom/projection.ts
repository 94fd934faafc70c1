import type { Dimension } from '../codebook/codebook'
import type { NoteDocument } from '../note'
import type { LayerSummary, Passage } from '../summary/layer-summary'
import { codePointIndex, type CodePointIndex } from '../text/code-points'
import type { Span } from '../text/span'

type KeyAnnotation = Span & { id: string; labels: readonly { dimension: Dimension; label: string }[]; note: NoteDocument | null }

/** A passage as it is thrown on the wall: its paragraph around it, the votes without names, and what the key has there. */
export type Projected = Span & {
  dimension: Dimension
  before: string
  quote: string
  after: string
  /** Votes by label, `none` for those who put none there; most first. */
  votes: { label: string; count: number }[]
  key: { id: string; labels: string[]; note: NoteDocument | null }[]
}

/** The passages to talk about: those over which the class parts most, then those on which it agrees. Code points. */
export function projectedPassages(text: string, { contested, agreed }: Pick<LayerSummary, 'contested' | 'agreed'>, key: readonly KeyAnnotation[]): Projected[] {
  const index = codePointIndex(text)
  return [...contested, ...agreed].map((passage) => projected(index, text, passage, key))
}

/** Longer paragraphs are cut: what is behind the last row's eyesight helps nobody. */
const reach = 260

function projected(index: CodePointIndex, text: string, { start, end, dimension, votes }: Passage, key: readonly KeyAnnotation[]): Projected {
  const [from, to] = [index.toUtf16(start), index.toUtf16(end)]
  const opens = from === 0 ? 0 : text.lastIndexOf('\n', from - 1) + 1
  const newline = text.indexOf('\n', to)
  const [before, after] = [text.slice(opens, from), text.slice(to, newline < 0 ? text.length : newline)]
  return {
    start, end, dimension,
    before: [...before].length > reach ? `…${[...before].slice(-reach).join('').replace(/^[^\s。，、；！？]{0,24}[\s。，、；！？]+/u, '')}` : before,
    quote: text.slice(from, to),
    after: [...after].length > reach ? `${[...after].slice(0, reach).join('').replace(/\s+\S{0,24}$/u, '')}…` : after,
    votes: Object.entries(votes).map(([label, count]) => ({ label, count })),
    key: key.flatMap(({ id, labels, note, ...span }) => {
      const own = labels.filter((each) => each.dimension === dimension).map(({ label }) => label)
      return own.length > 0 && span.start < end && span.end > start ? [{ id, labels: own, note }] : []
    }),
  }
}
