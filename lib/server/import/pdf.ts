import 'server-only'
import { getDocumentProxy, getMeta, extractTextItems } from 'unpdf'
import { limits } from '@/lib/domain/article'
import { refuse, type Result } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { storable } from './document-from'
import { detectLanguage } from './language'
import { pdfBlocks } from './pdf-blocks'
import { pdfLines } from './pdf-lines'
import { detail, noDetails, type ReadArticle } from './read-article'

/**
 * The text of a PDF as an article, its headings and paragraphs told by size and place. Refuses `fileScanned` where the
 * pages hold hardly any text, `fileEncrypted`, `fileDamaged`, and what `storable` refuses. Takes the bytes for its own.
 */
export async function readPdf(bytes: Uint8Array, path: string): Promise<Result<ReadArticle>> {
  const read = await readPages(bytes).catch((error: unknown) => {
    // Whatever this reader throws, it is the file: nothing but the file went in.
    return error instanceof Error && error.name === 'PasswordException' ? 'locked' as const : null
  })
  if (read === null) return refuse('fileDamaged', path)
  if (read === 'locked') return refuse('fileEncrypted', path)
  const lines = pdfLines(read.pages)
  const letters = lines.reduce((sum, { text }) => sum + text.length, 0)
  if (letters < 20 * read.pages.length && letters < 200) return refuse('fileScanned', path)
  const { title, blocks } = pdfBlocks(lines)
  const document = storable({ type: 'doc', content: blocks }, path)
  if (!document.ok) return document.problems[0]?.code === 'bodyEmpty' ? refuse('fileScanned', path) : document
  const language = detectLanguage(canonicalText(document.value))
  const named = typeof read.info.Title === 'string' && !/\.\w{2,4}$|^(untitled|microsoft word)/i.test(read.info.Title) ? read.info.Title : ''
  const author = typeof read.info.Author === 'string' ? read.info.Author : null
  const details = {
    ...noDetails,
    title: detail(title || named, limits.title) ?? '',
    byline: detail(author, limits.byline),
    language: language === 'und' ? null : language,
  }
  return { ok: true, value: { details, document: document.value } }
}

async function readPages(bytes: Uint8Array) {
  const file = await getDocumentProxy(bytes, { isEvalSupported: false, stopAtErrors: false, useSystemFonts: false, verbosity: 0 })
  const { info } = await getMeta(file)
  const { items } = await extractTextItems(file)
  return { info, pages: items }
}
