import { dimensions, type Codebook, type Dimension } from '../codebook/codebook'
import type { Effort } from '../effort'
import type { CodePointIndex } from '../text/code-points'
import type { Span } from '../text/span'
import { byCodebook } from './counts'
import type { Flag } from './flag'
import type { LayerSummary, Passage } from './layer-summary'
import { passagesOf, sharesHalf } from './passages'
import { rounded } from './rounded'
import { voteCounter, type Votes } from './votes'

/**
 * The passages on which readers part and those on which they meet, at most `limit` of each, the clearest first.
 *
 * Agreed: more than two thirds of all readers put the same label there, and they are two at least.
 * Contested: not agreed, marked by two readers or by half of them, and either no single answer ("none" is one) has more
 * than two thirds of all readers, or none has more than two thirds of those who marked. The second case matters where
 * hundreds read and a few mark: five who call it opinion and four who call it fact part over it, whatever the silent
 * majority. What one of many marked alone is neither: it is an observation, not a dispute.
 *
 * Contested passages are ordered by the share of pairs of readers who answered differently, which is what each passage
 * takes away from agreement; agreed ones by how many put the label. None of either where finding them would take more than
 * `most` steps in a dimension (see `effort.ts`).
 */
export function partingAndMeeting(
  { flags, readers, index, codebook, fit, limit, most }: {
    flags: Record<Dimension, readonly Flag[]>
    readers: number
    index: CodePointIndex
    codebook: Codebook
    fit: (span: Span) => Span
    limit: number
    most: number
  },
): Pick<LayerSummary, 'contested' | 'agreed' | 'tooManyPassages'> {
  if (readers < 2) return { contested: [], agreed: [], tooManyPassages: false }
  const all: Candidate[] = []
  for (const dimension of dimensions) {
    const found = candidatesIn(dimension, flags[dimension], fit, readers, { left: most })
    // The clearest of some dimensions would pass for the clearest of all.
    if (!found) return { contested: [], agreed: [], tooManyPassages: true }
    all.push(...found)
  }
  const contested = all.filter((c) => isContested(c, readers))
  const agreed = all.filter((c) => isAgreed(c, readers))
  contested.sort((a, b) => b.votes.differing - a.votes.differing || b.marked - a.marked || a.start - b.start)
  agreed.sort((a, b) => b.top - a.top || a.votes.differing - b.votes.differing || a.start - b.start)

  const shown = (c: Candidate): Passage => ({
    start: c.start,
    end: c.end,
    quote: index.slice(c),
    dimension: c.dimension,
    votes: inOrder(c.votes, byCodebook(codebook.labels[c.dimension])),
    readers: c.marked,
    disagreement: rounded(c.votes.differing / (readers * (readers - 1)), 4),
  })
  return { contested: apart(contested, limit).map(shown), agreed: apart(agreed, limit).map(shown), tooManyPassages: false }
}

type Candidate = Span & { dimension: Dimension; votes: Votes; marked: number; top: number }

/** The passages of one dimension with their votes; null where they take more than the effort allows. */
function candidatesIn(dimension: Dimension, flags: readonly Flag[], fit: (span: Span) => Span, readers: number, effort: Effort): Candidate[] | null {
  const votesOn = voteCounter(flags, readers, effort)
  const candidates: Candidate[] = []
  for (const { start, end } of passagesOf(flags, fit, effort) ?? []) {
    const votes = votesOn({ start, end })
    if (votes) candidates.push({ start, end, dimension, votes, marked: readers - votes.none, top: Math.max(0, ...votes.labels.values()) })
  }
  return effort.left < 0 ? null : candidates
}

function isAgreed({ top }: Candidate, readers: number): boolean {
  return top >= 2 && 3 * top > 2 * readers
}

function isContested(c: Candidate, readers: number): boolean {
  if (isAgreed(c, readers) || c.votes.differing === 0) return false
  if (c.marked < 2 && 2 * c.marked < readers) return false
  const most = Math.max(0, ...c.votes.answers)
  return 3 * Math.max(most, c.votes.none) <= 2 * readers || 3 * most <= 2 * c.marked
}

/** The first so many that do not show the same words of the same dimension again. */
function apart(candidates: readonly Candidate[], limit: number): Candidate[] {
  const chosen: Candidate[] = []
  for (const next of candidates) {
    if (chosen.length === limit) break
    if (!chosen.some((c) => c.dimension === next.dimension && sharesHalf(c, next))) chosen.push(next)
  }
  return chosen
}

function inOrder({ labels, none }: Votes, byLabel: (a: string, b: string) => number): Record<string, number> {
  const sorted = [...labels].sort(([a, x], [b, y]) => y - x || byLabel(a, b))
  const place = sorted.findIndex(([, votes]) => votes < none)
  if (none > 0) sorted.splice(place < 0 ? sorted.length : place, 0, ['none', none])
  return Object.fromEntries(sorted)
}
