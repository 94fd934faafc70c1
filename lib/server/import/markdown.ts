import 'server-only'
import MarkdownIt from 'markdown-it'
import { refuse, type Result } from '@/lib/domain/problem'
import { parseHtml } from './html'
import { usesLinesAsParagraphs } from './line-paragraphs'

// No typographer: quotation marks stay as they came. No indented code: the document has no code, and platforms indent.
const markdown = new MarkdownIt({ html: true, linkify: false, typographer: false }).disable('code')

markdown.renderer.rules.softbreak = (tokens, at, _, env: { lines: boolean }) => {
  if (env.lines) return '</p>\n<p>'
  const before = tokens.slice(0, at).findLast(hasWords)?.content.at(-1)
  const after = tokens.slice(at + 1).find(hasWords)?.content
  return before && after && isCjk(before) && isCjk(after) ? '' : '\n'
}

/**
 * Markdown (CommonMark with tables, strikethrough read through, and HTML) as the JSON of a document, by way of its HTML.
 *
 * A single line end is a matter of custom. Platforms write one paragraph a line: where a source has no blank line between
 * lines of text, every line is a paragraph. Elsewhere a line end inside a paragraph is a soft break as in CommonMark: a
 * space between Latin words, nothing between Chinese or Japanese characters, which are written without spaces.
 */
export function parseMarkdown(source: string, base: string | null, path: string): Result<unknown> {
  const env = { lines: usesLinesAsParagraphs(source) }
  const tokens = markdown.parse(source, env)
  // Above its own limit of nesting the parser drops words in silence; refuse before that.
  if (tokens.some((token) => token.level >= nesting)) return refuse('bodyTooDeep', path, { limit: nesting })
  return parseHtml(markdown.renderer.render(tokens, markdown.options, env), base, path)
}

const nesting = 90
const hasWords = (token: { content: string }) => token.content !== ''
const isCjk = (text: string) => /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Bopomofo}\u3000-\u303f\uff00-\uffef“”‘’…—]/u.test(text)
