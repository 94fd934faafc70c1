import 'server-only'
import { limits } from '@/lib/domain/article'
import { suggestedTitle } from '@/lib/domain/content-format'
import { refuse, type Result } from '@/lib/domain/problem'
import { canonicalText } from '@/lib/domain/text/canonical-text'
import { webAddress } from '@/lib/domain/web-address'
import { decodePage } from './decode-page'
import { documentFrom } from './document-from'
import { readDocx } from './docx'
import { fileKind } from './file-kind'
import { likelyLanguage } from './likely-language'
import { pageArticle } from './page-article'
import { readPdf } from './pdf'
import { detail, noDetails, type ReadArticle } from './read-article'

/** Bytes from outside: what the sender called them, the address they came from (null: uploaded), the file's name. */
export type SourceFile = { bytes: Uint8Array; mediaType: string; address: string | null; name: string }

/**
 * An article from a file of any kind: a web page, a text, a PDF, a Word file. What does not say its title gets the first
 * line or the file's name. Refuses at `address` or `file`, wherever it came from. Slow on hostile files: call it where it
 * can be stopped (`compute`).
 */
export async function readFile({ bytes, mediaType, address, name }: SourceFile): Promise<Result<ReadArticle>> {
  const path = address === null ? 'file' : 'address'
  const read = await readKind({ bytes, mediaType, address, name }, path)
  if (!read.ok) return read
  const { details, document } = read.value
  const own = address === null ? null : (webAddress.safeParse(address).data ?? null)
  const site = address === null ? null : new URL(address).hostname.replace(/^www\./, '')
  const title = details.title || suggestedTitle(canonicalText(document), 'text') || name.replace(/\.\w+$/, '')
  return {
    ok: true,
    value: {
      details: {
        ...details,
        title: detail(title, limits.title) ?? '',
        sourceUrl: details.sourceUrl ?? own,
        siteName: details.siteName ?? site,
      },
      document,
    },
  }
}

async function readKind({ bytes, mediaType, address, name }: SourceFile, path: string): Promise<Result<ReadArticle>> {
  const kind = fileKind(bytes, mediaType, name)
  if (kind === null) return refuse(address === null ? 'fileUnreadable' : 'fetchKind', path)
  if (kind === 'locked') return refuse('fileEncrypted', path)
  if (kind === 'pdf') return readPdf(bytes, path)
  if (kind === 'docx') return readDocx(bytes, path)
  const body = decodePage(bytes, mediaType)
  if (kind === 'html') return pageArticle(body, address ?? 'https://upload.invalid/')
  const document = documentFrom({ format: kind, body }, address, path)
  if (!document.ok) return document
  const language = likelyLanguage(null, canonicalText(document.value))
  return { ok: true, value: { details: { ...noDetails, language, title: kind === 'markdown' ? suggestedTitle(body, kind) : '' }, document: document.value } }
}
