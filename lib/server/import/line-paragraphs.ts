import 'server-only'

/** A line that holds nothing but pictures without file and words, as content platforms leave them behind. */
const onlyPlaceholders = /^[ \t]*(!\[\]\([ \t]*\)[ \t]*)+$/

/** Whether a source writes one paragraph a line: it has several lines of text and no blank line between any of them. */
export function usesLinesAsParagraphs(source: string): boolean {
  const lines = source.trim().split(/\r\n|[\r\n]/).filter((line) => !onlyPlaceholders.test(line))
  return lines.length > 1 && lines.every((line) => line.trim() !== '')
}
