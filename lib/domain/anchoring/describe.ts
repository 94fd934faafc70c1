import type { CodePointIndex } from '../text/code-points'
import type { Span } from '../text/span'

/**
 * Code points of context kept on each side of a quote: what Hypothesis and Apache Annotator keep, enough to tell twins
 * apart.
 */
export const contextLength = 32

/** A passage by its words: the W3C TextQuoteSelector's `exact`, `prefix` and `suffix`. */
export type Quote = { quote: string; prefix: string; suffix: string }

/**
 * The words of a passage and those around it, so that it can be found again in another text. `span` counts code points
 * and must lie inside the text; `prefix` and `suffix` have at most 32 code points and are shorter at the text's ends.
 */
export function describe(text: CodePointIndex, span: Span): Quote {
  return {
    quote: text.slice(span),
    prefix: text.slice({ start: Math.max(0, span.start - contextLength), end: span.start }),
    suffix: text.slice({ start: span.end, end: Math.min(text.length, span.end + contextLength) }),
  }
}
