import type { ReactNode } from 'react'

/** A sentence of the API's description, what stands between backticks set as code. */
export function codeSpans(sentence: string): ReactNode[] {
  return sentence.split('`').map((part, at) =>
    at % 2 === 0 ? (
      part
    ) : (
      <code key={at} className="font-mono text-[0.92em] wrap-anywhere">
        {part}
      </code>
    ),
  )
}
