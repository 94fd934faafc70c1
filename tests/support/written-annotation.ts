import type { AnnotationContent } from '@/lib/domain/annotation'

/** What a writing process says of a passage at first. */
export const written = {
  labels: [
    { dimension: 'framing', label: 'loaded-language' },
    { dimension: 'statement', label: 'opinion' },
  ],
  note: null,
  evidence: [{ url: 'https://example.org/one', title: 'One' }],
  confidence: 'certain',
  sourceName: null,
} satisfies AnnotationContent
/** What it changes that to. */
export const rewritten = {
  ...written,
  labels: [{ dimension: 'sourcing', label: 'named-person' }],
  evidence: [],
} satisfies AnnotationContent
