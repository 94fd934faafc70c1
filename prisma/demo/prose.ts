/**
 * Markdown from a source whose paragraphs are wrapped for the eye: lines of one block are joined with `glue` (a space
 * for English, nothing for Chinese), since a line break left inside a Chinese paragraph would show as a gap.
 */
export function prose(source: string, glue: ' ' | ''): string {
  const lines = source.trim().split('\n')
  return lines.slice(1).reduce((text, line, n) => {
    const begins = line === '' || lines[n] === '' || opensBlock.test(line)
    return text + (begins ? '\n' + line : glue + line.trim())
  }, lines[0] ?? '')
}

const opensBlock = /^(#{1,6} |- |>)/
