import { normalForm } from './normal-form'

/** Longer lines are no titles. */
const longest = 1_000

/**
 * Markdown without its first heading where that repeats the article's title, which is shown above the text anyway:
 * `# The pier\n\nIt fell.` titled `The pier` is `It fell.` A text of nothing else keeps its heading. Takes time that grows
 * with the first two lines' length.
 */
export function withoutRepeatedTitle(markdown: string, title: string): string {
  const source = markdown.trimStart()
  const [first, second] = [lineAt(source, 0), lineAt(source, lineEnd(source, 0))]
  if (first.length > longest || title.length > longest) return markdown
  const isUnderlined = second.trim() !== '' && second.trim().length <= longest && [...second.trim()].every((sign) => sign === '=')
  const words = /^#[ \t]/.test(first) ? withoutSigns(first) : isUnderlined ? first : null
  if (words === null || plain(words) !== plain(title)) return markdown
  const end = words === first ? lineEnd(source, lineEnd(source, 0)) : lineEnd(source, 0)
  return source.slice(end).trimStart() || markdown
}

/** Where the line after the one at an index begins. */
function lineEnd(text: string, from: number): number {
  const at = text.indexOf('\n', from)
  return at < 0 ? text.length : at + 1
}

const lineAt = (text: string, from: number) => text.slice(from, lineEnd(text, from)).trimEnd()

/** An ATX heading's words: its first sign is dropped, and those that may close it. */
function withoutSigns(line: string): string {
  let end = line.length
  while (line[end - 1] === '#') end -= 1
  return line.slice(1, end)
}

const plain = (words: string) => normalForm(words, 'NFC').replace(/[*_`]/g, '').trim().split(/\s/).filter(Boolean).join(' ')
