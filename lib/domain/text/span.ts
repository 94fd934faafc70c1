import { z } from 'zod'

/**
 * A stretch of a revision's canonical text, in Unicode code points: `start` inclusive, `end` exclusive, never empty.
 * Code points are the unit of the W3C Web Annotation Data Model (TextPositionSelector), of Postgres' `substr` and of
 * every stored or published offset here. The browser's UTF-16 units exist only in `components/article` and inside
 * `anchoring`; `code-points.ts` converts.
 */
export const span = z
  .object({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine((s) => s.end > s.start, { error: 'passageEmpty' })

export type Span = z.infer<typeof span>
