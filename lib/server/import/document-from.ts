import 'server-only'
import type { ArticleContent } from '@/lib/domain/new-article'
import { accept, problemsOf, refuse, type Result } from '@/lib/domain/problem'
import { checkDocument, checkSource } from '@/lib/domain/text/article-body'
import { articleDocument, documentLimits, type ArticleDocument } from '@/lib/domain/text/document'
import { storedDocument } from '@/lib/domain/text/stored-document'
import { bounded, importLimits } from './bounded'
import { parseHtml } from './html'
import { parseMarkdown } from './markdown'
import { parsePlainText } from './plain-text'

/**
 * The one way from any source to the one document: parse, check the shape, tidy, check the text. Relative addresses are
 * resolved against `base`, the article's own address, or dropped. Refuses at `path`, by default `content.body`: empty
 * (`bodyEmpty`), over 2,000,000 bytes (`bodyTooLarge`), U+0000 and lone surrogates with their place, nesting and sizes
 * beyond `documentLimits`, and what takes more than `milliseconds` to read; until then nothing else runs in this process.
 */
export function documentFrom(
  content: ArticleContent,
  base: string | null,
  path = 'content.body',
  milliseconds: number = importLimits.milliseconds,
): Result<ArticleDocument> {
  const source = content.body.replace(/^\ufeff/, '')
  const refused = checkSource(source, path)
  if (refused) return refused
  return bounded(() => {
    const parsed = parse({ ...content, body: source }, base, path)
    return parsed.ok ? storable(parsed.value, path) : parsed
  }, path, milliseconds)
}

/** A document from a browser's editor: the same checks as for one made from a source. */
export function storable(value: unknown, path: string): Result<ArticleDocument> {
  const parsed = articleDocument.safeParse(value)
  if (!parsed.success) return { ok: false, problems: problemsOf(parsed.error).map((problem) => atBody(problem, path)).slice(0, 1) }
  const document = storedDocument(parsed.data)
  if (document.content.length === 0) return refuse('bodyEmpty', path)
  return checkDocument(document, path) ?? accept(document)
}

function parse({ format, body }: ArticleContent, base: string | null, path: string): Result<unknown> {
  if (format === 'markdown') return parseMarkdown(body, base, path)
  // Platforms leave Markdown's picture placeholders in HTML too; they are nobody's words.
  if (format === 'html') return parseHtml(body.replaceAll(/!\[\]\(\s{0,9}\)/g, ''), base, path)
  return accept(parsePlainText(body))
}

/** Whatever part of a document is wrong, its field is the body; nobody has typed `content.3.attrs`. */
function atBody(problem: { code: Parameters<typeof refuse>[0] }, path: string) {
  const limit = problem.code === 'bodyTooDeep' ? documentLimits.depth : documentLimits.nodes
  return { code: problem.code, path, values: { limit } }
}
