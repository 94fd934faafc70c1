import type { ContentFormat } from './article'

/**
 * The format a source is in: by the extension of its file where that says so, else by its looks. A `.txt` file that holds
 * Markdown pictures, headings or links is Markdown, as content platforms hand it out. '<p>a' is html, '# a' is markdown.
 */
export function contentFormatOf(source: string, extension?: string): ContentFormat {
  if (extension === 'md' || extension === 'markdown') return 'markdown'
  if (extension === 'html' || extension === 'htm') return 'html'
  const start = source.slice(0, 50_000)
  if (/^\s*<(!doctype|html|[a-z][a-z0-9]*[\s>])/i.test(start) || (start.match(/<\/(p|div|h[1-6]|li|article|a)>/gi)?.length ?? 0) > 1) return 'html'
  if (/^ {0,3}(#{1,6} |>|[-*+] |\d+[.)] |```)/m.test(start) || /!?\[[^\]\n]{0,500}\]\([^)\n]{0,2000}\)|\*\*\S/.test(start)) return 'markdown'
  return 'text'
}

/** A title to suggest: the first heading of a source, else its first line of text, at most 80 code points. */
export function suggestedTitle(source: string, format: ContentFormat): string {
  const start = source.slice(0, 50_000)
  const line =
    format === 'html'
      ? (/<h[1-3][^>]{0,500}>([\s\S]{0,2000}?)<\/h[1-3]>/i.exec(start) ?? /<title[^>]{0,500}>([\s\S]{0,2000}?)<\/title>/i.exec(start))?.[1]?.replace(/<[^>]*>/g, '')
      : ((format === 'markdown' ? /^ {0,3}#{1,3} +(.+)$/m.exec(start)?.[1] : undefined) ??
        start.split(/[\r\n]+/).find((each) => each.trim() !== '' && !/^\s*!\[/.test(each)))
  const title = (line ?? '').replace(/&amp;/g, '&').replace(/[*_`#]+/g, '').replace(/\s+/g, ' ').trim()
  return shortened(title)
}

/** At most 80 code points: the first sentence, else whole clauses, else whole words, else what fits. */
function shortened(line: string): string {
  const characters = [...line]
  if (characters.length <= 80) return line
  const start = characters.slice(0, 79).join('')
  const sentence = /^.{8,}?(?:[。！？]|[.!?](?=\s))/u.exec(start)?.[0]
  return sentence ?? `${/^.{20,}(?=[，；：,;])/u.exec(start)?.[0] ?? /^.{20,}(?=\s)/u.exec(start)?.[0] ?? start}…`
}
