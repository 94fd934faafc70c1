import type { AnnotationContent, ReaderAnnotation } from '@/lib/domain/annotation'
import type { Problem } from '@/lib/domain/problem'

/** What the server is known to have of an annotation. `gone`: it is deleted there. */
export type Known = { version: number; content: AnnotationContent; gone: boolean }

/**
 * What this reader wants of one of their annotations and how far that has come. Wishes replace one another; what must be
 * sent follows from comparing the wish with what the server is known to have, so a lost answer or a quick second key
 * never sends anything twice or in the wrong order.
 */
export type Write = {
  want: { content: AnnotationContent; gone: boolean }
  place: { start: number; end: number; quote: string; revision: number }
  /** Null while the server has never confirmed it. */
  known: Known | null
  /** Sent at least once with no answer: it may be there. */
  tried: boolean
  /** What was sent last and not answered: a server that says the same has got it. */
  sent: AnnotationContent | null
  /** What another window or device left there meanwhile: both are kept and shown until the reader chooses. */
  theirs: Known | null
  state: 'pending' | 'sending' | 'unsent' | 'refused'
  problem: Problem | null
}

export type Step = 'create' | 'update' | 'delete' | 'restore'

/** The one request that brings the server closer to the wish, or null where it has it. */
export function nextStep({ want, known, tried }: Write): Step | null {
  if (!known) return want.gone ? (tried ? 'delete' : null) : 'create'
  if (known.gone) return want.gone ? null : 'restore'
  if (want.gone) return 'delete'
  return sameContent(want.content, known.content) ? null : 'update'
}

export const contentOf = (annotation: AnnotationContent): AnnotationContent => {
  const { labels, note, evidence, confidence, sourceName } = annotation
  return { labels, note, evidence, confidence, sourceName }
}

/** Whether two contents say the same; the order of labels says nothing. */
export function sameContent(a: AnnotationContent, b: AnnotationContent): boolean {
  return comparable(a) === comparable(b)
}

/** The part of a write that is worth keeping over a reload. */
export type KeptWrite = Pick<Write, 'want' | 'place' | 'known' | 'tried' | 'sent'>

/**
 * A kept write on its way again, and what the server turned out to have meanwhile: a conflict where that is neither what
 * it is to replace nor what was sent.
 */
export function resume(kept: KeptWrite, onServer: ReaderAnnotation | undefined): Write {
  const write: Write = { ...kept, theirs: null, state: 'pending', problem: null }
  return onServer ? met(write, knownOf(onServer)) : write
}

/** A write whose annotation turned out to be like `found` on the server: that is what it changes now, or it is in conflict with it. */
export function met(write: Write, found: Known): Write {
  const { known, want, sent } = write
  const expected = found.version === (known?.version ?? 1)
  const ours = found.gone === want.gone && (found.gone || sameContent(found.content, want.content))
  const arrived = sent !== null && !found.gone && sameContent(found.content, sent)
  if (expected || ours || arrived) return { ...write, known: found, sent: null, theirs: null, state: 'pending', problem: null }
  return { ...write, theirs: found, sent: null, state: 'refused', problem: { code: 'conflict', path: '' } }
}

export const knownOf = (annotation: ReaderAnnotation): Known => ({ version: annotation.version, content: contentOf(annotation), gone: false })

const comparable = ({ labels, note, evidence, confidence, sourceName }: AnnotationContent) =>
  JSON.stringify([
    labels.map(({ dimension, label }) => `${dimension}:${label}`).sort(),
    sorted(note),
    evidence.map(({ url, title }) => [url, title]),
    confidence,
    sourceName,
  ])

/** The same value with its keys in order: Postgres gives JSON back with keys in an order of its own. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  )
}
